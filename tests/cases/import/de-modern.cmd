# The layout of 2023 in German, with a copy to an embassy.
cp "$CASE/de-modern.txt" .
envoi import de-modern.txt -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
