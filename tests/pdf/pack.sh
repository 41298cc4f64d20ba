#!/bin/sh
# Packs on paper: manifest, covers, slips and letters agree for every pack, in
# one order; nothing of a pack's number is on a letter or an envelope; the codes
# are read back; the backs of cards lie behind their fronts.
#
#   tests/pdf/pack.sh              5 packs of two appeals from two countries
#   PACKS=200 tests/pdf/pack.sh    as many as an evening needs
#
# Closing line: N passed, N failed, N skipped.
set -u
cd "$(dirname "$0")/../.." || exit 3
envoi=${ENVOI:-$PWD/build/${KIND:-release}/envoi}
export ENVOI_DATA="${ENVOI_DATA:-$PWD}" SOURCE_DATE_EPOCH=1600000000
packs=${PACKS:-5}
passed=0 failed=0 skipped=0
if ! command -v pdftotext >/dev/null; then
    echo "pack: 0 passed, 0 failed, 1 skipped"
    exit 0
fi
work=$(mktemp -d "${TMPDIR:-/tmp}/envoi-pack.XXXXXX") || exit 3
trap 'rm -rf "$work"' EXIT
pass() { passed=$((passed + 1)); }
fail() {
    failed=$((failed + 1))
    echo "failed $1"
}
# same WHAT GOT WANT
same() {
    if [ "$2" = "$3" ]; then pass; else fail "$1: \"$2\", not \"$3\""; fi
}

# texts FILE.pdf: the words of each page in a line: "PAGE words"
texts() {
    pdftotext "$1" - | awk 'BEGIN { RS = "\f" } { gsub(/[ \t\r\n]+/, " "); print NR, $0 }'
}
# slips FILE.pdf LEFT TOP: "PAGE PLACE words", of cells of 90 x 50 mm, two
# across and five down.
slips() {
    pdftotext -bbox "$1" - | awk -v left="$2" -v top="$3" -F'"' '
        function put(   k) {
            for (k = 1; k <= 10; k++) if (k in words) print page, k, words[k]
            split("", words)
        }
        /<page / { if (page) put(); page++ }
        /<word / {
            x = ($2 + $6) / 2 * 25.4 / 72; y = ($4 + $8) / 2 * 25.4 / 72
            t = $9; sub(/^>/, "", t); sub(/<.*/, "", t)
            column = int((x - left) / 90); row = int((y - top) / 50)
            if (y > top && row < 5) words[row * 2 + column + 1] = words[row * 2 + column + 1] " " t
        }
        END { put() }' | sed 's/$/ /'
}

