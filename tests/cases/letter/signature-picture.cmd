# The picture of a signature as README has it, without words for it: they are
# the sender's name, of each sender his own. Who signs by hand has none, and
# where there is no name at all it is asked for.
cp "$EXAMPLES/pictures/cover.png" name.png
printf -- '- name: Ana Ruiz\n  lines: 1 Rue Cler\n  city: Paris\n  country: FR\n- organisation: Group 42\n  lines: 2 Rue Cler\n  city: Paris\n  country: FR\n' >senders.yaml
letter() {
    printf -- '---\nto: senders.yaml\n%ssalutation: Dear Sir,\nsignature_image: {file: name.png, width: 40 mm}\n---\nText.\n' "$1" >letter.md
}
alt() {
    qpdf --qdf --object-streams=disable "$1" - | grep -a '/Alt' | sort | uniq -c
}
letter 'from: senders.yaml
'
envoi letter letter.md -o out.pdf
echo $?
alt out.pdf
envoi letter letter.md --from blank --origin FR -o out.pdf
echo $?
alt out.pdf
pdfimages -list out.pdf | sed 1,2d
letter ''
envoi letter letter.md --origin FR -o out.pdf
echo $?
letter 'signature: "Ana R."
'
envoi letter letter.md --origin FR -o out.pdf
echo $?
alt out.pdf
