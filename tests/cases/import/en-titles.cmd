# A title on two lines, offices under names, three people at the end.
cp "$CASE/en-titles.txt" .
envoi import en-titles.txt -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
