# Markdown; two people at one address, offices before names; four people.
cp "$CASE/en-several.md" .
envoi import en-several.md -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
