# The layout of German sections: demands behind the background, offices in
# capitals, salutations in two languages.
cp "$CASE/de-forderungen.txt" .
envoi import de-forderungen.txt -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
