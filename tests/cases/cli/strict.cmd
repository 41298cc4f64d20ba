# A postcode of the wrong shape warns; --strict makes it an error.
cat >list.yaml <<'END'
- name: Example Office
  lines: [1 Example Lu]
  city: Urumqi
  region: Xinjiang
  postcode: "8300"
  country: CN
  zh:
    lines: [新疆维吾尔自治区乌鲁木齐市示例路1号]
END
envoi check --origin FR list.yaml
echo $?
envoi check --origin FR --strict list.yaml
echo $?
