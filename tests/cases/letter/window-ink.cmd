# Lines that are set closer stand higher than their room: what has to be in the
# window is their ink. Letters without accents are, a ring on a capital is not.
write() {
    cat >to.yaml <<EOF
- name: $1
  title: Party Secretary of Xinjiang
  lines: [479 Zhongshan Lu]
  district: Tianshan Qu
  city: Urumqi
  region: Xinjiang Uyghur Autonomous Region
  postcode: "830041"
  country: CN
  lines:zh: 新疆维吾尔自治区乌鲁木齐市830041天山区中山路479号
EOF
}
echo '{name: Ana Ruiz, lines: [1 Elm St], city: New York, region: NY, postcode: "10001", country: US}' >from.yaml
cat >l.md <<'EOF'
---
to: to.yaml
from: from.yaml
date: none
lang: en
salutation: Hello,
---

Text.
EOF
write 'Ma Xingrui'
envoi letter l.md --on us-letter -o l.pdf && pdftotext l.pdf - | grep Xingrui
write 'Åsa Xingrui'
envoi letter l.md --on us-letter -o l2.pdf || ls l2.pdf 2>/dev/null
