# The envelope's page as each profile wants it: size, and the turn of its text.
list="$EXAMPLES/xinjiang-beijing.yaml#ma-xingrui"
try() {
    printf 'envelope: {%s}\n' "$2" >p.yaml
    envoi envelope "$list" --on "$1" --origin FR --printer p.yaml -o x.pdf &&
        pdfinfo x.pdf | sed -n 's/^Page size: *//p' &&
        envoi envelope "$list" --on "$1" --origin FR --printer p.yaml \
            --dump=display | sed -n 's/^P:fr \(.*\) glyphs.*/\1/p'
    echo "$1 $2: $?"
}
try dl 'face: up'
try dl 'feed: 1'
try dl 'feed: 5'
try dl 'side: centre, edge: short, turned: yes, paper: a4'
try c6 'feed: 6, paper: letter, offset: {right: 2, down: -1}'
try dl 'feed: 4, paper: a4'
