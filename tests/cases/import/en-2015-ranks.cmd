# Ranks before names, lines with a comma, a title that comes again on two lines.
cp "$CASE/en-2015-ranks.txt" .
envoi import en-2015-ranks.txt -o appeal
