#!/bin/sh
# Every label sheet that comes with envoi, drawn and filled with addresses:
#
# - its labels lie on the paper and apart, by its file's own numbers;
# - the drawing and the filled sheet have the paper's size;
# - every label has all words of the address, 3 mm inside its edge and 5 mm
#   inside the sheet's, by pdftotext; a sheet that is too small for the address
#   is refused in millimetres.
#
# Then labels of other shapes, by their ink: none of it within 3 mm of the edge
# of an oval, a disc, its hole, or a round corner.
# Closing line: N passed, N failed, N skipped.
#
#   tests/pdf/sheets.sh [SHEET...]
#
# SHEETS=full tries all of them also with the slow builds, which else do every
# fourth.
set -u
cd "$(dirname "$0")/../.." || exit 3
root=$PWD
envoi=${ENVOI:-$root/build/${KIND:-release}/envoi}
export ENVOI_DATA="${ENVOI_DATA:-$root}"
for tool in pdftotext pdfinfo pdftoppm; do
    command -v $tool >/dev/null || {
        echo "$tool is missing"
        echo "sheets: 0 passed, 0 failed, 1 skipped"
        exit 0
    }
done
work=$(mktemp -d "${TMPDIR:-/tmp}/envoi-sheets.XXXXXX") || exit 3
trap 'rm -rf "$work"' EXIT
only=" $* "
full=${SHEETS-}
[ "${KIND:-release}" != release ] || full=full
passed=0 failed=0

pass() {
    passed=$((passed + 1))
}
fail() {
    failed=$((failed + 1))
    echo "failed: $*"
}

# Words of three and of six lines, all of them set in one face.
cat >"$work/short.yaml" <<'END'
name: Ana Li
lines: [1 Rue Cler]
postcode: "75007"
city: Paris
country: FR
END
cat >"$work/long.yaml" <<'END'
name: Maximiliane Mustermann-Hohenfels
title: Commissioner for Human Rights
lines: [Office of the Region, 479 Jalan Kampong Ayer]
city: Bandar Seri Begawan
postcode: BS8711
country: BN
END

# Four lines about as long as each other: the corners of the block have ink.
cat >"$work/square.yaml" <<'END'
name: Maximiliane Mustermann
lines: [Bulevar Selimovica 123 A]
postcode: "71000"
city: Sarajevo-Centar
country: BA
END

# From a layout file, without envoi's reader: "WIDTH HEIGHT" of the paper, then
# "LEFT TOP RIGHT BOTTOM" of every label, in mm.
cat >"$work/labels.awk" <<'AWK'
function number(key,   s) {
    s = $0
    if (!sub(".*[{ ]" key ": *", "", s)) return 0
    return s + 0
}
/^paper:/ {
    w = /a4/ ? 210 : /letter/ ? 215.9 : 0
    h = /a4/ ? 297 : 279.4
    if (/landscape/) { t = w; w = h; h = t }
}
/^columns:/ { columns = $2 }
/^rows:/ { rows = $2 }
/^label:/ { lw = number("width"); lh = number("height") }
/^first:/ { left = number("left"); top = number("top") }
/^pitch:/ { dx = number("across"); dy = number("down") }
END {
    print w, h
    for (r = 0; r < rows; r++)
        for (c = 0; c < columns; c++)
            print left + c * dx, top + r * dy, left + c * dx + lw, top + r * dy + lh
}
AWK

# What real sheets are made to: 0.3 mm at the edge, 0.15 mm between labels
# (facts 3.2).
cat >"$work/apart.awk" <<'AWK'
NR == 1 { w = $1; h = $2; next }
{
    if ($1 < -0.3 || $2 < -0.3 || $3 > w + 0.3 || $4 > h + 0.3)
        print "label " NR - 1 " leaves the sheet"
    for (i = 1; i < n + 1; i++)
        if ($1 < r[i] - 0.15 && $3 > l[i] + 0.15 && $2 < b[i] - 0.15 && $4 > t[i] + 0.15)
            print "labels " i " and " NR - 1 " overlap"
    n++
    l[n] = $1; t[n] = $2; r[n] = $3; b[n] = $4
}
END { if (n == 0) print "no labels" }
AWK

