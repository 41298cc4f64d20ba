# A sheet in one line that cannot be read, or contradicts itself.
for spec in "a4 3x8" "a4 3x8 64x33,86" "a4 3x8 64x33.86 pich 66x33" "legal2 1x1 50x50"; do
    envoi layouts --sheet "$spec" 2>&1
    echo "-> $?"
done
envoi layouts --sheet "a4 3x8 70x33.86 at 6.46,13.06 pitch 66.54x36" -o x.pdf 2>&1
echo "-> $?"
envoi layouts --sheet "a4 2x5 90x50" name 2>&1
envoi layouts --yaml 2>&1
envoi layouts us-10 --yaml 2>&1
envoi layouts --sheet "a4 2x5 90x50" --sheet "a4 2x6 90x40" 2>&1
echo "- {name: A, lines: [1 rue X], city: Paris, postcode: '75001', country: FR}" >list.yaml
envoi labels list.yaml --sheet "a4 2x5 90x50" --on avery-l7159 --origin FR -o x.pdf
envoi labels list.yaml --sheet "a4 2x5 90x5o" --origin FR -o x.pdf
status=$?
ls -A
exit $status
