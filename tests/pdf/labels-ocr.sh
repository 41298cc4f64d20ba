#!/bin/sh
# Print labels, look at them as a scanner would (300 dpi) and read them with
# tesseract: every Chinese address must come back without a wrong character, and
# below it the country as the origin's post reads it. One label of each addressee
# on two sheets, posted in France; OCR=full reads every label of six sheets from
# four countries, OCR_DPI=225 at another resolution. A label is sparse text (--psm 11); taken for a page of one
# column its lines of two sizes mislead the model.
# Closing line: N passed, N failed, N skipped.
set -u
cd "$(dirname "$0")/../.." || exit 3
root=$PWD
envoi=${ENVOI:-$root/build/${KIND:-release}/envoi}
export ENVOI_DATA="${ENVOI_DATA:-$root}" OMP_THREAD_LIMIT=1
passed=0 failed=0
dpi=${OCR_DPI:-300}
for tool in tesseract pdftoppm; do
    command -v $tool >/dev/null || {
        echo "$tool is missing"
        echo "labels-ocr: 0 passed, 0 failed, 1 skipped"
        exit 0
    }
done
# Debian 12 installs it beside the languages, newer ones below script/.
model=$(tesseract --list-langs 2>/dev/null | grep -x -e 'script/HanS' -e HanS | head -n 1)
if [ -z "$model" ]; then
    echo "labels-ocr: 0 passed, 0 failed, 1 skipped"
    exit 0
fi
work=$(mktemp -d "${TMPDIR:-/tmp}/envoi-ocr.XXXXXX") || exit 3
trap 'rm -rf "$work"' EXIT

# read_cell PDF X Y W H (mm): what tesseract reads there, blanks removed.
read_cell() {
    px() { awk -v v="$1" -v dpi="$dpi" 'BEGIN { printf "%d", v * dpi / 25.4 }'; }
    pdftoppm -r "$dpi" -gray -png -singlefile -x "$(px "$2")" -y "$(px "$3")" \
        -W "$(px "$4")" -H "$(px "$5")" "$1" "$work/cell"
    tesseract "$work/cell.png" - -l "$model" --psm 11 2>/dev/null | tr -d ' \n\t\f'
}

# check LAYOUT COLUMNS ROWS W H LEFT TOP ACROSS DOWN
origin=FR country=CHINE
check() {
    layout=$1 columns=$2 rows=$3
    copies=1
    if [ "${OCR:-}" = full ]; then
        copies=$(((columns * rows + 2) / 3))
    fi
    "$envoi" labels examples/xinjiang-beijing.yaml --on "$layout" --origin "$origin" \
        --copies $copies -o "$work/$layout.pdf" || {
        failed=$((failed + 1))
        return
    }
    k=0
    while [ $k -lt $((copies * 3)) ] && [ $k -lt $((columns * rows)) ]; do
        x=$(awk -v k=$k -v n="$columns" -v l="$6" -v d="$8" 'BEGIN { print l + (k % n) * d }')
        y=$(awk -v k=$k -v n="$columns" -v t="$7" -v d="$9" 'BEGIN { print t + int(k / n) * d }')
        # Inside the cut lines.
        text=$(read_cell "$work/$layout.pdf" "$(awk -v v="$x" 'BEGIN { print v + 1 }')" \
            "$(awk -v v="$y" 'BEGIN { print v + 1 }')" \
            "$(awk -v v="$4" 'BEGIN { print v - 2 }')" "$(awk -v v="$5" 'BEGIN { print v - 2 }')")
        case $((k % 3)) in
        0 | 1) want='新疆维吾尔自治区乌鲁木齐市天山区中山路479号' ;;
        2) want='北京市西城区西长安街街道' ;;
        esac
        case $text in
        *"$want"*"$country"*) passed=$((passed + 1)) ;;
        *)
            failed=$((failed + 1))
            echo "failed: $origin $layout label $((k + 1)): read \"$text\", not \"$want\" and $country"
            ;;
        esac
        k=$((k + 1))
    done
}

check avery-l7159 3 8 64 33.86 6.46 13.06 66.54 33.86
check plain-a4 2 5 90 50 15 23.5 90 50
if [ "${OCR:-}" = full ]; then
    for from in FR:CHINE DE:CHINA US:CHINA GB:CHINA; do
        origin=${from%:*} country=${from#*:}
        if [ "$origin" != FR ]; then
            check avery-l7159 3 8 64 33.86 6.46 13.06 66.54 33.86
            check plain-a4 2 5 90 50 15 23.5 90 50
        fi
        check avery-l7160 3 7 63.5 38.1 7.2 15.15 66.04 38.1
        check avery-l7163 2 7 99.06 38.1 4.67 15.15 101.6 38.1
        check zweckform-3475 3 8 70 36 0 4.43 70 36
        check avery-5163 2 5 101.6 50.8 3.96 12.7 106.36 50.8
        "$envoi" labels examples/xinjiang-beijing.yaml --on avery-5160 \
            --origin "$origin" -o "$work/5160.pdf" 2>"$work/5160.err"
        if [ $? = 1 ] && grep -q ' mm too ' "$work/5160.err"; then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
            echo "failed: avery-5160 from $origin was not refused"
        fi
    done
fi
echo "labels-ocr: $passed passed, $failed failed, 0 skipped"
[ $failed -eq 0 ]
