# A layout may say where in each label the text stands, as on postcards, whose
# left half is for the message and whose corner for the stamp.
sheet() {
    cat <<END
kind: labels
title: cards
paper: a5
columns: 1
rows: 2
label: {width: 140, height: 100$2}
first: {left: 4, top: 4}
pitch: {across: 140, down: 100}
text: $1
END
}
echo '{name: Ana, lines: 1 rue Cler, city: Paris, country: FR, copies: 2}' >list.yaml
sheet '{left: 70, top: 42, width: 55, height: 40}' >good.yaml
envoi layouts good.yaml | grep text
envoi layouts good.yaml --yaml | grep text
envoi labels list.yaml --on good.yaml --no-ruler --origin FR --dump=display -o - | grep glyphs
sheet '{left: 70, top: 42, width: 70, height: 40}' >wide.yaml
sheet '{left: 70, top: 42, width: 55, height: 40}' ', round: 20' >round.yaml
sheet '{left: 70, top: 42, width: 55}' >half.yaml
for bad in wide round half; do envoi layouts $bad.yaml; done
sheet '{left: 70, top: 42, width: 55, height: 40}' | sed 's/^paper/shape: ellipse\n&/' >oval.yaml
envoi layouts oval.yaml
