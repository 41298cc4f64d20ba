# A target in Chinese without a country; a name in Tibetan letters.
cp "$CASE/zh-officer.txt" .
envoi import zh-officer.txt -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
