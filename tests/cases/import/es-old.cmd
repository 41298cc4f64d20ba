# Spanish, the layout of 2015.
cp "$CASE/es-old.txt" .
envoi import es-old.txt -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
