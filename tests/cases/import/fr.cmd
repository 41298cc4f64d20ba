# French: the closing has each target's own salutation.
cp "$CASE/fr.txt" .
envoi import fr.txt -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
