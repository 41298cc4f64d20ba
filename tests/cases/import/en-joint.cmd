# A salutation for two; a copy in prose; demands in a sentence.
cp "$CASE/en-joint.txt" .
envoi import en-joint.txt -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
