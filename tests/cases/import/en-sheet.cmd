# The sheet that sections get: each part under its own name.
cp "$CASE/en-sheet.txt" .
envoi import en-sheet.txt -o appeal
cat appeal/targets.yaml
