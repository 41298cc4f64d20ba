#!/bin/sh
# Print a small letter on every letter layout and measure it with pdftotext and
# mutool: the address, the marks, the first line of the body stand where facts
# 2.1 has them, and the window shows the address and nothing else. Then draw
# every layout: the sheet has its size, and no word is printed over another.
# Closing line: N passed, N failed, N skipped.
#
#   tests/pdf/layouts.sh [LAYOUT...]
set -u
cd "$(dirname "$0")/../.." || exit 3
root=$PWD
envoi=${ENVOI:-$root/build/${KIND:-release}/envoi}
export ENVOI_DATA="${ENVOI_DATA:-$root}"
for tool in pdftotext mutool pdfinfo qpdf; do
    command -v $tool >/dev/null || {
        echo "$tool is missing"
        echo "layouts: 0 passed, 0 failed, 1 skipped"
        exit 0
    }
done
work=$(mktemp -d "${TMPDIR:-/tmp}/envoi-layouts.XXXXXX") || exit 3
trap 'rm -rf "$work"' EXIT
only=" $* "

# The words of the address, of the return line and of the body differ, so that
# each is known by its text.
cat >"$work/to.yaml" <<'END'
name: Adrienne Addressee
title: Adviser
lines: [Avenue Adorno]
city: Adelboden
postcode: "3715"
country: CH
END
cat >"$work/from.yaml" <<'END'
name: Sam Sender
lines: [2 Street S]
postcode: "75001"
city: Sarcelles
country: FR
END
cat >"$work/plain.md" <<'END'
---
from: from.yaml
to: to.yaml
date: 2026-01-31
subject: Subject
salutation: Dear Madam,
closing: Yours faithfully,
lang: en-GB
---

Body of the letter.
END
cat >"$work/chinese.md" <<'END'
---
date: 2026-01-31
salutation: 尊敬的主任：
lang: zh-Hans
---

正文
END

passed=0 failed=0
pass() { passed=$((passed + 1)); }
fail() {
    failed=$((failed + 1))
    echo "failed $1"
}
wanted() { [ "$only" = "  " ] || case $only in *" $1 "*) ;; *) return 1 ;; esac }

# words PDF: left top right bottom text, in mm, one word a line.
words() {
    pdftotext -bbox -f 1 -l 1 "$1" - | awk -F'"' '/<word/ {
        m = 25.4 / 72; t = $9; sub(/^>/, "", t); sub(/<.*/, "", t)
        printf "%.3f %.3f %.3f %.3f %s\n", $2 * m, $4 * m, $6 * m, $8 * m, t }'
}
# marks PDF HEIGHT: left, top, length of the level lines left of 20 mm, in mm.
marks() {
    mutool trace "$1" 1 2>/dev/null | awk -F'"' -v h="$2" '
        /<moveto/ { x = $2; y = $4 }
        /<lineto/ && y == $4 && x < 20 / 25.4 * 72 {
            printf "%.2f %.2f %.2f\n", x * 25.4 / 72, h - y * 25.4 / 72, ($2 - x) * 25.4 / 72 }' |
        sort -n -k 2
}
# near WHAT GOT WANT TOLERANCE
near() {
    if awk -v a="$2" -v b="$3" -v t="$4" 'BEGIN { d = a - b; exit !(a != "" && d <= t && d >= -t) }'; then
        pass
    else
        fail "$1: at ${2:-no place} mm, not $3"
    fi
}
# same WHAT GOT WANT
same() {
    if [ "$2" = "$3" ]; then pass; else fail "$1: \"$2\", not \"$3\""; fi
}

# letter LAYOUT HEIGHT  FIELD: TEXT_X FIRST_Y  BODY  MARKS (y length, ...)
#        WINDOW: X Y W H ACROSS DOWN (- without)
#
# pdftotext counts a word from its font's ascent down: with the leading of an
# address, 1.22 of its size, that is 0.3 to 0.4 mm above the line's own top, and
# 0.1 mm with that of the body. Hence the tolerance of 0.5 mm down; across it is
# 0.3 mm.
letter() {
    wanted "$1" || return 0
    layout=$1 height=$2 text_x=$3 first_y=$4 body=$5 want_marks=$6
    shift 6
    "$envoi" letter "$work/plain.md" --on "$layout" -o "$work/x.pdf" || {
        fail "$layout: not printed"
        return
    }
    words "$work/x.pdf" >"$work/words"
    near "$layout: address, left" "$(awk '$5 == "Adrienne" { print $1; exit }' "$work/words")" "$text_x" 0.3
    near "$layout: address, top" "$(awk '$5 == "Adrienne" { print $2; exit }' "$work/words")" "$first_y" 0.5
    near "$layout: body" "$(awk '$5 == "January" { print $2; exit }' "$work/words")" "$body" 0.3
    same "$layout: marks" "$(marks "$work/x.pdf" "$height" | awk '{ printf "%s%.1f %.1f", (NR > 1 ? ", " : ""), $2, $3 }')" "$want_marks"
    same "$layout: marks, left" "$(marks "$work/x.pdf" "$height" | awk '{ printf "%.1f\n", $1 }' | sort -u)" 3.5
    check_window "$@"
}

