# Offices in Hong Kong: no postcode, the address in Chinese in brackets or on
# a line of its own, letters behind a name.
cp "$CASE/en-hongkong.txt" .
envoi import en-hongkong.txt -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
