# A web page whose lines ran together: a target, the letter and its heading.
cp "$CASE/en-run-on.txt" .
envoi import en-run-on.txt -o appeal
cat appeal/targets.yaml
