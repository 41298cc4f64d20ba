# A limit on the size of files: the old file stays, no temporary one does.
# The counters of a coverage build are files too.
[ "${KIND-}" != coverage ] || { echo "not in a coverage build"; exit 77; } >&2
echo old >x.pdf
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
(ulimit -f 1; envoi labels list.yaml --origin FR -o x.pdf)
status=$?
echo "x.pdf: $(cat x.pdf)"
ls -A
exit $status
