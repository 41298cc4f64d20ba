# Header fields that are unknown, a date that does not exist, an open header.
cat >list.yaml <<'END'
- name: Example Office
  lines: [1 Example Lu]
  city: Urumqi
  region: Xinjiang
  postcode: "830000"
  country: CN
  zh:
    lines: [新疆维吾尔自治区乌鲁木齐市830000示例路1号]
END
cat >me.yaml <<'END'
name: Camille Exemple
lines: [12 rue de l’Exemple]
postcode: "75001"
city: Paris
country: FR
END
printf -- '---\nform: me.yaml\nto: list.yaml\n---\nText.\n' >a.md
printf -- '---\nfrom: me.yaml\nto: list.yaml\ndate: 2026-02-30\n---\nText.\n' >b.md
printf -- '---\nfrom: me.yaml\nText.\n' >c.md
for f in a b c; do
    envoi letter $f.md -o x.pdf
    echo "$f: $?"
done
ls
