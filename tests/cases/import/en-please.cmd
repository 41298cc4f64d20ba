# What is asked for begins with Please; a name in Kazakh letters.
cp "$CASE/en-please.txt" .
envoi import en-please.txt -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
