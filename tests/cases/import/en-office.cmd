# Two people of one office; a name in two scripts in one bracket.
cp "$CASE/en-office.txt" .
envoi import en-office.txt -o appeal
for file in appeal/*; do
    echo "---- $file"
    cat "$file"
done
