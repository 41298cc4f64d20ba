# Nothing more is to be sent: told.
cp "$CASE/en-outcome.txt" .
envoi import en-outcome.txt -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
