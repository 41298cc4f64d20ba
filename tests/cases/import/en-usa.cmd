# A state spelt out, a board without a person, a form on a web page.
cp "$CASE/en-usa.txt" .
envoi import en-usa.txt -o appeal
cat appeal/targets.yaml
