# A language that runs from right to left and has no words for packs: figures
# and icons, all of it from the right.
export SOURCE_DATE_EPOCH=1600000000
envoi pack "$EXAMPLES/kamile-wayit" --packs 7 --origin FR --cover-lang ug --with cover,tally -o out
pdftotext -f 1 -l 1 -bbox out/cover.pdf - | awk -F'"' '/<word/ { t = $9; sub(/^>/, "", t); sub(/<.*/, "", t)
    if (t ~ /^(1|7|\/|2|Kamile|2023.*)$/) print t, ($6 > 420 ? "right" : "left") }'
echo "-- signs for the words that are not there, and no English ones"
envoi pack "$EXAMPLES/kamile-wayit" --packs 1 --origin FR --lang en,zh,ug --cover-lang ug --with cover,case,tally -o three
pdftotext -layout three/tally.pdf - | grep -E '@' | tr -s ' '
pdftotext -layout three/tally.pdf - | grep -cE 'Σ'
pdftotext three/cover.pdf - | grep -c '\band\b' || :
echo "-- not after and not before are told apart without words"
cp -R "$EXAMPLES/kamile-wayit" ap
cp "$EXAMPLES/targets.yaml" .
for day in 'not_after: 2030-08-29' 'not_before: 2010-08-29'; do
    key=${day%:*}
    sed "s/^deadline:.*/$day/" "$EXAMPLES/kamile-wayit/appeal.yaml" >ap/appeal.yaml
    envoi pack ap --origin FR --cover-lang ug --with cover --dump=display 2>/dev/null | grep ' line ' >$key
done
cmp -s not_after not_before || echo other pictures
