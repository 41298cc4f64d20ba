# What is given as a letter and is none: a list, a head without its lines of
# hyphens (which would be printed), RTF, a picture, nothing at all. Empty lines
# above the head do no harm, and a letter may begin with a word and a colon.
cat >list.csv <<'END'
name,lines,city,postcode,country
Ana Ruiz,1 Rue Cler,Paris,75007,FR
END
printf -- '- name: Ana Ruiz\n  lines: 1 Rue Cler\n  city: Paris\n  country: FR\n' >list.yaml
letter() {
    printf "$2" >"$1"
    envoi letter "$1" --to list.csv --origin FR -o out.pdf
    echo "$1: $?"
}
for f in list.csv list.yaml; do
    envoi letter $f --to list.csv --origin FR -o out.pdf
    echo "$f: $?"
done
letter bare.md 'to: list.csv\nsalutation: Dear Ana,\n\nText.\n'
letter capitals.md 'To: list.csv\nDate: 2026-01-31\n\nText.\n'
letter dash.md '———\nto: list.csv\n———\nText.\n'
letter four.md '\n----\nto: list.csv\n----\nText.\n'
letter letter.rtf '{\\rtf1\\ansi Text.}'
letter picture.png '\211PNG\r\n\032\n'
letter empty.md '\n  \n'
ls out.pdf
printf -- '---\nsalutation: Dear Ana,\n---\n' >head.md
envoi check head.md
printf -- '\n\n---\nsalutation: Dear Ana,\n---\nDate: I do not know.\n' >good.md
envoi letter good.md --to list.csv --origin FR -o out.pdf
echo "good.md: $?"
pdftotext -layout out.pdf - | sed '/^ *$/d'
envoi labels picture.png -o out.pdf
envoi labels letter.rtf -o out.pdf
