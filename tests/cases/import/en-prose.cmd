# An address in a sentence.
cp "$CASE/en-prose.txt" .
envoi import en-prose.txt -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
