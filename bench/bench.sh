#!/bin/sh
# bench.sh BUILD_DIR - envoi beside a Pango and cairo program on the same
# pages. RUNS=31 runs of each, turn about; times in ms, memory in MB.
set -eu
cd "$(dirname "$0")/.."
B=$1
: "${RUNS:=31}"
out=$(mktemp -d "${TMPDIR:-/tmp}/envoi-bench.XXXXXX")
trap 'rm -rf "$out"' EXIT
export LC_ALL=C.UTF-8 ENVOI_DATA="$PWD"

echo "$RUNS runs each, turn about, a fresh process each time, files cached."
printf '%-10s %-8s %9s %9s %9s %9s %9s\n' page program \
    'wall min' 'median' 'CPU min' 'median' 'peak MB'
"$B/bench/run" "$RUNS" labels -- \
    "$B/envoi" labels bench/labels.yaml --on avery-l7159 --origin FR \
    -o "$out/labels.pdf" -- \
    "$B/bench/labels-pango" bench/labels.txt "$out/labels-pango.pdf"
"$B/bench/run" "$RUNS" letter -- \
    "$B/envoi" letter bench/letter.md -o "$out/letter.pdf" -- \
    "$B/bench/letter-pango" bench/letter.txt "$out/letter-pango.pdf"
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
    "$B/envoi" letter "$out/two/letter.md" -o "$out/two-page.pdf" -- \
    "$B/bench/letter-pango" "$out/two/letter.txt" "$out/two-page-pango.pdf"
for page in labels letter two-page; do
    echo "$page: envoi $(wc -c <"$out/$page.pdf") bytes," \
        "pango $(wc -c <"$out/$page-pango.pdf") bytes"
done
