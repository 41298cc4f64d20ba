# What of the sender an envelope shows: --return.
cat >senders.yaml <<'END'
- id: ana
  name: Ana Lucía Ruiz
  lines: [14 rue des Tanneries]
  postcode: "75013"
  city: Paris
  country: FR
  group: office
- id: office
  organisation: Groupe des lettres
  lines: [BP 12]
  postcode: "75011"
  city: Paris
  country: FR
END
cp senders.yaml other.yaml
top() { pdftotext -layout -y 0 -H 120 -x 0 -W 260 "$1" - | grep -v '^[[:space:]]*$'; }
for how in full initials group none; do
    echo "== $how"
    envoi envelope "$EXAMPLES/xinjiang-beijing.yaml#ma-xingrui" --from senders.yaml#ana --return $how -o x.pdf
    top x.pdf
done
echo "== another group"
envoi envelope "$EXAMPLES/xinjiang-beijing.yaml#ma-xingrui" --from senders.yaml#ana \
    --return group --group other.yaml#ana -o x.pdf
top x.pdf
echo "== on the flap"
envoi envelope "$EXAMPLES/xinjiang-beijing.yaml#ma-xingrui" --from senders.yaml#ana \
    --return initials --return-place flap -o x.pdf
pdfinfo x.pdf | grep Pages
qpdf --json x.pdf | grep -o '"/Duplex": "[^"]*"'
pdftotext -f 1 -l 1 -layout -y 0 -H 120 x.pdf - | grep -c Ana
pdftotext -f 2 -l 2 -layout x.pdf - | grep -v '^[[:space:]]*$'
