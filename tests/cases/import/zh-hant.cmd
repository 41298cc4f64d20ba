# Chinese in traditional characters.
cp "$CASE/zh-hant.txt" .
envoi import zh-hant.txt -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
