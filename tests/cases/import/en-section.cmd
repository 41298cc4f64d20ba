# Forms of sections: the title on the line of the number, the background before
# what to do, "HOW LONG SHOULD I WRITE?"; then a target in a sentence with
# "No." in it, a date that is labelled behind one that is not, "(f)" and "and
# others".
for file in en-section en-network; do
    cp "$CASE/$file.txt" .
    envoi import "$file.txt" -o "$file" | grep -v missing
done
