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
echo "---- one that does not begin as letters do, with what to do then"
grep -v '^Your Excellency' "$CASE"/letter-copies.txt >words.txt
envoi import words.txt --as letter 2>&1
{
    printf 'Your Excellency,\n\n'
    cat words.txt
} >mended.txt
envoi import mended.txt --as letter | grep salutation
