# An embassy named in Chinese with its address in Latin letters.
cp "$CASE/zh-embassy.txt" .
envoi import zh-embassy.txt -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
