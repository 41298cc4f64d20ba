#!/bin/sh
# A printer that is off, from the calibration page to labels on their sheet.
#
# `paper print` (tests/tools/paper.c) puts a page on paper as a bad printer
# would: shifted, stretched, turned, with blank edges. What the page says is
# read off that paper with its creases in the true middle, given to
# `calibrate --save`, and labels and envelopes are printed with the profile on
# the same bad printer. They must lie where they belong, to 0.1 mm.
# Closing line: N passed, N failed, N skipped.
set -u
cd "$(dirname "$0")/../.." || exit 3
B=${B:-$PWD/build/${KIND:-release}}
export ENVOI_DATA="${ENVOI_DATA:-$PWD}" PATH="$B:$B/tools:$PATH"
passed=0 failed=0
if ! command -v pdftoppm >/dev/null; then
    echo "printer: 0 passed, 0 failed, 1 skipped"
    exit 0
fi
work=$(mktemp -d "${TMPDIR:-/tmp}/envoi-printer.XXXXXX") || exit 3
trap 'rm -rf "$work"' EXIT
export XDG_CONFIG_HOME="$work/config"

# raster PDF NAME [PAGE]: 10 pixels a mm.
raster() {
    pdftoppm -gray -r 254 -f "${3:-1}" -l "${3:-1}" -singlefile "$1" "$work/$2"
}
# same WHAT GOT WANT
same() {
    if [ "$2" = "$3" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "failed: $1: $2, not $3"
    fi
}
# near WHAT GOT WANT BY: lists with commas.
near() {
    if echo "$2 $3" | awk -v by="$4" '{
        n = split($1, a, ","); ok = n > 0 && n == split($2, b, ",")
        for (i = 1; i <= n; i++) {
            d = a[i] - b[i]
            if (a[i] == "" || d > by + 0.0001 || d < -by - 0.0001) ok = 0
        }
        exit !ok }'; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "failed: $1: $2, not $3 to $4"
    fi
}

envoi calibrate --duplex -o "$work/sheet.pdf" || failed=$((failed + 1))
raster "$work/sheet.pdf" sheet 1
raster "$work/sheet.pdf" back 2
envoi labels examples/xinjiang-beijing.yaml --on avery-l7159 --origin FR \
    --copies 8 -o "$work/want.pdf" || failed=$((failed + 1))
raster "$work/want.pdf" want

