# As Word saves it: a text box twice, a content control, changes that are
# tracked, a table, a footnote, a foot of the pages, bullets of a symbol font.
cp "$CASE/en-word.docx" .
envoi import en-word.docx -o appeal
cat appeal/targets.yaml appeal/letter.en.md
