# A layout of 2017: "Contact these two officials by ...:".
cp "$CASE/en-contact.txt" .
envoi import en-contact.txt -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
