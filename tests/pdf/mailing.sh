#!/bin/sh
# A mailing, by the text of its PDFs: the manifest, letters, envelopes and labels
# agree number for number, no number is on paper, slices are the whole cut in
# parts, page for page the same picture, and numbers made again are what they
# were. The recipes of the README for several machines are run as they stand,
# the one over ssh with a stand-in for ssh. MAILING=full: 200 senders in place of
# 12. Closing line: N passed, N failed, N skipped.
set -u
cd "$(dirname "$0")/../.." || exit 3
root=$PWD
PATH=$(dirname "${ENVOI:-$PWD/build/${KIND:-release}/envoi}"):$PATH
export PATH ENVOI_DATA="${ENVOI_DATA:-$PWD}"
passed=0 failed=0 skipped=0
work=$(mktemp -d "${TMPDIR:-/tmp}/envoi-mailing.XXXXXX") || exit 3
trap 'rm -rf "$work"' EXIT
pass() { passed=$((passed + 1)); }
fail() {
    failed=$((failed + 1))
    echo "failed: $*"
}
same() { if [ "$2" = "$3" ]; then pass; else fail "$1: \"$2\", not \"$3\""; fi; }
skip() {
    skipped=$((skipped + 1))
    echo "skipped: $*" >&2
}
cd "$work" || exit 3

senders=12
[ "${MAILING-}" != full ] || senders=200
awk -v n=$senders 'BEGIN {
    print "name,lines,postcode,city,country"
    for (i = 1; i <= n; i++)
        printf "Sender%c%03dx Name,%d rue Neuve,%05d,Lyon,FR\n", 65 + i % 26, i, i, 69000 + i }' >senders.csv
cat >targets.yaml <<'END'
- {name: Target Alpha, lines: 1 Road, city: Urumqi, region: Xinjiang, postcode: "830041", country: CN, salutation: "Dear Alpha,", fr: {salutation: "Cher Alpha,"}}
- {name: Target Beta, lines: 2 Quai, city: Paris, postcode: "75001", country: FR, salutation: "Dear Beta,", fr: {salutation: "Cher Beta,"}}
- {name: Target Gamma, lines: 3 Street, city: London, postcode: "SW1A 1AA", country: GB, salutation: "Dear Gamma,", fr: {salutation: "Cher Gamma,"}}
END
for lang in en fr; do
    cat >letter.$lang.md <<END
---
to: targets.yaml
from: senders.csv
salutation: "{{to.salutation}}"
closing: Language-$lang
date: none
lang: $lang
---

Words of the letter that all have in common.
END
done
batch() { envoi batch letter.en.md letter.fr.md --with letters,envelopes,labels,slips "$@" >out 2>&1 || fail "$*: $(cat out)"; }

# pages FILE: a line of text for each page.
pages() { pdftotext "$1" - | awk 'BEGIN { RS = "\f" } NR > 1 || NF { gsub(/[[:space:]]+/, " "); print }' | sed '${/^ *$/d}'; }
# rows FOLDER: number, sender, target, language and, by kind, first page and place.
rows() { sed -e '1d' -e 's/\r$//' "$1"/manifest*.csv; }

batch -o whole
for kind in letters envelopes labels slips; do pages whole/$kind.pdf >$kind.txt; done
numbers=$((senders * 3))
same "rows of the manifest" "$(rows whole | wc -l)" $((numbers * 2))
same "letters" "$(wc -l <letters.txt)" $((numbers * 2))
same "envelopes" "$(wc -l <envelopes.txt)" $numbers
# Of each row: what the page says that it names. Labels are in the order of
# their places.
wrong=$(rows whole | awk -F, '
    FILENAME != "-" { page[FILENAME, FNR] = $0; next }
    function on(kind, p, word) {
        if (!index(page[kind ".txt", p], word)) { bad++; print "number " $1 ", " kind " page " p ": no " word }
    }
    function at(kind, p, place,   parts, n) {
        n = split(page[kind ".txt", p], parts, "Target ")
        if (index(parts[place + 1], substr($3, 8)) != 1) print "number " $1 ", " kind " page " p ", place " place ": not " $3
    }
    { number++ }
    $1 != int((number + 1) / 2) { print "row " number " has number " $1 }
    {
        on("letters", $6, $2); on("letters", $6, $3); on("letters", $6, "Language-" $4)
        on("envelopes", $9, $2); on("envelopes", $9, $3)
        at("labels", $12, $14); at("slips", $16, $18)
    }' letters.txt envelopes.txt labels.txt slips.txt - | head -n 5)
same "the manifest and the pages" "$wrong" ""

# No running number on any paper: of numbers, only those of addresses.
sed 's/Sender[A-Z][0-9]*x//g' letters.txt envelopes.txt labels.txt slips.txt |
    grep -oE '[0-9]+' | sort -n | uniq >seen
awk -v n=$senders 'BEGIN { for (i = 1; i <= n; i++) printf "%d\n%05d\n", i, 69000 + i
    print "1\n2\n3\n830041\n75001\n100" }' | sort -u >addresses
same "numbers on paper" "$(grep -vxF -f addresses seen | tr '\n' ' ')" ""
same "the number of the last one on paper" "$(grep -cx "$numbers" seen)" 0

