# What a label says, in order, by origin and script.
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
for how in "--origin FR" "--origin DE --script latin" "--origin FR --script native" "--origin CN"; do
    echo "---- $how"
    envoi labels list.yaml $how -o x.pdf || exit
    pdftotext -layout x.pdf - | grep -v '^[[:space:]]*$' | sed 's/^ *//'
done
