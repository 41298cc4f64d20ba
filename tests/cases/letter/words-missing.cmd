# A language without a word that the letter needs is an error, not English.
printf -- '---\nlang: bo\non: chinese\nenclosures: [x]\n---\n\nབོད་\n' >letter.md
envoi letter letter.md -o x.pdf
status=$?
ls
exit $status
