# A minister's name behind what is in the minister's hands; two e-mail addresses.
cp "$CASE/en-portfolio.txt" .
envoi import en-portfolio.txt -o appeal
cat appeal/targets.yaml