# The words that pdftotext found against the labels. Its boxes are as high as
# the face, 1.069 em above the base line and 0.293 below; the ink of Noto Sans
# reaches 0.77 and 0.24.
cat >"$work/words.awk" <<'AWK'
FNR == NR && FNR == 1 { w = $1; h = $2; next }
FNR == NR { n++; l[n] = $1; t[n] = $2; r[n] = $3; b[n] = $4; next }
function max(x, y) { return x > y ? x : y }
function min(x, y) { return x < y ? x : y }
/<word / {
    split($0, v, "\"")
    x = v[2] * 25.4 / 72; X = v[6] * 25.4 / 72
    high = v[8] - v[4]
    y = (v[4] + 0.22 * high) * 25.4 / 72; Y = (v[8] - 0.04 * high) * 25.4 / 72
    for (i = 1; i <= n; i++)
        if (x > max(l[i] + 3, 5) - 0.1 && X < min(r[i] - 3, w - 5) + 0.1 &&
            y > max(t[i] + 3, 5) - 0.1 && Y < min(b[i] - 3, h - 5) + 0.1)
            break
    if (i > n) print "a word outside the labels: " $0
    else found[i]++
}
END {
    for (i = 1; i <= n; i++)
        if (found[i] != words) print "label " i " has " found[i] + 0 " words, not " words
}
AWK

page_is() {
    pdfinfo "$2" | awk -v want="$(head -n 1 "$work/labels")" '
        /^Pages:/ && $2 != 1 { print $2 " pages" }
        /^Page size/ {
            split(want, mm, " ")
            w = $3 * 25.4 / 72 - mm[1]; h = $5 * 25.4 / 72 - mm[2]
            if (w * w > 0.01 || h * h > 0.01) print "the page is not " want " mm"
        }' >"$work/size"
    if [ -s "$work/size" ]; then
        fail "$1: $(head -n 1 "$work/size")"
    else
        pass
    fi
}

# fill SHEET ADDRESS WORDS: 0 filled, 1 refused in millimetres, 2 failed
fill() {
    "$envoi" labels "$work/$2.yaml" --on "$1" --origin FR --no-ruler \
        --copies "$(($(wc -l <"$work/labels") - 1))" -o "$work/x.pdf" \
        2>"$work/said" || {
        grep -q 'does not fit the label .* [0-9.]* mm too ' "$work/said" && return 1
        fail "$1: $(head -n 1 "$work/said")"
        return 2
    }
    page_is "$1" "$work/x.pdf"
    pdftotext -bbox "$work/x.pdf" "$work/words"
    awk -v words="$3" -f "$work/words.awk" "$work/labels" "$work/words" >"$work/wrong"
    if [ -s "$work/wrong" ]; then
        fail "$1, $2 address: $(head -n 1 "$work/wrong")"
        return 2
    fi
    pass
}

