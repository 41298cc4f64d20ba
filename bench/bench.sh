#!/bin/sh
# bench.sh BUILD_DIR - envoi beside a Pango and cairo program on the same
# pages, on one letter from many senders, and beside gLabels' batch program on
# many labels. RUNS=31 runs of each, turn about, and RUNS_MANY=3 of MANY=5000
# labels and of MERGE="1000 10000 100000" letters; times in ms, memory in MB.
set -eu
cd "$(dirname "$0")/.."
B=$(cd "$1" && pwd)
: "${RUNS:=31}" "${RUNS_MANY:=3}" "${MANY:=5000}" "${MERGE=1000 10000 100000}"
out=$(mktemp -d "${TMPDIR:-/tmp}/envoi-bench.XXXXXX")
trap 'rm -rf "$out"' EXIT
export LC_ALL=C.UTF-8 ENVOI_DATA="$PWD"

# labels LIST NAME: what envoi sets, for the other programs to set.
labels() {
    "$B/envoi" labels "$1" --on avery-l7159 --origin FR --no-ruler \
        --dump=display -o - >"$out/$2.display"
    awk -f bench/lines.awk "$out/$2.display" >"$out/$2.txt"
}
sizes() {
    for page; do
        printf '%-10s' "$page"
        for program in envoi pango glabels; do
            file=$out/$page-$program.pdf
            [ ! -e "$file" ] || printf ' %s %s bytes;' $program "$(wc -c <"$file")"
        done
        echo
    done
}

echo "$RUNS runs each, turn about, a fresh process each time, files cached."
printf '%-10s %-8s %9s %9s %9s %9s %9s\n' page program \
    'wall min' 'median' 'CPU min' 'median' 'peak MB'
labels bench/labels.yaml labels
"$B/bench/run" "$RUNS" labels -- \
    envoi "$B/envoi" labels bench/labels.yaml --on avery-l7159 --origin FR \
    --no-ruler -o "$out/labels-envoi.pdf" -- \
    pango "$B/bench/labels-pango" "$out/labels.txt" "$out/labels-pango.pdf"
"$B/bench/run" "$RUNS" letter -- \
    envoi "$B/envoi" letter bench/letter.md -o "$out/letter-envoi.pdf" -- \
    pango "$B/bench/letter-pango" bench/letter.txt "$out/letter-pango.pdf"
# Two pages: the same words with the body three times over.
thrice() {
    awk '/^This page exists/ { body = 1 }
        body { text = text $0 "\n" }
        !body { print }
        /third point/ { printf "%s\n%s\n%s", text, text, text; body = 0 }' "$1"
}
mkdir "$out/two"
cp bench/*.yaml "$out/two"
thrice bench/letter.md >"$out/two/letter.md"
thrice bench/letter.txt >"$out/two/letter.txt"
"$B/bench/run" "$RUNS" two-page -- \
    envoi "$B/envoi" letter "$out/two/letter.md" \
    -o "$out/two-page-envoi.pdf" -- \
    pango "$B/bench/letter-pango" "$out/two/letter.txt" \
    "$out/two-page-pango.pdf"
sizes labels letter two-page

echo
echo "$MANY labels in one run, no two alike; $RUNS_MANY runs each."
awk -v n="$MANY" -f bench/many.awk bench/labels.yaml >"$out/many.yaml"
labels "$out/many.yaml" many
set -- envoi "$B/envoi" labels "$out/many.yaml" --on avery-l7159 --origin FR \
    --no-ruler -o "$out/many-envoi.pdf" -- \
    pango "$B/bench/labels-pango" "$out/many.txt" "$out/many-pango.pdf"
# gLabels merges a table into its document and needs no display for that.
if command -v glabels-3-batch >/dev/null; then
    awk -v csv=1 -f bench/lines.awk "$out/many.display" >"$out/many.csv"
    cp bench/labels.glabels "$out"
    set -- "$@" -- glabels glabels-3-batch -i "$out/many.csv" \
        -o "$out/many-glabels.pdf" "$out/labels.glabels"
else
    echo "(without gLabels: its package glabels could not be installed)"
fi
"$B/bench/run" "$RUNS_MANY" many -- "$@"
sizes many

# A page without the two paragraphs about the bench itself, so that both
# programs have it on one.
echo
echo "One letter from many senders, no two alike; $RUNS_MANY runs each."
mkdir "$out/merge"
cp bench/*.yaml "$out/merge"
awk '/^(A fair comparison|What costs time)/, /^$/ { next } { print }' \
    bench/letter.md >"$out/merge/letter.md"
awk '/^(A fair comparison|What costs time)/ { next }
    /^Camille Exemple$/ { $0 = "@1" }
    /^12 rue de l/ { $0 = "@2" }
    /^75001 Paris$/ { $0 = "@3 @4" }
    { print }' bench/letter.txt >"$out/merge/letter.txt"
for n in $MERGE; do
    awk -v n="$n" -f bench/senders.awk </dev/null >"$out/senders.csv"
    "$B/bench/run" "$RUNS_MANY" "$n" -- \
        envoi "$B/envoi" letter "$out/merge/letter.md" \
        --from "$out/senders.csv" -o "$out/$n-envoi.pdf" -- \
        pango "$B/bench/merge-pango" "$out/merge/letter.txt" \
        "$out/senders.csv" "$out/$n-pango.pdf"
    sizes "$n"
    rm "$out/$n"-*.pdf
done
