# A letter, and what of it comes out as text.
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
date: 2026-01-31
subject: A question
salutation: Dear {{to.name}}
closing: Yours faithfully
lang: en-GB
langs: [zh-Hans, ug]
---

I write from {{from.city}} about **Ekpar Asat** (艾克拜尔·艾赛提, ئەكپەر ئەسەت).

- first
- second
END
envoi letter letter.md -o x.pdf || exit
pdftotext x.pdf - | grep -v '^[[:space:]]*$'
