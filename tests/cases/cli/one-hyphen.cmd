# One hyphen in place of two, and names with blanks that stand in no quotes:
# nothing of it is taken for something else, such as a PDF called "rigin".
printf -- '- name: Ana Ruiz\n  lines: 1 Rue Cler\n  city: Paris\n  country: FR\n' >'my list.yaml'
cp 'my list.yaml' list.yaml
printf -- '---\nto: list.yaml\nsalutation: Dear Ana,\n---\nText.\n' >'first letter.md'
try() {
    envoi "$@"
    echo "$?: $*"
}
try labels list.yaml -origin FR -o x.pdf
try labels list.yaml --origin FR -o x.pdf -outline
try labels list.yaml -origin=FR -o x.pdf
try labels list.yaml -on 7160 -copies 2 -o x.pdf
try labels list.yaml -copie 2 -x -o x.pdf
try labels my list.yaml --origin FR -o x.pdf
try letter first letter.md --origin FR -o x.pdf
try letter nothing list.yaml --origin FR -o x.pdf
ls
try labels list.yaml --origin FR -ox.pdf
try labels 'my list.yaml' --origin FR -ooutline.pdf
ls
