# Nothing of the machine or the moment is in the file.
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
envoi labels list.yaml --origin FR -o x.pdf || exit
pdfinfo x.pdf | grep -E '^(Title|Author|Creator|Producer|CreationDate|ModDate)'
grep -ac -e "$(hostname)" -e "$PWD" -e /Producer -e /CreationDate -e /Author x.pdf || true
