# Chinese addresses at the end, matched by their postcodes.
cp "$CASE/en-native.txt" .
envoi import en-native.txt -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
