# Salutations in two languages without blanks, postcodes with CP on a line of their own, an organisation and who is in it.
cp "$CASE/en-two-salutations.txt" .
envoi import en-two-salutations.txt -o appeal
