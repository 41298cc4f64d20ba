# The layout of 2018: an office, its country and its holder on one line; two
# people whom nothing but the text names.
cp "$CASE/en-officials.txt" .
envoi import en-officials.txt -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
