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
cat >my.yaml <<'END'
kind: labels
title: labels that lie over each other
source: made for this test
paper: a4
columns: 3
rows: 8
heigth: 3
label: {width: 70, height: 33.86}
first: {left: 6.46, top: 13.06}
pitch: {across: 66.54, down: 36}
END
envoi check my.yaml
