# A name with its gender, which is no pronoun; a name in two scripts.
cp "$CASE/es-modern.txt" .
envoi import es-modern.txt -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
