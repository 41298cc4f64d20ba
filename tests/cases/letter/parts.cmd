# Every part of a letter, in reading order, as the tagged PDF tells it.
cp "$EXAMPLES/letters/logo.png" .
cat >to.yaml <<'END'
name: Example Office
title: Head of Mission
lines: 1 Example Road
city: Brussels
postcode: "1000"
country: BE
salutation: Dear Ambassador,
END
cat >from.yaml <<'END'
name: Ana Ruiz
lines: 12 rue Exemple
city: Lyon
postcode: "69007"
country: FR
END
cat >letter.md <<'END'
---
to: to.yaml
from: from.yaml
date: 2026-11-22
place: Lyon
subject: Subject
our_reference: B 1
your_reference: ZX 12
remark: By registered post
letterhead:
  logo: {file: logo.png, alt: The mark, width: 15mm}
  organisation: Letters
  lines: [12 rue Exemple]
office: |
  Head of Office
  Letters
closing: Yours sincerely,
postscript: Postscript text.
enclosures: [A petition, A photograph]
copies: [The Embassy]
footer: Foot of the page
lang: en-GB
---

## Heading

Text with a note.[^1]

| Name | Since |
|------|------:|
| Ana  |  2018 |

> Quoted.

1. one
   - inner

[^1]: The note.
END
envoi letter letter.md -o letter.pdf && pdfinfo -struct-text letter.pdf && pdfinfo letter.pdf | grep -E '^(Tagged|Pages)'
