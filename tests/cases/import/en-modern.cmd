# The layout of today, with an address in Chinese, headings in the case sheet.
cp "$CASE/en-modern.txt" .
envoi import en-modern.txt -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
