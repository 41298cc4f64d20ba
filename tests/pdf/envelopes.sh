#!/bin/sh
# Envelopes from several posts: the page is as large as the envelope, the
# address stands in its zone, and on the raster (100 dpi) the stamp's place and
# what machines need are empty. A few by default, ENVELOPES=full all of them.
# Closing lines: how many were tried, and N passed, N failed, N skipped.
#
#   tests/pdf/envelopes.sh [ENVELOPE...]
set -u
cd "$(dirname "$0")/../.." || exit 3
envoi=${ENVOI:-$PWD/build/${KIND:-release}/envoi}
export ENVOI_DATA="${ENVOI_DATA:-$PWD}"
for tool in pdftoppm pdftotext pdfinfo; do
    command -v $tool >/dev/null || {
        echo "$tool is missing"
        echo "envelopes: 0 passed, 0 failed, 1 skipped"
        exit 0
    }
done
work=$(mktemp -d "${TMPDIR:-/tmp}/envoi-envelopes.XXXXXX") || exit 3
trap 'rm -rf "$work"' EXIT
passed=0 failed=0 tried=0
pass() { passed=$((passed + 1)); }
fail() {
    failed=$((failed + 1))
    echo "failed $1"
}

# Words of the return address are known by their text.
cat >"$work/from.yaml" <<'END'
name: Sam Sender
lines: [2 Street S]
postcode: "75001"
city: Sarcelles
country: PE
END
# The first address of the documents, and one that C7 has room for.
cat >"$work/small.yaml" <<'END'
name: Ma Xingrui
lines: [479 Zhongshan Lu]
city: Urumqi
country: CN
END

# dark X Y W H: bytes of the raster with ink in that box of the face, in mm. The
# face of a folded sheet begins `down` mm below the sheet's upper edge.
dark() {
    # shellcheck disable=SC2046
    pdftoppm -r 100 -mono -singlefile $(awk -v x="$1" -v y="$2" -v w="$3" -v h="$4" -v down="$down" '
        function up(v) { return int(v) < v ? int(v) + 1 : int(v) }
        BEGIN { f = 100 / 25.4; y += down; l = up(x * f - 0.01); t = up(y * f - 0.01)
                print "-x", l, "-y", t, "-W", int((x + w) * f) - l, "-H", int((y + h) * f) - t }') \
        "$work/x.pdf" "$work/zone"
    tail -n +3 "$work/zone.pbm" | tr -d '\000' | wc -c
}

# envelope NAME ORIGIN
envelope() {
    at="$1 from $2"
    list=$PWD/examples/xinjiang-beijing.yaml#ma-xingrui from=$work/from.yaml air=yes
    case $1 in c7) list=$work/small.yaml from='' air=no ;; esac
    tried=$((tried + 1))
    "$envoi" layouts "$1" --origin "$2" >"$work/layout" 2>/dev/null || {
        fail "$at: no zones"
        return
    }
    "$envoi" envelope "$list" --on "$1" --origin "$2" ${from:+--from "$from"} --air $air \
        -o "$work/x.pdf" 2>"$work/messages" || {
        fail "$at: not printed: $(head -n 1 "$work/messages")"
        return
    }
    down=$(sed -nE 's/^sheet .*folded ([0-9.]+) and .*/\1/p' "$work/layout")
    down=${down:-0}
    want=$(sed -nE 's/^sheet ([0-9.]+) x ([0-9.]+) mm, folded.*/\1 \2/p' "$work/layout")
    [ -n "$want" ] || want=$(sed -nE 's/^envelope ([0-9.]+) x ([0-9.]+) mm$/\1 \2/p' "$work/layout")
    got=$(pdfinfo "$work/x.pdf" | awk '/^Page size/ { printf "%.1f %.1f", $3 * 25.4 / 72, $5 * 25.4 / 72 }')
    if [ "$got" = "$want" ]; then pass; else fail "$at: the page is $got mm, not $want"; fi
    box=$(awk '$1 == "recipient" { print $2, $3, $4, $5 }' "$work/layout")
    # pdftotext counts a word from its font's ascent down, 0.4 mm more than the
    # line has.
    pdftotext -bbox "$work/x.pdf" - | awk -F'"' -v box="$box" -v down="$down" '
        BEGIN { split(box, b, " "); b[2] += down; m = 25.4 / 72
                split("Sam Sender 2 Street S 75001 SARCELLES Sarcelles PÉROU PERU Peru AIRMAIL / PAR AVION", s, " ")
                for (i in s) other[s[i]] = 1 }
        /<word/ { t = $9; sub(/^>/, "", t); sub(/<.*/, "", t)
                  if (t in other) next
                  n++
                  if ($2 * m < b[1] - 0.1 || $6 * m > b[1] + b[3] + 0.1 || $4 * m < b[2] - 0.5 || $8 * m > b[2] + b[4] + 0.5)
                      print t " at " $2 * m ", " $4 * m }
        END { if (n < 5) print "only " n + 0 " words of the address" }' >"$work/words"
    if [ -s "$work/words" ]; then fail "$at: outside the zone: $(head -n 3 "$work/words" | tr '\n' ';')"; else pass; fi
    # Intended: four words each.
    # shellcheck disable=SC2046,SC2086
    if [ "$(dark $box)" -gt 100 ]; then pass; else fail "$at: no ink in the zone"; fi
    while read -r zone; do
        # shellcheck disable=SC2086
        ink=$(dark $zone)
        if [ "$ink" -eq 0 ]; then pass; else fail "$at: $ink bytes of ink in $zone mm"; fi
    done <<END
$(awk '/kept empty/ { print $(NF - 3), $(NF - 2), $(NF - 1), $NF }' "$work/layout")
END
}

if [ $# -gt 0 ]; then
    sizes=$* origins="FR US DE"
elif [ "${ENVELOPES:-}" = full ]; then
    sizes=$(cd "$ENVOI_DATA/layouts/envelopes" && grep -L '^window:\|^design:' ./*.yaml | sed 's|^\./||; s|\.yaml$||') origins="FR US DE"
else
    sizes="dl c6 us-10 fold-a4" origins="FR US"
fi
count=0
for name in $sizes; do
    count=$((count + 1))
    for origin in $origins; do
        envelope "$name" "$origin"
    done
done
echo "$count envelopes from $origins: $tried tried, $failed failures"
echo "envelopes: $passed passed, $failed failed, 0 skipped"
[ $failed -eq 0 ]
