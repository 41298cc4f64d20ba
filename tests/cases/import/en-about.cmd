# The layout of 2019: points among the instructions, a heading of the case.
cp "$CASE/en-about.txt" .
envoi import en-about.txt -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
