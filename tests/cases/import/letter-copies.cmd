# Letters of offices: who got a copy, what was enclosed, how it was sent, a
# subject above the salutation.
cp "$CASE"/letter-copies.txt "$CASE"/letter-enclosure.txt .
envoi import letter-copies.txt --as letter -o copies.md
cat copies.md
envoi import letter-enclosure.txt --as letter -o enclosure.md
cat enclosure.md
echo "---- it is printed once the file of its addressee is named"
printf -- '- {name: Wang Example, lines: "No. 2, Chaoyangmen Nandajie", postcode: "100701", city: Beijing, country: CN}\n' >addresses.yaml
sed -i 's/^# to:/to:/' copies.md
envoi letter copies.md --origin GB -o copies.pdf
pdftotext -layout copies.pdf - | grep Chaoyang
