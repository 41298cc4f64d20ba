# Three columns and wrapped items, as pdftotext -layout gives them; a deadline
# without its year.
cp "$CASE/en-layout.txt" .
envoi import en-layout.txt -o appeal
grep -n open appeal/appeal.yaml
