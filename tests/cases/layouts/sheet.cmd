# A sheet said in one line: told, drawn, printed on, made a file that says the
# same.
spec="a4 3x8 64x33.86 at 6.46,13.06 pitch 66.54x33.86"
envoi layouts --sheet "$spec"
echo
envoi layouts --sheet "letter 2x5 4x2in at 0.156in,0.5in pitch 4.1875x2in round 3.17" --yaml >my.yaml
cat my.yaml
envoi check my.yaml && envoi layouts my.yaml | sed -n '5,$p'
envoi layouts --sheet "$spec" -o x.pdf
envoi layouts --sheet "$spec" --dump=display >one
envoi layouts --draw "sheet:$spec" --dump=display >two
cmp one two
envoi layouts avery-l7159 --yaml >l7159.yaml && envoi layouts l7159.yaml | sed -n '3,12p' >one
envoi layouts avery-l7159 | sed -n '4,13p' >two
diff one two
ls -A
