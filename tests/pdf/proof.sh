#!/bin/sh
# The proof of addresses as others see it: a sound PDF with nothing of its maker
# in it, every cell's code that of its character, the cells in a row the line
# itself, and the large line read by tesseract. PROOF=full also proves 5,000
# labels of 500 addressees. Closing line: N passed, N failed, N skipped.
set -u
cd "$(dirname "$0")/../.." || exit 3
envoi=${ENVOI:-$PWD/build/${KIND:-release}/envoi}
export ENVOI_DATA="${ENVOI_DATA:-$PWD}" OMP_THREAD_LIMIT=1
passed=0 failed=0 skipped=0
work=$(mktemp -d "${TMPDIR:-/tmp}/envoi-proof.XXXXXX") || exit 3
trap 'rm -rf "$work"' EXIT
pass() { passed=$((passed + 1)); }
fail() {
    failed=$((failed + 1))
    echo "failed: $*"
}
list=examples/xinjiang-beijing.yaml
labels=$work/labels.pdf proof=$work/proof.pdf

if "$envoi" labels $list --on avery-l7159 --origin FR --copies 8 \
    -o "$labels" --proof "$proof"; then pass; else fail "labels with a proof"; fi

# Sound, embedded, with its text, without a trace of whoever made it.
if qpdf --check "$proof" >"$work/out" 2>&1; then pass; else fail "$(cat "$work/out")"; fi
if [ "$(pdffonts "$proof" | awk 'NR > 2 && !/yes yes yes/' | wc -l)" -eq 0 ]; then
    pass
else
    fail "$(pdffonts "$proof")"
fi
if pdfinfo "$proof" | grep -qE '^(Title|Author|Creator|Producer|CreationDate)'; then
    fail "$(pdfinfo "$proof")"
else
    pass
fi
if [ "$(pdfinfo "$proof" | sed -n 's/^Tagged: *//p')" = yes ]; then pass; else fail "not tagged"; fi

# The same labels as without, and the same proof again.
"$envoi" labels $list --on avery-l7159 --origin FR --copies 8 -o "$work/plain.pdf"
"$envoi" labels $list --on avery-l7159 --origin FR --copies 8 \
    -o "$work/again.pdf" --proof "$work/proof2.pdf"
if cmp "$labels" "$work/plain.pdf" && cmp "$labels" "$work/again.pdf" &&
    cmp "$proof" "$work/proof2.pdf"; then pass; else fail "not the same bytes"; fi

# A cell is a character, then its code.
pdftotext -raw "$proof" - >"$work/raw"
line='830041　新疆维吾尔自治区乌鲁木齐市天山区中山路479号'
awk '/^U\+[0-9A-F]+$/ { print substr($0, 3), last } { last = $0 }' "$work/raw" >"$work/cells"
: >"$work/line"
while read -r code character; do
    shown=$(printf '%08x' "0x$code" | sed 's/../\\x&/g')
    shown=$(env printf "$shown" | iconv -f UTF-32BE -t UTF-8)
    printf %s "$shown" >>"$work/line"
    if [ "$character" = "$shown" ] || [ "$character" = blank ]; then
        pass
    else
        fail "a cell shows \"$character\" over U+$code"
    fi
done <"$work/cells"
case $(cat "$work/line") in
"$line"*) pass ;;
*) fail "the cells are \"$(cat "$work/line")\", not \"$line\"" ;;
esac

# What a scanner makes of the large line.
model=$(tesseract --list-langs 2>/dev/null | grep -x -e 'script/HanS' -e HanS | head -n 1)
if [ -z "$model" ]; then
    skipped=$((skipped + 1))
else
    # Right of the outline, above the cells. 25 pt at 120 dpi are as many pixels
    # high as 10 pt at 300, which the model was made for.
    pdftoppm -f 1 -l 1 -r 120 -gray -png -singlefile -x 396 -y 292 -W 557 -H 260 \
        "$proof" "$work/large"
    text=$(tesseract "$work/large.png" - -l "$model" --psm 6 2>/dev/null | tr -d ' \n\t\f')
    want='新疆维吾尔自治区乌鲁木齐市天山区中山路479号'
    case $text in
    *"$want"*) pass ;;
    *) fail "tesseract reads \"$text\", not \"$want\"" ;;
    esac
fi

if [ "${PROOF:-}" = full ]; then
    awk 'BEGIN {
        print "id,name,line1,city,region,postcode,country,lines:zh"
        for (i = 1; i <= 500; i++)
            printf "r%d,Office %d,%d Example Lu,Urumqi,Xinjiang,830000,CN,新疆维吾尔自治区乌鲁木齐市示例路%d号\n", i, i, i, i
    }' >"$work/many.csv"
    if "$envoi" labels "$work/many.csv" --on avery-l7159 --origin FR --copies 10 \
        -o "$work/many.pdf" --proof "$work/many-proof.pdf"; then
        pass
    else
        fail "5,000 labels"
    fi
    n=$(pdftotext "$work/many-proof.pdf" - | grep -c '^Read back\|as it was set')
    if [ "$n" -ge 500 ]; then pass; else fail "only $n of 500 addresses in the proof"; fi
fi

echo "proof: $passed passed, $failed failed, $skipped skipped"
[ $failed -eq 0 ]