# Pictures of all pages, in order.
pictures() { pdftoppm -r 30 -gray "$1" "$work/p" && cat $(ls "$work"/p-*.pgm) | md5sum && rm -f "$work"/p-*.pgm; }
each() {
    pdftoppm -r 30 -gray "$1" "$work/p"
    for f in "$work"/p-*.pgm; do md5sum <"$f"; done
    rm -f "$work"/p-*.pgm
}
for kind in letters envelopes; do each whole/$kind.pdf >$kind.sums; done

# The parts, one behind the other, are the whole.
for k in 1 2 3; do batch --shard $k/3 -o part$k; done
same "rows of the parts" "$(cat part?/manifest*.csv | sed -e '/number,sender/d' | cut -d , -f 1-4 | md5sum)" \
    "$(rows whole | sed 's/$/\r/' | cut -d , -f 1-4 | md5sum)"
for kind in letters envelopes; do
    same "text of the parts, $kind" "$(for k in 1 2 3; do pages part$k/$kind-*.pdf; done | md5sum)" "$(md5sum <$kind.txt)"
    same "pictures of the parts, $kind" "$(for k in 1 2 3; do each part$k/$kind-*.pdf; done | md5sum)" "$(md5sum <$kind.sums)"
done
same "addresses of the parts, labels" "$(for k in 1 2 3; do pages part$k/labels-*.pdf; done | grep -o 'Target [A-Z][a-z]*' | md5sum)" \
    "$(grep -o 'Target [A-Z][a-z]*' labels.txt | md5sum)"

# Two numbers again are what they were.
batch --redo 5,17 -o again
same "made again, letters" "$(each again/letters-*.pdf | md5sum)" "$(sed -n '9p;10p;33p;34p' letters.sums | md5sum)"
same "made again, envelopes" "$(each again/envelopes-*.pdf | md5sum)" "$(sed -n '5p;17p' envelopes.sums | md5sum)"
same "made again, manifest" "$(rows again | cut -d , -f 1-4 | md5sum)" "$(rows whole | cut -d , -f 1-4 | sed -n '9p;10p;33p;34p' | md5sum)"
for kind in letters envelopes labels slips; do
    if qpdf --check whole/$kind.pdf >out 2>&1; then pass; else fail "$(cat out)"; fi
done

# ---- the recipes of the README ----

mkdir recipe && cd recipe || exit 3
sed -e 's/Sender/Name/' ../senders.csv >list.csv
sed -e '/^to:/d' -e '/^from:/d' -e 's/^salutation:.*/salutation: Dear Reader,/' ../letter.en.md >letter.md
envoi batch letter.md --to list.csv -o whole 2>../out || fail "$(cat ../out)"
each whole/letters.pdf >../whole.sums
# recipe PATTERN: the commands that begin with it, as the README has them.
recipe() { awk -v begin="    $1" 'index($0, begin) == 1 { on = 1 } on && !/^    / { exit } on { print substr($0, 5) }' "$root/README.md"; }
parts_are_whole() { # NAME FOLDER...
    name=$1
    shift
    same "$name" "$(for f in $(find "$@" -name 'letters-*.pdf' | awk -F/ '{ print $NF, $0 }' | sort | cut -d ' ' -f 2); do each "$f"; done | md5sum)" \
        "$(md5sum <../whole.sums)"
    rm -rf "$@"
}
if command -v parallel >/dev/null; then
    export PARALLEL_HOME="$work/parallel" && mkdir "$PARALLEL_HOME" && : >"$PARALLEL_HOME/will-cite"
    recipe "parallel envoi" >run.sh
    sh -e run.sh >../out 2>&1 || fail "parallel: $(cat ../out)"
    parts_are_whole "the recipe for parallel" mailing
    if command -v rsync >/dev/null; then
        # Each host is a folder of its own; what ssh would run there is run in it,
        # with the SHELL that sshd sets: parallel runs nothing where there is none.
        cat >"$work/ssh" <<'END'
#!/bin/sh
while :; do
    case $1 in
    -l) user=$2; shift 2 ;;
    -o) shift 2 ;;
    -*) shift ;;
    *) break ;;
    esac
done
host=$1
shift
[ "$1" != -- ] || shift
mkdir -p "$HOSTS/$host" && cd "$HOSTS/$host" && SHELL=/bin/sh exec sh -c "$*"
END
        chmod +x "$work/ssh"
        export HOSTS="$work/hosts" PARALLEL_SSH="$work/ssh"
        recipe "parallel --sshlogin" >run.sh
        sh -e run.sh </dev/null >../out 2>&1 || fail "parallel over ssh: $(cat ../out)"
        same "hosts that took part" "$(ls "$HOSTS" 2>/dev/null | wc -l)" 3
        before=$failed
        parts_are_whole "the recipe over ssh" mailing
        [ "$failed" = "$before" ] || head -n 12 ../out
    else
        skip "the recipe over ssh needs rsync"
    fi
else
    skip "the recipes for parallel: its package parallel is not installed"
fi
recipe "#!/bin/sh" >mailing.sh
for k in 1 2 3 4 5; do
    SLURM_ARRAY_TASK_ID=$k SLURM_ARRAY_TASK_COUNT=5 sh mailing.sh >../out 2>&1 || fail "array job $k: $(cat ../out)"
done
parts_are_whole "the recipe for Slurm" mailing

echo "mailing: $passed passed, $failed failed, $skipped skipped"
[ $failed -eq 0 ]
