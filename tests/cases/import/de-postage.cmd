# What the post took stands beside the addresses; majesties; formal names of countries.
cp "$CASE/de-postage.txt" .
envoi import de-postage.txt -o appeal
