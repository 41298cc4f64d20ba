# A mail with its head, wrapped; the address in Chinese behind its label.
cp "$CASE/en-mail.txt" .
envoi import en-mail.txt -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
