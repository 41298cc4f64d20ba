# Bullets that a change of font left as letters, labels with nothing behind
# them, an ambassador at an address abroad, and a case without a model letter.
cp "$CASE/en-bullets.txt" .
envoi import en-bullets.txt -o appeal
cat appeal/targets.yaml appeal/case.en.md
