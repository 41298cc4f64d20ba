# All of an address in Chinese below the same in Latin letters, with its own
# name and office; pronouns behind a dash; names in Arabic letters.
cp "$CASE/en-native-block.txt" .
envoi import en-native-block.txt -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
