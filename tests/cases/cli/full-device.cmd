# A full disk, as /dev/full plays it, through a file name and a pipe.
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
envoi labels list.yaml --origin FR -o - >/dev/full
echo $?
envoi labels list.yaml --origin FR -o /dev/full
echo $?
envoi layouts >/dev/full
echo $?
[ -c /dev/full ] && ls -A
