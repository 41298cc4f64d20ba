# Letters of offices: who got a copy, what was enclosed, how it was sent, a
# subject above the salutation.
cp "$CASE"/letter-copies.txt "$CASE"/letter-enclosure.txt .
envoi import letter-copies.txt --as letter -o copies.md
cat copies.md
envoi import letter-enclosure.txt --as letter -o enclosure.md
cat enclosure.md
