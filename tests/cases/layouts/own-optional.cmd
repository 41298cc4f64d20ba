# A layout of one's own needs no source, an envelope no place for sender and
# stamp; a letter's "on:" names a file beside the letter. A wrong name there is
# an error of the letter.
cat >list.yaml <<'END'
- name: Example Office
  lines: [1 Example Lu]
  city: Urumqi
  country: CN
END
cat >mine.yaml <<'END'
kind: envelope
title: mine
size: {width: 200, height: 100}
recipient: {left: 90, top: 40, width: 100, height: 45}
END
envoi envelope list.yaml --on mine.yaml --origin FR -o x.pdf
echo "envelope: $?"
envoi envelope list.yaml --on mine.yaml --from list.yaml -o x.pdf
echo "with a sender: $?"
pdftotext -layout x.pdf - | grep -v '^$'
envoi layouts --draw mine.yaml -o y.pdf
echo "drawn: $?"
envoi layouts mine.yaml | grep -c source
mkdir letters
sed 's/^title:.*/title: mine/;/^source:/,/^paper:/{/^paper:/!d}' \
    "$DATA/layouts/letters/din5008-b.yaml" >letters/mine.yaml
for on in mine.yaml din5008-c nosuch.yaml; do
    printf -- '---\non: %s\nlang: en\nto: ../list.yaml\n---\nHello.\n' $on >letters/a.md
    envoi letter letters/a.md --origin FR -o z.pdf
    echo "on $on: $?"
done
envoi letter letters/a.md --on din5008-c --origin FR -o z.pdf
echo "--on: $?"
