# A letter with an addressee, and one without.
printf -- '- name: Example Office\n  lines: 1 Example Road\n  city: London\n  postcode: SW1A 1AA\n  country: GB\n' >to.yaml
printf -- '---\nto: to.yaml\nlang: en-GB\ndate: none\n---\n\nText.\n' >with.md
printf -- '---\non: gbt9704\nlang: zh-Hans\ndate: none\n---\n\n正文。\n' >without.md
for letter in with without; do
    envoi letter $letter.md --origin DE -o $letter.pdf --proof proof.pdf
    echo $?
    pdftotext -layout proof.pdf - | sed -E -e 's/poppler [0-9.]+/poppler N/' -e 's/ +/ /g' | grep -v '^ *$'
done
