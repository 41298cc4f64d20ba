# A section passes on: who is written to stands under the points, without a heading.
cp "$CASE/en-section-mail.txt" .
envoi import en-section-mail.txt -o appeal
