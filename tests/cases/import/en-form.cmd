# Fields above the title, an address in a sentence, points among the instructions.
cp "$CASE/en-form.txt" .
envoi import en-form.txt -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
