# Spanish: demands without bullets.
cp "$CASE/es.txt" .
envoi import es.txt -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
