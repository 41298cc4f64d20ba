# A web page: addresses that it hides from programs, or spells out.
cp "$CASE/en-hidden-mail.html" .
envoi import en-hidden-mail.html -o appeal
grep email appeal/targets.yaml
