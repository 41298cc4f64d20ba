# French, the layout of 2015.
cp "$CASE/fr-old.txt" .
envoi import fr-old.txt -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