# printer NAME WANT_EDGES TOLERANCE "FAULTS" [MORE --save OPTIONS]: measure it,
# print 24 labels on it, see where they are.
printer() {
    name=$1 edges=$2 by=$3 faults=$4
    shift 4
    # shellcheck disable=SC2086
    paper print $faults "$work/sheet.pgm" "$work/read.pgm"
    fold=$(paper fold "$work/read.pgm")
    bars=$(paper bars "$work/read.pgm")
    border=$(paper edges "$work/read.pgm")
    same "$name: edges" "$border" "$edges"
    envoi calibrate --save "$name" --fold "$fold" --bars "$bars" \
        --border "$border" "$@" >/dev/null || failed=$((failed + 1))
    envoi labels examples/xinjiang-beijing.yaml --on avery-l7159 --origin FR \
        --copies 8 --printer "$name" -o "$work/labels.pdf" 2>"$work/err" ||
        failed=$((failed + 1))
    raster "$work/labels.pdf" labels
    # shellcheck disable=SC2086
    paper print $faults "$work/labels.pgm" "$work/got.pgm"
    where=$(paper labels 6.46 13.06 64 33.86 66.54 33.86 3 8 \
        "$work/want.pgm" "$work/got.pgm")
    same "$name: labels" "${where%%,*}" "24 labels"
    where=${where##*, }
    near "$name: labels, mm" "${where%% *}" 0 "$by"
}
value() {
    sed -n "s/^$2: //p" "$XDG_CONFIG_HOME/envoi/printers/$1.yaml"
}

printer true 1,1,1,1 0.02 ""
printer office 4,5,5,10 0.1 "--right 0.8 --down -0.5 --blank 3.6,4.2,4,9.5"
same "office: profile" "$(value office offset)" "{right: 0.8, down: -0.5}"
# Turned by 0.1 mm on 100 mm: nothing is done about that, so that the corners of
# the sheet are 0.18 mm off, and ink in the middle of labels a little less.
printer askew 5,5,5,5 0.17 "--right -1.7 --down 2.2 --skew 0.1 --blank 4,4,4,4"
near "askew: skew" "$(value askew skew)" 0.1 0.03
near "askew: offset" "$(value askew offset | tr -d '{}:a-z ')" -1.7,2.2 0.06
# Fit to page, which the profile knows and makes up for when it is told to.
printer small 1,1,1,1 0.1 "--right 0.6 --down 1.1 --wide 97 --high 97.5" \
    --compensate yes
same "small: nothing said" "$(cat "$work/err")" ""
# The check of the proof: a profile with the sign wrong puts labels 2 mm off.
envoi calibrate --save wrong --fold -0.8,0.5 >/dev/null
envoi labels examples/xinjiang-beijing.yaml --on avery-l7159 --origin FR \
    --copies 8 --printer wrong -o "$work/labels.pdf"
raster "$work/labels.pdf" labels
paper print --right 0.8 --down -0.5 "$work/labels.pgm" "$work/got.pgm"
near "the wrong sign" "$(paper labels 6.46 13.06 64 33.86 66.54 33.86 3 8 \
    "$work/want.pgm" "$work/got.pgm" | sed 's/.*, \(.*\) mm.*/\1/')" 1.6 0.05

# The page printed with its profile: nothing is left to read.
envoi calibrate --printer office -o "$work/again.pdf" 2>/dev/null
raster "$work/again.pdf" again
paper print --right 0.8 --down -0.5 "$work/again.pgm" "$work/read.pgm"
near "office: again" "$(paper fold "$work/read.pgm")" 0,0,0,0 0.05

# The back has an offset of its own.
paper print --right -1 --down 1.3 "$work/back.pgm" "$work/read.pgm"
envoi calibrate --save office --force --back "$(paper fold "$work/read.pgm")" \
    >/dev/null || failed=$((failed + 1))
near "office: back" "$(value office back | tr -d '{}:a-z ')" -1,1.3 0.03
envoi calibrate --printer office --duplex -o "$work/again.pdf" 2>/dev/null
raster "$work/again.pdf" again 2
paper print --right -1 --down 1.3 "$work/again.pgm" "$work/read.pgm"
near "office: back, again" "$(paper fold "$work/read.pgm")" 0,0,0,0 0.05

# Envelopes in each tray there is, on a printer that is told to have A4. The
# tray is not where it should be; the cross on the face tells.
envoi envelope examples/xinjiang-beijing.yaml --on c6 --origin FR \
    --from examples/sender.yaml -o "$work/c6.pdf" || failed=$((failed + 1))
raster "$work/c6.pdf" want
# tray FEED QUARTERS X Y W H: where the envelope lies on the A4 page.
tray() {
    feed=$1 quarters=$2 x=$3 y=$4 w=$5 h=$6
    faults="--right 1.5 --down 0.7"
    if [ "${feed#*,}" = turned ]; then
        # There is no page for it: another profile turns the face.
        envoi calibrate --save tray --feed "$feed" --paper a4 >/dev/null
        envoi calibrate --envelope c6 --printer tray -o "$work/face.pdf"
        page=1
    else
        envoi calibrate --envelope c6 --paper a4 -o "$work/face.pdf"
        page=$feed
    fi
    raster "$work/face.pdf" page "$page"
    # shellcheck disable=SC2086
    paper print $faults "$work/page.pgm" "$work/paper.pgm"
    paper cut "$x" "$y" "$w" "$h" "$quarters" "$work/paper.pgm" "$work/face.pgm"
    corner=$(paper cross "$work/face.pgm")
    envoi calibrate --save tray --force --feed "$feed" --paper a4 \
        --corner "$corner" >/dev/null || failed=$((failed + 1))
    envoi envelope examples/xinjiang-beijing.yaml --on c6 --origin FR \
        --from examples/sender.yaml --printer tray -o "$work/c6.pdf" ||
        failed=$((failed + 1))
    raster "$work/c6.pdf" page
    # shellcheck disable=SC2086
    paper print $faults "$work/page.pgm" "$work/paper.pgm"
    paper cut "$x" "$y" "$w" "$h" "$quarters" "$work/paper.pgm" "$work/face.pgm"
    where=$(paper labels 1 1 160 112 160 112 1 1 "$work/want.pgm" "$work/face.pgm")
    near "feed $feed" "$(echo "$where" | sed 's/.*, \(.*\) mm.*/\1/')" 0 0.1
    rm -f "$XDG_CONFIG_HOME/envoi/printers/tray.yaml"
}
tray 1 1 0 0 114 162
tray 2 1 48 0 114 162
tray 3,turned 3 96 0 114 162
tray 4 0 0 0 162 114
tray 5,turned 2 24 0 162 114
tray 6 0 48 0 162 114

echo "printer: $passed passed, $failed failed, 0 skipped"
[ $failed -eq 0 ]
