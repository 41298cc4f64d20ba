# A footnote marked in a table stands at the foot; fields in remark and footer.
cat >to.yaml <<'END'
name: Ana Example
lines: 1 Road
city: Brussels
postcode: "1000"
country: BE
END
cat >letter.md <<'END'
---
to: to.yaml
lang: en
remark: For {{to.name}}
footer: |
  To {{to.name}}
  Second line
---

| A | B |
|---|---|
| c[^n] | d |

[^n]: The note in the table.
END
envoi letter letter.md --origin FR -o x.pdf && pdftotext -layout x.pdf - | sed '/^ *$/d; s/  */ /g'
