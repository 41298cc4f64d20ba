# Targets in a table of Markdown, each in one line.
cp "$CASE/en-table.md" .
envoi import en-table.md -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
