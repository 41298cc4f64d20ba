#!/bin/sh
# Full sheets at 300 dpi: no ink within 3 mm of a label's edge or 5 mm of the
# sheet's, and the page has the sheet's size. Closing line: N passed, N failed,
# N skipped.
set -u
cd "$(dirname "$0")/../.." || exit 3
envoi=${ENVOI:-$PWD/build/${KIND:-release}/envoi}
export ENVOI_DATA="${ENVOI_DATA:-$PWD}"
passed=0 failed=0
if ! command -v pdftoppm >/dev/null; then
    echo "labels-ink: 0 passed, 0 failed, 1 skipped"
    exit 0
fi
work=$(mktemp -d "${TMPDIR:-/tmp}/envoi-ink.XXXXXX") || exit 3
trap 'rm -rf "$work"' EXIT

# The sheet as text: "P1" rows of 0 and 1, one row a line.
raster() {
    pdftoppm -r 300 -mono -singlefile "$1" "$work/page"
    awk_header=$(head -c 20 "$work/page.pbm" | tr '\n' ' ')
    # shellcheck disable=SC2086
    set -- $awk_header
    columns=$2
    bytes=$(((columns + 7) / 8))
    tail -c +$((${#1} + ${#2} + ${#3} + 4)) "$work/page.pbm" |
        od -An -v -tx1 -w$bytes
}

# sheet LAYOUT W H COLUMNS ROWS LW LH LEFT TOP ACROSS DOWN
sheet() {
    name=$1
    "$envoi" labels examples/xinjiang-beijing.yaml --on "$name" --origin FR \
        --no-ruler --copies $(($4 * $5 / 3)) -o "$work/$name.pdf" || {
        failed=$((failed + 1))
        return
    }
    raster "$work/$name.pdf" >"$work/rows"
    # Rows and bytes that hold ink, in mm, are inside the text boxes.
    bad=$(awk -v w="$2" -v h="$3" -v n="$4" -v m="$5" -v lw="$6" -v lh="$7" \
        -v l="$8" -v t="$9" -v dx="${10}" -v dy="${11}" '
        function max(a, b) { return a > b ? a : b }
        function min(a, b) { return a < b ? a : b }
        # One pixel of doubt at either side.
        function inside(v, cells, first, pitch, size, sheet,   i, a, b) {
            for (i = 0; i < cells; i++) {
                a = max(first + i * pitch + 3, 5)
                b = min(first + i * pitch + size - 3, sheet - 5)
                if (v >= a - 0.1 && v <= b + 0.1) return 1
            }
            return 0
        }
        {
            row = -1
            for (i = 1; i <= NF; i++) {
                if ($i == "00") continue
                bits = index("0123456789abcdef", substr($i, 1, 1)) - 1
                low = index("0123456789abcdef", substr($i, 2, 1)) - 1
                v = bits * 16 + low
                for (k = 0; k < 8; k++)
                    if (int(v / 2 ^ (7 - k)) % 2) {
                        x = ((i - 1) * 8 + k + 0.5) * 25.4 / 300
                        ink++
                        if (!inside(x, n, l, dx, lw, w)) out++
                        row = 1
                    }
            }
            y = (NR - 0.5) * 25.4 / 300
            if (row == 1 && !inside(y, m, t, dy, lh, h)) out++
        }
        END { print (ink > 1000 ? out + 0 : "no ink") }' "$work/rows")
    if [ "$bad" = 0 ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "failed: $name: $bad pixels outside"
    fi
    size=$(pdfinfo "$work/$name.pdf" | awk '/^Page size/ { printf "%.1f %.1f", $3 * 25.4 / 72, $5 * 25.4 / 72 }')
    want=$(awk -v w="$2" -v h="$3" 'BEGIN { printf "%.1f %.1f", w, h }')
    if [ "$size" = "$want" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "failed: $name: the page is $size mm, not $want"
    fi
}

sheet avery-l7159 210 297 3 8 64 33.86 6.46 13.06 66.54 33.86
sheet zweckform-3475 210 297 3 8 70 36 0 4.43 70 36
sheet avery-5163 215.9 279.4 2 5 101.6 50.8 3.96 12.7 106.36 50.8
echo "labels-ink: $passed passed, $failed failed, 0 skipped"
[ $failed -eq 0 ]
