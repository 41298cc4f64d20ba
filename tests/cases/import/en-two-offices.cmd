# A letter to two; an address in Chinese on several lines above the next target.
cp "$CASE/en-two-offices.txt" .
envoi import en-two-offices.txt -o appeal
cat appeal/targets.yaml
