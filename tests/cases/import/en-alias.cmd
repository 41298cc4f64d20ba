# Another name in brackets within a name; an office, its holder and an embassy that passes letters on.
cp "$CASE/en-alias.txt" .
envoi import en-alias.txt -o appeal