# However the sheet slides: the whole address is in sight, and of the rest only
# the return line.
check_window() {
    awk -v x="$1" -v y="$2" -v w="$3" -v h="$4" -v across="$5" -v down="$6" '
        BEGIN { split("Adrienne Addressee Adviser AVENUE ADORNO CH-3715 Adelboden ADELBODEN SUISSE", a, " ")
                for (i in a) address[a[i]] = 1
                split("Sam Sender · 2 Street S 75001 Sarcelles SARCELLES France FRANCE", r, " ")
                for (i in r) line[r[i]] = 1 }
        function in_sight(t) { return $1 >= x + t * across - 0.1 && $3 <= x + w - t * across + 0.1 &&
                                      $2 >= y + t * down - 0.5 && $4 <= y + h - t * down + 0.5 }
        # 0.5 mm of the box is above and below the letters.
        function touches() { return $3 > x - across && $1 < x + w + across &&
                                    $4 - 0.5 > y - down && $2 + 0.5 < y + h + down }
        $5 in address { n++; if (!in_sight(1)) print $5 " is not surely shown" }
        !($5 in address) && touches() && !($5 in line) { print $5 " shows in the window" }
        END { if (n < 7) print "only " n " words of the address" }' "$work/words" >"$work/window"
    if [ -s "$work/window" ]; then
        fail "$layout: window: $(tr '\n' ';' <"$work/window")"
    else
        pass
    fi
}

#      layout      sheet  text   first  body  marks
letter din5008-a   297    25     44.7   79.4  "87.0 5.0, 148.5 7.5, 192.0 5.0" 20 27 90 45 5 0
letter din5008-b   297    25     62.7   98.5  "105.0 5.0, 148.5 7.5, 210.0 5.0" 20 45 90 45 5 0
letter nf-z11001   297    110    45     99    "99.0 5.0, 198.0 5.0" 100 35 100 45 5 0
letter sn-right    297    112    55     98.5  "105.0 5.0, 210.0 5.0" 112 45 90 45 0 0
letter sn-left     297    20     45.5   89    "105.0 5.0, 210.0 5.0" 20 35.5 100 45 0 0
letter uk-dl       297    25.4   62.7   98.5  "105.0 5.0, 210.0 5.0" 20 45 90 45 5 0
letter uk-c5       297    25.4   62.7   98.5  "148.5 5.0" 20 43.5 90 45 5 0
# Seen with the sheet at either end of its play in the envelope.
letter us-letter   279.4  25.4   63.5   95.3  "101.6 5.0, 203.2 5.0" 9.525 61.9 114.3 28.575 12.7 1.6
letter us-letter-9 279.4  25.4   58.8   87.3  "95.3 5.0, 187.3 5.0" 17.5 55.6 114.3 28.6 4.8 1.6
# Without a window: the address is in its field, nothing else is.
letter us-letter-plain 279.4 25.4 65 104 "93.1 5.0, 186.3 5.0" 22 63.5 140 39 0 0
letter japan-chou3 297    22     17     69    "116.0 4.0, 232.0 4.0" 9.5 10 90 45 12.5 2
letter japan-you4  297    22     17     69    "99.0 4.0, 198.0 4.0" 9.5 9 90 45 12.5 3

