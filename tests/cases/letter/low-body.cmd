# A layout may begin the text as low as it likes; only a footer that takes what
# is left of it is an error.
sed 's/^body:.*/body: 247/' "$DATA/layouts/letters/chinese.yaml" >low.yaml
echo '{name: Ma Example, lines: [479 Road], city: Urumqi, postcode: "830041", country: CN}' >to.yaml
echo '{name: Ana Ruiz, lines: [1 Rue Cler], city: Paris, postcode: "75007", country: FR}' >from.yaml
cat >l.md <<'EOF'
---
to: to.yaml
from: from.yaml
date: none
lang: en
salutation: Hello,
---

One line.
EOF
envoi letter l.md --on ./low.yaml -o low.pdf && pdftotext low.pdf - | grep -c 'One line'
sed 's/^date:/footer: one line more at the foot\ndate:/' l.md >foot.md
envoi letter foot.md --on ./low.yaml -o foot.pdf || ls foot.pdf 2>/dev/null
