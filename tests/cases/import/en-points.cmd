# The layout of 2012: addresses side by side, points without bullets of which
# one was wrapped, several people behind a name.
cp "$CASE/en-points.txt" .
envoi import en-points.txt -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
