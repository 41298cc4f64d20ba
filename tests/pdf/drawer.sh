#!/bin/sh
# Part-used sheets, copies, stacks and what is done after a jam: which name
# stands on which label of which sheet, as poppler finds it on the page.
# Closing line: N passed, N failed, N skipped.
set -u
cd "$(dirname "$0")/../.." || exit 3
envoi=${ENVOI:-$PWD/build/${KIND:-release}/envoi}
export ENVOI_DATA="${ENVOI_DATA:-$PWD}"
passed=0 failed=0
if ! command -v pdftotext >/dev/null; then
    echo "drawer: 0 passed, 0 failed, 1 skipped"
    exit 0
fi
work=$(mktemp -d "${TMPDIR:-/tmp}/envoi-drawer.XXXXXX") || exit 3
trap 'rm -rf "$work"' EXIT

# book N [COPIES...]: N addresses named n1, n2 ...
book() {
    n=$1
    shift
    echo "$@" | awk -v n="$n" '{
        print "name,lines,city,country,copies"
        for (i = 1; i <= n; i++) print "n" i ",1 rue Cler,Paris,FR," $i
    }'
}

# labels FILE.csv OPTION...: into x.pdf, and "SHEET: LABEL=NAME ..." a line. A
# name is on a label if its box is, 3 mm inside; L7160 has 3 x 7.
labels() {
    "$envoi" labels "$@" --origin FR -o "$work/x.pdf" || return
    places "$work/x.pdf" 3 7.2 15.15 63.5 38.1 66.04 38.1
}
slips() {
    "$envoi" labels "$@" --on plain-a4 --origin FR -o "$work/x.pdf" || return
    places "$work/x.pdf" 2 15 23.5 90 50 90 50
}

