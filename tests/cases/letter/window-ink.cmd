# Lines that are set closer than their type is high: what has to be in the window
# is their ink, the ring on a capital and the tail of a g.
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
# ink TOP HEIGHT FILE: how many dark dots in a strip, in 1/600 in
ink() {
    pdftoppm -gray -r 600 -x 500 -y "$1" -W 2100 -H "$2" "$3" |
        tail -c $((2100 * $2)) | tr -d '\377' | wc -c
}
for name in 'Ma Xingrui' 'Åsa Xingrui'; do
    write "$name"
    envoi letter l.md --on us-letter -o l.pdf && pdftotext l.pdf - | grep Xingrui
    # The window surely shows 63.5 to 88.9 mm.
    ink 1440 58 l.pdf
    ink 2102 58 l.pdf
    [ "$(ink 1500 58 l.pdf)" -gt 100 ] || echo nothing seen
done
# A block as high as its place: the tail of a g below it.
envoi pack "$EXAMPLES/ekpar-asat" --after-deadline --origin CN --with letters -o packs 2>err
echo "packs: status $?"
grep error err
exit 0
