# Every file is looked at and every mistake told.
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
cat >bad.yaml <<'END'
- name: One
  country: Atlantis
- city: Two
- name: Three
  postcode: "1"
  country: CN
END
printf -- '---\nform: x.yaml\n---\n\nHello {{to.nmae}}\n' >letter.md
envoi check list.yaml bad.yaml letter.md nosuch.yaml
