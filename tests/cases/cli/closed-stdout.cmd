# Streams that are closed: no file of ours takes their place.
cat >list.yaml <<'END'
- name: Example Office
  lines: [1 Example Lu]
  city: Urumqi
  region: Xinjiang
  postcode: "830000"
  country: CN
  zh:
    lines: [新疆维吾尔自治区乌鲁木齐市830000示例路1号]
END
envoi labels list.yaml --origin FR -o - >&-
echo "no stdout: $?"
envoi layouts >&-
echo "no stdout for a list: $?"
envoi --version >&-
echo "no stdout for the version: $?"
envoi labels - --origin FR -o y.pdf <&-
echo "no stdin: $?"
envoi labels list.yaml --origin FR -o x.pdf 2>&-
echo "no stderr: $?"
envoi labels list.yaml nosuch.yaml --origin FR -o - <&- 2>&-
echo "no stderr, a mistake: $?"
ls -A
qpdf --check x.pdf | tail -n 1
