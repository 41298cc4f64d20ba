# German: number, targets and copies under their headings.
cp "$CASE/de.txt" .
envoi import de.txt -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
