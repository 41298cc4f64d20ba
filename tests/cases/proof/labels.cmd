# What the proof of two addresses says, read by pdftotext.
cat >list.yaml <<'END'
- id: office
  name: Example Office
  lines: 1 Example Lu
  city: Urumqi
  region: Xinjiang
  postcode: "830000"
  country: CN
  zh:
    lines: [新疆维吾尔自治区乌鲁木齐市830000示例路1号]
- id: latin
  name: Somebody
  lines: 2 Example Road
  city: London
  postcode: SW1A 1AA
  country: GB
END
envoi labels list.yaml --on avery-l7159 --origin FR --copies 2 -o out.pdf --proof proof.pdf
echo $?
pdftotext -layout proof.pdf - | sed -E -e 's/poppler [0-9.]+/poppler N/' -e 's/ +/ /g' | grep -v '^ *$'
