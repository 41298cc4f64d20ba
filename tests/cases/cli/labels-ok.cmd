# A PDF, nothing on either stream, the same bytes again and through a pipe.
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
envoi labels list.yaml --origin FR -o a.pdf || exit
envoi labels list.yaml --origin FR -o b.pdf || exit
envoi labels list.yaml --origin FR -o - >c.pdf || exit
envoi labels - --origin FR -o d.pdf <list.yaml || exit
cmp a.pdf b.pdf && cmp a.pdf c.pdf && cmp a.pdf d.pdf && head -c 8 a.pdf && echo
ls -A
