# The words of a drawing in reading order, and the drawing itself.
envoi layouts --draw din5008-b -o x.pdf || exit
pdftotext x.pdf - | grep -v '^[[:space:]]*$'
envoi layouts --draw c6 --dump=display
