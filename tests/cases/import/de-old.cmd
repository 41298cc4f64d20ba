# German, the layout of 2015: salutation in brackets, all in one sentence.
cp "$CASE/de-old.txt" .
envoi import de-old.txt -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
