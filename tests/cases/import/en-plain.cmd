# No headings but a title, no number, a deadline that may be two days.
cp "$CASE/en-plain.txt" .
envoi import en-plain.txt -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
