# The return address, and the addressee's, on the page of the envelope.
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
envoi envelope list.yaml --on dl --from me.yaml -o x.pdf || exit
pdfinfo x.pdf | grep -E '^(Pages|Page size)'
pdftotext -layout x.pdf - | grep -v '^[[:space:]]*$' | sed 's/^ *//'
