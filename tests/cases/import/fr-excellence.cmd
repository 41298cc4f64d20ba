# French: polite words before offices, thanks in the closing sentence.
cp "$CASE/fr-excellence.txt" .
envoi import fr-excellence.txt -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