seen=0 tried=0 filled=0 refused=0 long_filled=0 long_refused=0
for file in layouts/labels/*.yaml; do
    name=$(basename "$file" .yaml)
    case $only in "  " | *" $name "*) ;; *) continue ;; esac
    seen=$((seen + 1))
    [ "$full" = full ] || [ $((seen % 4)) -eq 1 ] || continue
    tried=$((tried + 1))
    awk -f "$work/labels.awk" "$file" >"$work/labels"
    awk -f "$work/apart.awk" "$work/labels" >"$work/wrong"
    if [ -s "$work/wrong" ]; then
        fail "$name: $(head -n 1 "$work/wrong")"
    else
        pass
    fi
    if "$envoi" layouts --draw "$name" -o "$work/d.pdf"; then
        page_is "$name, drawn" "$work/d.pdf"
    else
        fail "$name cannot be drawn"
    fi
    fill "$name" short 7
    case $? in 0) filled=$((filled + 1)) ;; 1) refused=$((refused + 1)) ;; esac
    fill "$name" long 19
    case $? in
    0) long_filled=$((long_filled + 1)) ;;
    1) long_refused=$((long_refused + 1)) ;;
    esac
done
echo "sheets tried $tried, failures $failed"
echo "an address of three lines: $filled filled, $refused refused in mm"
echo "an address of six lines: $long_filled filled, $long_refused refused in mm"
# A sweep that refuses everything proves nothing.
if [ "$only" = "  " ] &&
    { [ $((refused * 10)) -gt $tried ] || [ $((long_refused * 4)) -gt $tried ]; }; then
    fail "too few sheets could be filled"
fi

# ---- other shapes, by their ink ----

# shape NAME WIDTH HEIGHT [ROUND|HOLE]: two columns, at 12.4 and 110.2 mm
shape() {
    kind=$1 w=$2 h=$3 extra=${4-}
    case $kind in
    ellipse) more="shape: ellipse" label="{width: $w, height: $h}" ;;
    ring) more="shape: ring" label="{width: $w, height: $h, hole: $extra}" ;;
    round) more="cut: no" label="{width: $w, height: $h, round: $extra}" ;;
    esac
    printf '%s\n' 'kind: labels' 'title: t' 'paper: a4' "$more" "label: $label" \
        'columns: 2' 'rows: 2' 'first: {left: 12.4, top: 20}' \
        'pitch: {across: 97.8, down: 130}' >"$work/shape.yaml"
    "$envoi" labels "$work/square.yaml" --on "$work/shape.yaml" \
        --origin DE --no-ruler --copies 4 -o "$work/x.pdf" || {
        fail "$kind $w x $h"
        return
    }
    pdftoppm -r 100 -mono -singlefile "$work/x.pdf" "$work/page"
    columns=$(awk 'NR == 2 { print $1; exit }' "$work/page.pbm")
    tail -c +"$(($(head -n 2 "$work/page.pbm" | wc -c) + 1))" "$work/page.pbm" |
        od -An -v -tx1 -w$(((columns + 7) / 8)) |
        awk -v kind="$kind" -v w="$w" -v h="$h" -v extra="$extra" '
        function in_ellipse(x, y, a, b) {
            return x * x / (a * a) + y * y / (b * b) <= 1
        }
        # From the middle of the label.
        function in_shape(x, y,   r, dx, dy) {
            x = x < 0 ? -x : x; y = y < 0 ? -y : y
            if (x > w / 2 || y > h / 2) return 0
            if (kind == "ellipse") return in_ellipse(x, y, w / 2, h / 2)
            r = (w > h ? w : h) / 2
            if (kind == "ring")
                return in_ellipse(x, y, r, r) && !in_ellipse(x, y, extra / 2, extra / 2)
            dx = x - w / 2 + extra; dy = y - h / 2 + extra
            return dx <= 0 || dy <= 0 || in_ellipse(dx, dy, extra, extra)
        }
        # So is everything up to `far` around it.
        function well_inside(x, y, far,   i) {
            for (i = 0; i < 16; i++)
                if (!in_shape(x + far * cosine[i], y + far * sine[i])) return 0
            return 1
        }
        BEGIN {
            for (i = 0; i < 16; i++) {
                cosine[i] = cos(i * 3.14159265 / 8)
                sine[i] = sin(i * 3.14159265 / 8)
            }
            digits = "0123456789abcdef"
        }
        {
            for (i = 1; i <= NF; i++) {
                if ($i == "00") continue
                v = (index(digits, substr($i, 1, 1)) - 1) * 16 + index(digits, substr($i, 2, 1)) - 1
                for (k = 0; k < 8; k++) {
                    if (int(v / 2 ^ (7 - k)) % 2 == 0) continue
                    x = ((i - 1) * 8 + k + 0.5) * 25.4 / 100
                    y = (NR - 0.5) * 25.4 / 100
                    x -= 12.4 + (x > 105 ? 97.8 : 0) + w / 2
                    y -= 20 + (y > 140 ? 130 : 0) + h / 2
                    ink++
                    # One pixel of doubt.
                    if (!well_inside(x, y, 2.75)) out++
                    else if (!near) near = !well_inside(x, y, 6)
                }
            }
        }
        END {
            if (ink < 500) print "no ink"
            if (out) print out " pixels outside"
            # Else the text is small and proves nothing.
            if (!near) print "no ink near the edge"
        }' >"$work/wrong"
    if [ -s "$work/wrong" ]; then
        fail "$kind $w x $h: $(head -n 1 "$work/wrong")"
    else
        pass
    fi
}

if [ "$only" = "  " ]; then
    for width in 56 60 64; do shape ellipse $width 34; done
    shape ellipse 50 50
    shape ellipse 50 64
    for width in 68 72; do shape ring $width $width 10; done
    shape ring 72 68 10
    for round in 8 11 14; do shape round 54 29 $round; done
fi
echo "sheets: $passed passed, $failed failed, 0 skipped"
[ $failed -eq 0 ]
