# A sender who writes himself in: ruled lines and their names, no return line.
cat >letter.md <<'END'
---
to: to.yaml
from: blank
date: blank
lang: fr
own_words: 3
---

Texte.
END
printf 'name: Office\nlines: 1 Road\ncity: Brussels\npostcode: "1000"\ncountry: BE\nsalutation: Madame,\n' >to.yaml
envoi letter letter.md --origin FR -o letter.pdf && pdftotext -layout letter.pdf - | sed '/^ *$/d'
envoi letter letter.md --origin FR --dump=display | grep -c '^line'
