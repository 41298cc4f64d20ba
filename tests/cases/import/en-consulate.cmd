# A target on one line, a consulate, several people.
cp "$CASE/en-consulate.txt" .
envoi import en-consulate.txt -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
