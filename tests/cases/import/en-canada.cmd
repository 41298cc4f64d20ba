# The layout of the Canadian section: points under whom to write to, and how
# to begin.
cp "$CASE/en-canada.txt" .
envoi import en-canada.txt -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
