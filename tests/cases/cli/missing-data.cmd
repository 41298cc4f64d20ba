# No data files: the folder is named.
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
ENVOI_DATA=$PWD/nosuch envoi labels list.yaml --origin FR -o x.pdf
status=$?
ls
exit $status
