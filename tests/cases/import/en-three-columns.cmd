# Three targets side by side, one of them longer than the others.
cp "$CASE/en-three-columns.txt" .
envoi import en-three-columns.txt -o appeal
cat appeal/targets.yaml
