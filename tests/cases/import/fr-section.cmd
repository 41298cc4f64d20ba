# A section in French: the day of publication, targets under the letter.
cp "$CASE/fr-section.txt" .
envoi import fr-section.txt -o appeal
