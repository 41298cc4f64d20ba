# Unknown, empty and ambiguous fields, and values that look like markup.
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
cat >letter.md <<'END'
---
from: me.yaml
to: list.yaml
lang: en
---

Dear {{to.nmae}}, {{to.phone}}, {{city}}, {{colour}}.
END
envoi letter letter.md -o x.pdf
status=$?
ls
exit $status
