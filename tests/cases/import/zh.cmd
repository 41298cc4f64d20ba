# Chinese: a name in Latin letters in brackets, a closing on two lines.
cp "$CASE/zh.txt" .
envoi import zh.txt -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
