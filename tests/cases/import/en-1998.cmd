# The layout of 1998: numbers with EXTRA, an age behind a name, telegrams.
cp "$CASE/en-1998.txt" .
envoi import en-1998.txt -o appeal
