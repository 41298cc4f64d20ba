# Copied from a web page: a title on the line of the number, contact
# information, an e-mail address that the page hides.
cp "$CASE/en-web.txt" .
envoi import en-web.txt -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