# Facts 2.2: no address on the sheet, the salutation flush left (the colon is as
# wide as a character); of an official document the text begins 28 mm from the
# left and 37 mm from the top.
chinese() {
    wanted "$1" || return 0
    "$envoi" letter "$work/chinese.md" --on "$1" --origin FR -o "$work/x.pdf" || {
        fail "$1: not printed"
        return
    }
    words "$work/x.pdf" >"$work/words"
    near "$1: salutation, left" "$(awk '/尊敬/ { print $1; exit }' "$work/words")" "$2" 0.3
    near "$1: salutation, top" "$(awk '/尊敬/ { print $2; exit }' "$work/words")" "$3" 2
    same "$1: marks" "$(marks "$work/x.pdf" 297)" ""
}
# A letter whose sheet becomes its envelope: folds and the first line.
folded() {
    wanted "$1" || return 0
    "$envoi" letter "$work/plain.md" --on "$1" -o "$work/x.pdf" || {
        fail "$1: not printed"
        return
    }
    words "$work/x.pdf" >"$work/words"
    near "$1: body" "$(awk '$5 == "January" { print $2; exit }' "$work/words")" "$2" 0.3
    same "$1: marks" "$(marks "$work/x.pdf" "$3" | awk '{ printf "%s%.1f %.1f", (NR > 1 ? ", " : ""), $2, $3 }')" "$4"
    same "$1: pages" "$(pdfinfo "$work/x.pdf" | awk '/^Pages/ { print $2 }')" 2
}
folded fold-a4 64 297 "96.0 5.0, 197.0 5.0"
folded fold-letter 64 279.4 "90.0 5.0, 185.0 5.0"
chinese chinese 28 35
chinese gbt9704 28 37

# Each letter layout has its line above.
for file in "$ENVOI_DATA"/layouts/letters/*.yaml; do
    name=$(basename "$file" .yaml)
    if grep -qE "^(letter|chinese|folded) $name " "$root/tests/pdf/layouts.sh"; then pass; else fail "$name: not tested"; fi
done

# drawing NAME: as large as it says, sound, and legible.
drawing() {
    wanted "$1" || return 0
    "$envoi" layouts --draw "$1" -o "$work/x.pdf" || {
        fail "$1: not drawn"
        return
    }
    if qpdf --check "$work/x.pdf" >/dev/null 2>&1; then pass; else fail "$1: qpdf --check"; fi
    size=$("$envoi" layouts "$1" | sed -nE 's/^(sheet|envelope) ([0-9.]+) x ([0-9.]+) mm$/\2 \3/p')
    got=$(pdfinfo "$work/x.pdf" | awk '/^Page size/ { printf "%.1f %.1f", $3 * 25.4 / 72, $5 * 25.4 / 72 }')
    same "$1: drawn size" "$got" "$size"
    words "$work/x.pdf" >"$work/words"
    # The boxes of two lines meet; letters do not.
    over=$(awk '{ for (i = 1; i < NR; i++)
            if ($1 + 0.2 < r[i] && l[i] + 0.2 < $3 && $2 + 0.8 < b[i] && t[i] + 0.8 < $4) print w[i] " and " $5
            l[NR] = $1; t[NR] = $2; r[NR] = $3; b[NR] = $4; w[NR] = $5 }' "$work/words" | head -n 3)
    same "$1: words over each other" "$over" ""
    near "$1: words, from the edge" "$(sort -n "$work/words" | head -n 1 | cut -d ' ' -f 1)" 105 101
    # Every figure of its boxes is there.
    "$envoi" layouts "$1" | awk '/^(window|recipient|return line|remark|sender|letterhead|stamp)/ && NF > 4 {
            for (i = NF - 3; i <= NF - 2; i++) print $i + 0 }' | sort -un >"$work/figures"
    # Hundredths in the drawing, tenths in the list.
    lost=$(awk 'NR == FNR { f[n++] = $5 + 0; next }
        $1 > 0 { found = 0; for (i in f) if (f[i] - $1 < 0.06 && $1 - f[i] < 0.06) found = 1
                 if (!found) print $1 }' "$work/words" "$work/figures" | tr '\n' ' ')
    same "$1: figures left out" "$lost" ""
    # So is the number of each label; a very small one is full of words.
    labels=$("$envoi" layouts "$1" | sed -nE 's/^labels +([0-9]+):.*/\1/p')
    [ "$1" = avery-l4730 ] && labels=
    lost=$(awk -v n="${labels:-0}" '{ seen[$5] = 1 }
        END { for (i = 1; i <= n; i++) if (!(i in seen)) printf "%d ", i }' "$work/words")
    same "$1: labels without a number" "$lost" ""
}
for file in "$ENVOI_DATA"/layouts/labels/*.yaml "$ENVOI_DATA"/layouts/envelopes/*.yaml "$ENVOI_DATA"/layouts/letters/*.yaml; do
    drawing "$(basename "$file" .yaml)"
done

echo "layouts: $passed passed, $failed failed, 0 skipped"
[ $failed -eq 0 ]
