# A letter whose sheet becomes its envelope: the writing on the front, the face
# on the back, on both paper sizes; and what cannot be folded.
cat >letter.md <<'END'
---
from: sender.yaml
date: 2026-01-31
salutation: Dear Secretary Ma,
closing: Yours sincerely,
lang: en-GB
---

Body of the letter.
END
cp "$EXAMPLES/sender.yaml" .
to=$EXAMPLES/xinjiang-beijing.yaml#ma-xingrui
# place PDF PAGE WORD: left and top in mm.
place() {
    pdftotext -bbox -f "$2" -l "$2" "$1" - | awk -F'"' -v want="$3" '/<word/ {
        t = $9; sub(/^>/, "", t); sub(/<.*/, "", t)
        if (t == want) { printf "%s %.0f %.0f mm\n", t, $2 * 25.4 / 72, $4 * 25.4 / 72; exit } }'
}
for on in fold-a4 fold-letter; do
    echo "== $on"
    envoi letter letter.md --to "$to" --on $on -o x.pdf
    echo "letter: $?"
    pdfinfo x.pdf | grep -E '^(Pages|Page size)'
    place x.pdf 1 Body
    place x.pdf 2 Camille
    place x.pdf 2 Xingrui
    envoi envelope "$to" --from sender.yaml --on $on --return-place flap -o y.pdf
    echo "envelope: $?"
    pdfinfo y.pdf | grep -E '^(Pages|Page size)'
    place y.pdf 1 Camille
    place y.pdf 1 Xingrui
    envoi layouts $on --origin FR | sed -n '/^sheet/p;/^recipient/p'
done
echo "== what of the sender is outside"
printf 'name: Example Group\nlines: 1 rue X\npostcode: "75001"\ncity: Paris\ncountry: FR\n' >group.yaml
for return in full initials group none; do
    set -- --return $return
    [ $return = group ] && set -- "$@" --group group.yaml
    envoi letter letter.md --to "$to" --on fold-a4 "$@" -o x.pdf
    echo "$return: $?"
    pdftotext -f 2 -l 2 -layout x.pdf - | head -n 1
done
envoi letter letter.md --to "$to" --on fold-a4 --from blank --dump=display |
    awk '/^page/ { page++ } page == 2 && /width 0.400 gray 0/ && $2 < 40' | wc -l
envoi letter letter.md --to "$to" --on fold-a4 --from blank --return none --dump=display |
    awk '/^page/ { page++ } page == 2 && /width 0.400 gray 0/ && $2 < 40' | wc -l
envoi letter letter.md --to "$to" --return none -o x.pdf
echo "not folded: $?"
rm x.pdf y.pdf group.yaml
echo "== what cannot be"
{
    cat letter.md
    for i in $(seq 60); do echo; echo "Paragraph $i."; done
} >long.md
envoi letter long.md --to "$to" --on fold-a4 -o x.pdf
echo "too long: $?"
envoi letter letter.md --on fold-a4 -o x.pdf
echo "to nobody: $?"
envoi envelope "$to" --origin FR --on fold-a4 --paper a4 -o x.pdf
echo "on paper: $?"
envoi envelope "$to" --origin FR --on fold-a4 --portrait -o x.pdf
echo "portrait: $?"
sed 's/first: 96/first: 99/' "$DATA/layouts/envelopes/fold-a4.yaml" >high.yaml
sed 's/second: 197/second: 194/' "$DATA/layouts/envelopes/fold-a4.yaml" >low.yaml
sed 's/first: 96/first: 1/' "$DATA/layouts/envelopes/fold-a4.yaml" >one.yaml
sed 's/^fold:/size: {width: 1, height: 1}\nfold:/' "$DATA/layouts/envelopes/fold-a4.yaml" >two.yaml
envoi check high.yaml low.yaml one.yaml two.yaml
echo "folds: $?"
for outside in fold-letter dl fold-b4; do
    sed "s/^outside:.*/outside: $outside/" "$DATA/layouts/letters/fold-a4.yaml" >mine.yaml
    envoi letter letter.md --to "$to" --on mine.yaml -o x.pdf
    echo "outside $outside: $?"
done
ls