# agree APPEAL CC PACK-WORDS TARGETS LEFT TOP: every row of the manifest against
# what is on the pages it names. PACK-WORDS is the cover's "Pack # of ##".
agree() {
    appeal=$1 cc=$2 words=$3 targets=$4 left=$5 top=$6
    out=$work/$appeal-$cc
    "$envoi" pack "examples/$appeal" --packs "$packs" --lang en,zh --origin "$cc" \
        --with cover,case,letters,envelopes,slips -o "$out" 2>"$work/err" || {
        fail "$appeal $cc: $(cat "$work/err")"
        return
    }
    for kind in cover case letters envelopes; do texts "$out/$kind.pdf" >"$work/$kind"; done
    slips "$out/slips.pdf" "$left" "$top" >"$work/slips"
    same "$appeal $cc: covers" "$(grep -c . "$work/cover")" "$packs"
    same "$appeal $cc: letters" "$(grep -c . "$work/letters")" $((packs * targets * 2))
    same "$appeal $cc: slips" "$(grep -c . "$work/slips")" $((packs * targets))
    tail -n +2 "$out/manifest.csv" | tr -d '\r' | awk -F, -v packs="$packs" \
        -v words="$words" -v targets="$targets" -v work="$work" '
        function load(kind,   line, n) {
            while ((getline line < (work "/" kind)) > 0) {
                n = line; sub(/ .*/, "", n)
                if (kind == "slips") { n = line; sub(/^[0-9]+ [0-9]+ /, "", n); n = substr(line, 1, length(line) - length(n) - 1); sub(/ /, ".", n) }
                text[kind, n] = line
            }
        }
        function has(kind, n, what) {
            if (index(text[kind, n], what)) { good++; return }
            printf "pack %s: %s %s has no \"%s\": %s\n", $1, kind, n, what, text[kind, n]
        }
        # What a target is greeted with.
        function hello(who, lang) {
            if (who == "Ma Xingrui") return lang == "en" ? "Dear Secretary Ma," : "尊敬的书记："
            if (who == "Wang Jiang") return lang == "en" ? "Dear Director Wang," : "尊敬的局长："
            return lang == "en" ? "Dear Ambassador," : "尊敬的大使："
        }
        BEGIN { load("cover"); load("case"); load("letters"); load("envelopes"); load("slips") }
        {
            cover = words; sub(/##/, packs, cover); sub(/#/, $1, cover)
            has("cover", $6, cover)
            has("cover", $6, " " targets * 2 " ")
            has("cover", $6, $3)
            if ($6 != $1 || $9 != $1) print "pack " $1 ": its cover or case is on page " $6 ", " $9
            has("letters", $12, $3)
            has("letters", $12, hello($3, $4))
            has("envelopes", $15, $3)
            has("slips", $18 "." $20, $3)
            has("slips", $18 "." $20, " " $1 " ")
            # One order everywhere.
            if ($1 < number || $12 != letter + 1 || $15 < envelope || $18 * 10 + $20 < slip)
                print "pack " $1 ": out of order"
            number = $1; letter = $12; envelope = $15; slip = $18 * 10 + $20
            # A number on a letter or an envelope would make it differ from
            # that of pack 1.
            key = $3 SUBSEP $4
            sub(/^[0-9]+ /, "", text["letters", $12]); sub(/^[0-9]+ /, "", text["envelopes", $15])
            if (!(key in first)) { first[key] = text["letters", $12]; front[key] = text["envelopes", $15] }
            if (first[key] != text["letters", $12]) print "pack " $1 ": another letter than pack 1"
            if (front[key] != text["envelopes", $15]) print "pack " $1 ": another envelope than pack 1"
            rows++
        }
        END {
            if (rows != packs * targets * 2) print rows " rows, not " packs * targets * 2
            print good " good" > (work "/good")
        }' >"$work/wrong"
    if [ -s "$work/wrong" ]; then
        fail "$appeal $cc: $(head -3 "$work/wrong")"
    else
        passed=$((passed + packs))
    fi
    same "$appeal $cc: found" "$(cat "$work/good")" "$((packs * targets * 2 * 8)) good"
    # Every page of every letter, also where the text is in the picture alone.
    for file in letters envelopes; do
        qpdf --check "$out/$file.pdf" >/dev/null 2>&1 || fail "$appeal $cc: $file.pdf"
    done
}
agree ekpar-asat US "Pack # of ##" 2 17.95 14.7
agree ekpar-asat FR "Pochette # sur ##" 1 15 23.5
agree kamile-wayit US "Pack # of ##" 2 17.95 14.7
agree kamile-wayit FR "Pochette # sur ##" 1 15 23.5

# Some packs again are the same packs.
"$envoi" pack examples/ekpar-asat --packs "$packs" --lang en,zh --origin US \
    --with cover,letters,envelopes,slips --redo 2,4-5 -o "$work/redo" 2>/dev/null || fail "redo"
texts "$work/ekpar-asat-US/letters.pdf" | sed -n '5,8p;13,20p' | sed 's/^[0-9]* //' >"$work/want"
texts "$work/redo/letters-2-5.pdf" 2>/dev/null | sed 's/^[0-9]* //' >"$work/got"
[ -s "$work/got" ] || texts "$work"/redo/letters*.pdf | sed 's/^[0-9]* //' >"$work/got"
same "redo: letters" "$(cksum <"$work/got")" "$(cksum <"$work/want")"
same "redo: covers" "$(texts "$work"/redo/cover*.pdf | grep -o "Pack [0-9]* of $packs" | tr '\n' ';')" \
    "Pack 2 of $packs;Pack 4 of $packs;Pack 5 of $packs;"

# The slices of a run are the run.
for k in 1 2; do
    "$envoi" pack examples/ekpar-asat --packs "$packs" --origin US --with cover,letters \
        --shard $k/2 -o "$work/shard$k" 2>/dev/null || fail "shard $k"
done
same "shards: covers" "$(cat "$work"/shard?/manifest*.csv | grep -c Wang)" "$packs"
same "shards: numbers" \
    "$(for f in "$work"/shard?/cover*.pdf; do texts "$f"; done | grep -o 'Pack [0-9]* ' | tr -dc '0-9 ' | tr -s ' ' | sed 's/^ //')" \
    "$(seq -s ' ' "$packs") "

# The codes, read by a program that knows nothing of us; no module is less than
# 0.5 mm, and the quiet zone is white.
report=$(sed -n 's/^report: //p' examples/ekpar-asat/appeal.yaml)
"$envoi" pack examples/ekpar-asat --origin US --with cover,case,tally,petition,signup,cards \
    -o "$work/codes" 2>/dev/null || fail "codes: not printed"
if command -v zbarimg >/dev/null; then
    for kind in cover case tally; do
        pdftoppm -r 100 -gray "$work/codes/$kind.pdf" "$work/$kind"
        same "code of the $kind" "$(zbarimg -q --raw "$work/$kind"-1.pgm 2>/dev/null)" "$report"
    done
    # In grey and in black alone, on screens and printers of any density.
    cp -R examples/ekpar-asat "$work/link"
    cp examples/targets.yaml "$work"
    report='https://example.org/report?ua=12&x=%C3%A9#frag'
    {
        grep -v '^report:' examples/ekpar-asat/appeal.yaml
        echo "report: $report"
    } >"$work/link/appeal.yaml"
    "$envoi" pack "$work/link" --origin US --with cover -o "$work/code" 2>/dev/null || fail "code: not printed"
    for ink in gray mono; do
        for dpi in 100 150 200 300; do
            pdftoppm -r $dpi -$ink -singlefile "$work/code/cover.pdf" "$work/code/cover"
            same "code at $dpi dpi, $ink" "$(zbarimg -q --raw "$work"/code/cover.p?m 2>/dev/null)" "$report"
            rm "$work"/code/cover.p?m
        done
    done
else
    skipped=$((skipped + 11))
fi
"$envoi" pack examples/ekpar-asat --origin US --with cover --dump=display 2>/dev/null |
    awk '$4 == "rect" || $5 == "rect" { for (i = 1; i < NF; i++) if ($i == "rect") print $(i + 2) }' |
    sort -n | awk 'NR == 1 { least = $1 } END { print (NR > 50 && least >= 0.4999 * 72 / 25.4) ? "large" : NR " " least }' >"$work/least"
same "smallest module" "$(cat "$work/least")" large

# Cards of two persons: each back is behind its front when the sheet is turned
# over its long edge, and both keep away from the cuts.
mkdir "$work/two"
cat >"$work/two/appeal.yaml" <<'END'
title: Two sisters
person:
  - {name: Anabel}
  - {name: Bertine}
END
printf -- '- {id: a, name: Office, lines: 1 Rue, city: Bern, country: CH, salutation: Hello}\n' >"$work/two/targets.yaml"
printf 'Free Anabel and Bertine.\n' >"$work/two/letter.en.md"
for cc in FR US; do
    "$envoi" pack "$work/two" --origin $cc --with cards -o "$work/cards$cc" 2>"$work/err" || fail "cards: $(cat "$work/err")"
    pdf=$work/cards$cc/cards.pdf
    for page in 1 2; do
        pdftotext -bbox -f $page -l $page "$pdf" - | awk -F'"' -v page=$page '
            /<page / { w = $2 } /<word / { t = $9; sub(/^>/, "", t); sub(/<.*/, "", t)
                x = ($2 + $6) / 2; if (page == 2) x = w - x
                printf "%s %.0f %s\n", t, x, ($4 < 300 ? "above" : "below") }' | sort >"$work/side$page"
    done
    same "cards $cc: backs" "$(cat "$work/side2")" "$(cat "$work/side1")"
    same "cards $cc: names" "$(wc -l <"$work/side1")" 4
    # Three millimetres at either side of the upright cut, at 100 dpi.
    middle=$(pdfinfo "$pdf" | awk '/Page size/ { printf "%d", $3 / 72 * 100 / 2 }')
    pdftoppm -r 100 -gray -f 2 -l 2 -x $((middle - 12)) -y 0 -W 24 -H 1000 "$pdf" "$work/cut"
    same "cards $cc: the cut is free on the back" \
        "$(tail -c +16 "$work"/cut*.pgm | tr -d '\377' | wc -c)" 0
    rm -f "$work"/cut*
done

echo "pack: $passed passed, $failed failed, $skipped skipped"
[ $failed -eq 0 ]
