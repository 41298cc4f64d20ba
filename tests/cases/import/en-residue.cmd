# What conversions leave behind, and a page that ends in a letter.
cp "$CASE/en-residue.txt" .
envoi import en-residue.txt -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
