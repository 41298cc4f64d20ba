# What only looks like a salutation, a name or an e-mail address is none: a
# sentence about a gentleman, the place of a police, "(at)" between words.
cp "$CASE/en-no-run-on.txt" .
envoi import en-no-run-on.txt -o appeal
cat appeal/targets.yaml appeal/letter.en.md appeal/case.en.md
