# A letter and its translation: each on its own sheet, in its own language.
mkdir letters
cp "$EXAMPLES"/letters/kamile-wayit.*.md letters
cp "$EXAMPLES"/*.yaml .
envoi letter letters/kamile-wayit.en.md letters/kamile-wayit.zh.md letters/kamile-wayit.ug.md -o x.pdf
pdfinfo x.pdf | grep -E '^(Pages|Tagged)'
for word in 'Dear Secretary Ma' 尊敬的书记 كامىلە; do
    for page in 1 2 3; do
        pdftotext -f $page -l $page x.pdf - | grep -a -q "$word" && echo "page $page has $word"
    done
done
qpdf --qdf --object-streams=disable x.pdf - | grep -a -o '/Lang ([a-zA-Z-]*)' | sort -u
