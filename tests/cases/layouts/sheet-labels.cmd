# Labels on a sheet that is said in one line.
echo "- {name: A, lines: [1 rue X], city: Paris, postcode: '75001', country: FR}" >list.yaml
envoi labels list.yaml --sheet "a4 2x5 90x50 cut" --origin FR -o x.pdf --copies 3
envoi labels list.yaml --on "sheet:a4 2x5 90x50" --origin FR -o y.pdf
ls -A
