# A window without an addressee.
printf -- '---\nlang: en\n---\n\nText.\n' >letter.md
envoi letter letter.md -o x.pdf
status=$?
ls
exit $status
