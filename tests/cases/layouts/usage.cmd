# What does not go together, and what a drawing needs.
envoi layouts --list paper
envoi layouts dl -o x.pdf
envoi layouts dl c5
envoi layouts dl --draw c5 -o x.pdf
envoi layouts dl --list labels
envoi layouts --draw dl
status=$?
ls
exit $status