# places PDF COLUMNS LEFT TOP W H ACROSS DOWN
places() {
    pdftotext -bbox "$1" - | awk -v columns="$2" -v left="$3" -v top="$4" \
        -v w="$5" -v h="$6" -v across="$7" -v down="$8" '
        function mm(name,   s) {
            s = $0
            sub(".*" name "=\"", "", s)
            return s * 25.4 / 72
        }
        function put(   k) {
            printf "%d:", sheet
            for (k = 1; k <= 99; k++) if (k in at) printf " %d=%s", k, at[k]
            print ""
            split("", at)
        }
        /<page / { if (sheet) put(); sheet++ }
        /<word .*>n[0-9]+</ {
            column = int((mm("xMin") - left) / across)
            row = int((mm("yMin") - top) / down)
            x = left + column * across
            y = top + row * down
            name = $0
            gsub(/.*">|<.*/, "", name)
            if (mm("xMin") < x + 2.9 || mm("xMax") > x + w - 2.9 ||
                mm("yMin") < y + 2.9 || mm("yMax") > y + h - 2.9)
                name = name "(outside)"
            at[row * columns + column + 1] = name
        }
        END { put() }'
}

# is WHAT GOT WANT
is() {
    if [ "$2" = "$3" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'failed: %s\n--- got\n%s\n--- want\n%s\n' "$1" "$2" "$3"
    fi
}

book 7 >"$work/seven.csv"
cd "$work" || exit 3
is "one peeled sheet" "$(labels seven.csv --on L7160 --free 20-21,5-8,12)" \
    "1: 5=n1 6=n2 7=n3 8=n4 12=n5 20=n6 21=n7"
is "two part-used sheets, then a whole one" \
    "$(labels seven.csv --on L7160 --free 5-6 --free 1,21)" \
    "1: 5=n1 6=n2
2: 1=n3 21=n4
3: 1=n5 2=n6 3=n7"
is "start" "$(labels seven.csv --on L7160 --start 18)" \
    "1: 18=n1 19=n2 20=n3 21=n4
2: 1=n5 2=n6 3=n7"
is "a part-used sheet that is not needed" \
    "$(labels seven.csv --on L7160 --free 1-9 --free 1)" \
    "1: 1=n1 2=n2 3=n3 4=n4 5=n5 6=n6 7=n7"

book 3 2 0 3 >"$work/copies.csv"
is "copies of records, in packs" "$(labels copies.csv --on L7160)" \
    "1: 1=n1 2=n3 3=n1 4=n3 5=n3"
is "times those of the run, by target" \
    "$(labels copies.csv --on L7160 --copies 2 --order target)" \
    "1: 1=n1 2=n1 3=n1 4=n1 5=n3 6=n3 7=n3 8=n3 9=n3 10=n3"

# After a jam. The whole run has 49 labels on 3 sheets.
whole=$(labels seven.csv --on L7160 --copies 7)
cp x.pdf whole.pdf
is "the whole run" "$(echo "$whole" | wc -l)" 3
labels seven.csv --on L7160 --copies 7 --from-label 22 >rest.txt
is "from label 22 is the rest" "$(sed 's/^[0-9]*//' rest.txt)" \
    "$(echo "$whole" | sed '1d;s/^[0-9]*//')"
pdftotext -bbox -f 2 whole.pdf - | grep '<word .*>n' >want
pdftotext -bbox x.pdf - | grep '<word .*>n' >got
is "to the point" "$(cat got)" "$(cat want)"
is "chosen labels, on new places" \
    "$(labels seven.csv --on L7160 --copies 7 --only 49,1-3,30 --start 10)" \
    "1: 10=n1 11=n2 12=n3 13=n2 14=n7"
is "from a label on, on a peeled sheet" \
    "$(labels seven.csv --on L7160 --copies 7 --from-label 47 --free 2,4,6)" \
    "1: 2=n5 4=n6 6=n7"
labels seven.csv --on L7160 --copies 7 --redo-sheet 3 >redo
pdftotext -bbox -f 3 whole.pdf - | grep '<word .*>n' >want
pdftotext -bbox x.pdf - | grep '<word .*>n' >got
is "sheet 3 again" "$(cat got)" "$(cat want)"
is "it has labels" "$(cat redo)" "1: 1=n1 2=n2 3=n3 4=n4 5=n5 6=n6 7=n7"
is "a part-used sheet again" \
    "$(labels seven.csv --on L7160 --free 5-6 --free 1,21 --redo-sheet 2)" \
    "1: 1=n3 21=n4"

# A ledger: three runs fill a drawer, each on what the one before it left.
rm -f drawer.yaml
is "the first run begins a sheet" \
    "$(labels seven.csv --on L7160 --copies 2 --ledger drawer.yaml 2>&1)" \
    "drawer.yaml: note: page 1 is a new sheet: write 1 on it and keep it, labels left: 15-21
1: 1=n1 2=n2 3=n3 4=n4 5=n5 6=n6 7=n7 8=n1 9=n2 10=n3 11=n4 12=n5 13=n6 14=n7"
is "the second goes on with it" \
    "$(labels seven.csv --on l7160 --only 1-4 --ledger drawer.yaml 2>&1)" \
    'drawer.yaml: note: page 1 goes on sheet "1", labels 15-18; left after that: 19-21
1: 15=n1 16=n2 17=n3 18=n4'
sed -i 's/^  used: .*/  used: 2-20 # peeled by hand/' drawer.yaml
is "the third fills it, a whole one, and begins another" \
    "$(labels seven.csv --on L7160 --copies 4 --ledger drawer.yaml 2>&1)" \
    'drawer.yaml: note: page 1 goes on sheet "1", labels 1, 21; left after that: none
drawer.yaml: note: page 3 is a new sheet: write 2 on it and keep it, labels left: 6-21
1: 1=n1 21=n2
2: 1=n3 2=n4 3=n5 4=n6 5=n7 6=n1 7=n2 8=n3 9=n4 10=n5 11=n6 12=n7 13=n1 14=n2 15=n3 16=n4 17=n5 18=n6 19=n7 20=n1 21=n2
3: 1=n3 2=n4 3=n5 4=n6 5=n7'
is "the drawer after that" "$(sed 1,3d drawer.yaml)" \
    "- sheet: 1
  layout: avery-l7160
  labels: 21 of 63.5 x 38.1 mm
  used: all # peeled by hand
- sheet: 2
  layout: avery-l7160
  labels: 21 of 63.5 x 38.1 mm
  used: 1-5"
cp drawer.yaml before
labels seven.csv --on L7160 --copies 3 --from-label 1 --ledger drawer.yaml --dump=display >/dev/null 2>&1
labels seven.csv --on L7160 --copies 3 --outline --ledger drawer.yaml >/dev/null 2>&1
is "a dump and a try use up nothing" "$(cat drawer.yaml)" "$(cat before)"
labels seven.csv --on L7163 --copies 2 --ledger none.yaml >/dev/null
is "whole sheets leave nothing to keep" "$(ls none.yaml 2>&1 >/dev/null | wc -l)" 1

# One cut, 2 x 5 slips a sheet: the stacks laid on one another are the run.
book 5 >"$work/five.csv"
is "stacked packs" "$(slips five.csv --copies 5 --stack)" \
    "1: 1=n1 2=n4 3=n2 4=n5 5=n3 6=n1 7=n4 8=n2 9=n5
2: 1=n2 2=n5 3=n3 4=n1 5=n4 6=n2 7=n5 8=n3
3: 1=n3 2=n1 3=n4 4=n2 5=n5 6=n3 7=n1 8=n4"
is "stacks of one address each" \
    "$(slips five.csv --copies 5 --stack --order target)" \
    "1: 1=n1 2=n1 3=n2 4=n2 5=n3 6=n3 7=n4 8=n4 9=n5 10=n5
2: 1=n1 2=n1 3=n2 4=n2 5=n3 6=n3 7=n4 8=n4 9=n5 10=n5
3: 1=n1 3=n2 5=n3 7=n4 9=n5"

# Cut lines run around the slips that are there, the line between two of them
# once: 2 x 5 touching slips are 6 + 3 lines; of the slips 4, 5 and 6 the box
# of 4 shares its lower edge with 6.
cut_lines() {
    "$envoi" labels seven.csv --on plain-a4 --origin FR --no-ruler --dump=display "$@" |
        awk '$5 == "line" || $4 == "line" {
            printf "%s %.1f,%.1f-%.1f,%.1f", sep, $2 * 25.4 / 72,
                $3 * 25.4 / 72, $5 * 25.4 / 72, $6 * 25.4 / 72; sep = ";" }'
}
is "cut lines of seven slips" "$(cut_lines)" \
    " 15.0,23.5-195.0,23.5; 15.0,73.5-195.0,73.5; 15.0,123.5-195.0,123.5; 15.0,173.5-195.0,173.5; 15.0,223.5-105.0,223.5; 15.0,23.5-15.0,223.5; 105.0,23.5-105.0,223.5; 195.0,23.5-195.0,173.5"
is "cut lines of slips 4 to 6" "$(cut_lines --free 4-6 --only 1-3)" \
    " 105.0,73.5-195.0,73.5; 15.0,123.5-195.0,123.5; 15.0,173.5-195.0,173.5; 15.0,123.5-15.0,173.5; 105.0,73.5-105.0,173.5; 195.0,73.5-195.0,173.5"
is "cut lines of the last slip" "$(cut_lines --start 10 --only 1)" \
    " 105.0,223.5-195.0,223.5; 105.0,273.5-195.0,273.5; 105.0,223.5-105.0,273.5; 195.0,223.5-195.0,273.5"

# For a try the edges of all labels, used or not; ovals are cut out as ovals.
lines() {
    "$envoi" labels seven.csv --only 1 --origin FR --no-ruler --dump=display "$@" |
        awk '/ line / { n++; y = $3 > $6 ? $3 : $6; if (y > most) most = y }
            END { printf "%d to %.0f mm", n, most * 25.4 / 72 }'
}
is "no edges" "$(lines --on zweckform-3475)" "0 to 0 mm"
is "edges of 24 labels" "$(lines --on zweckform-3475 --outline)" "96 to 292 mm"
is "edges instead of cut lines" "$(lines --on plain-a4 --outline)" "40 to 274 mm"
cat >oval.yaml <<'END'
kind: labels
title: ovals to cut out
paper: a4
shape: ellipse
cut: yes
columns: 2
rows: 4
label: {width: 95, height: 60}
first: {left: 8, top: 20}
pitch: {across: 97, down: 62}
END
is "one oval to cut out" "$(lines --on ./oval.yaml | sed 's/^[0-9]* //')" "to 80 mm"

# The ruler at 600 dpi: the longest run of ink below the labels is 100 mm, two
# pixels more or less; nothing comes there without it.
ruler() {
    "$envoi" labels seven.csv --on L7160 --origin FR -o x.pdf "$@"
    pdftoppm -r 600 -mono -singlefile -x 0 -y 6680 -W 4960 -H 300 x.pdf ruler
    tail -c +$(($(head -n 2 ruler.pbm | wc -c) + 1)) ruler.pbm |
        od -An -v -tx1 -w620 | awk '
        function ink(byte) { return index("0123456789abcdef", byte) - 1 }
        {
            run = 0
            for (i = 1; i <= NF; i++)
                for (k = 0; k < 8; k++) {
                    half = ink(substr($i, 1 + (k > 3), 1))
                    if (int(half / 2 ^ (3 - k % 4)) % 2 == 0) run = 0
                    else if (++run > best) best = run
                }
        }
        END { mm = best * 25.4 / 600; print (mm > 99.9 && mm < 100.1 ? "100 mm" : mm) }'
}
is "the ruler as a printer sees it" "$(ruler)" "100 mm"
is "no ruler" "$(ruler --no-ruler)" 0
is "the ruler to the point, and its words" \
    "$("$envoi" labels seven.csv --on L7160 --origin DE --dump=display | awk '
        /width 0.300/ && $6 == $3 { printf "%.3f pt", $5 - $2 }
        /^- .*glyphs/ { sub(".*000 ", ""); gsub("\302\240", " "); printf ", %s", $0 }')" \
    '283.465 pt, "100 mm", "100 %", "Originalgröße"'
is "on the first sheet only" \
    "$("$envoi" labels seven.csv --copies 6 --on L7160 --origin DE --dump=display |
        awk '/^page/ { n++ } /Originalgr/ { print n }')" 1

echo "drawer: $passed passed, $failed failed, 0 skipped"
[ $failed -eq 0 ]
