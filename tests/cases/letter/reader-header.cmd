# Header fields that are unknown or hold what they cannot: every fault of the
# file at its place, nothing written.
cat >letter.md <<'END'
---
form: me.yaml
large-prnt: yes
date: 2026-02-30
fit: one
justify: maybe
own_words: 0
letterhead:
  logo: logo.png
  organization: The Society
signature_image: {file: https://example.org/s.png, alt: A name, width: wide}
cc: ["{{to.name}}"]
copies: The embassy
subject: With a footnote[^1]
---
Text.
END
envoi letter letter.md -o x.pdf
echo $?
for date in 22/11/2026 2026-2-3 blank; do
    printf -- '---\ndate: %s\n---\nText.\n' $date >date.md
    envoi check date.md >out 2>&1
    sed -n '/date.md:2/p' out
done
ls
