# A narrow column as a reader left it: the summary on six lines, names on two.
cp "$CASE/en-narrow.txt" .
envoi import en-narrow.txt -o appeal
