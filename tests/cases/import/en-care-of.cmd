# A name in Arabic letters, of Iran; what the letter asks for in two sentences.
cp "$CASE/en-care-of.txt" .
envoi import en-care-of.txt -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
