# The page to measure in the languages that have words for it; what is typed is
# the same in all. The country decides as it does for the ruler of labels.
mkdir data
ln -s "$DATA/fonts" "$DATA/layouts" data/
cp -R "$DATA/languages" data/
export ENVOI_DATA="$PWD/data"
title() {
    pdfinfo x.pdf | sed -n 's/^Page size: *//p'
    pdftotext -raw x.pdf - | sed '/100/q'
}
for lang in en fr de es zh zh-Hant ug; do
    echo "== $lang"
    envoi calibrate --duplex --lang $lang -o x.pdf || exit
    pdftotext -raw x.pdf - | LC_ALL=C sed 's/\xE2\x80[\xAA-\xAE]//g' | grep -E '^(envoi|--)'
    for on in dl c7 monarch chou-3; do
        envoi calibrate --lang $lang --envelope $on -o y.pdf || exit
    done
    envoi calibrate --lang $lang --dump=display | sed -n 's/^P.*glyphs \(.*\)/\1/p' | sed -n 1,3p
done
echo "== by country"
envoi calibrate --origin DE -o x.pdf && title
envoi calibrate --origin US -o x.pdf && title
envoi calibrate --origin US --paper a4 -o x.pdf && title
envoi calibrate --origin CN --lang es -o x.pdf && title
echo "== no words, or too many"
envoi calibrate --lang ar -o x.pdf && title
envoi calibrate --origin IT -o x.pdf && title
envoi calibrate --lang nothing-at-all -o none.pdf
sed -i 's/Fold the sheet/& & & & & & & &/; s//& & & & & & & &/g' data/languages/en.yaml
sed -i 's/Doble la hoja/Doblelahojaencuatrobordeexactamentesobreborde/' data/languages/es.yaml
envoi calibrate -o none.pdf
envoi calibrate --lang es -o none.pdf
ls
