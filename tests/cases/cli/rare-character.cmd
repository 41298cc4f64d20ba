# A character that no font has: where it stands, and the old file untouched.
echo old >x.pdf
cat >list.yaml <<'END'
- name: Example Office
  city: Urumqi
  region: Xinjiang
  postcode: "830000"
  country: CN
  zh:
    lines: [新疆维吾尔自治区乌鲁木齐市示例路𰁺号]
END
envoi labels list.yaml --origin FR -o x.pdf
status=$?
echo "x.pdf: $(cat x.pdf)"
ls -A
exit $status
