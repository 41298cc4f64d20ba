# A name nearly right, one that is of another kind, and one that is none.
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
for layout in avery-l7195 dl nonsense ./nosuch.yaml; do
    envoi labels list.yaml --on $layout --origin FR -o x.pdf
    echo "$layout: $?"
done
ls
