# The letter of an office: letterhead with a picture, reference, subject,
# footnote with a link, name and office; and all that the body can hold.
cp -r "$EXAMPLES" examples
envoi check examples/letters/office.en.md
envoi letter examples/letters/office.en.md -o office.pdf
echo $?
pdftotext -layout office.pdf - | grep -oE \
    'Our ref.: EU/2026/118|Brussels, 22 November 2026|public.¹|^¹ United Nations|https://www.ohchr.org/|Hanneke Verlinden|Head of the European Office'
pdfinfo -struct office.pdf | grep -cE '^ *(Figure|Note)'
cat >examples/letters/all.md <<'END'
---
to: ../mission.yaml#mission
from: ../mission.yaml#office
subject: Everything that a body can hold
closing: Yours faithfully,
lang: en-GB
cc: The members
---

| Name | Years |
|------|------:|
| A\|B | **15** |

- A list with a table:

  | City | Since |
  |:----:|-------|
  | Aksu | 2019  |

A picture and lines for the pen.[^1]

![A nib in a ring](logo.png)

::: own-words 2

[^1]: The first paragraph of a note.

    Its *second* one.
END
envoi letter examples/letters/all.md -o all.pdf
echo $?
pdftotext -layout all.pdf - | grep -oE 'A\|B +15|Aksu +2019|pen.¹|^¹ The first|Its second one'
