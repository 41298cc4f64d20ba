# A window that ends below its envelope.
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
cat >my.yaml <<'END'
kind: envelope
title: a window below the envelope
source: made for this test
size: {width: 220, height: 110}
recipient: {left: 104, top: 42, width: 100, height: 48}
sender: {left: 12, top: 10, width: 70, height: 30}
stamp: {left: 146, top: 0, width: 74, height: 40}
window: {left: 20, top: 78, width: 90, height: 35}
END
envoi envelope list.yaml --on my.yaml --origin FR -o x.pdf
status=$?
echo "x.pdf: $(cat x.pdf)"
ls -A
exit $status
