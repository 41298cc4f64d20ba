# What stands on a box beside the product's number is no other product; a number
# that is none of ours is not guessed at.
printf -- '- name: Ana Ruiz\n  lines: 1 Rue Cler\n  city: Paris\n  country: FR\n' >list.yaml
for name in 'Avery L7163 Address Labels' 'AVERY® L7163' L7163-100 'L7163 (14 per sheet)' \
    'Herma 4677 weiß, A4' 'Avery 9999 A4' 'A4' 'labels 100'; do
    envoi labels list.yaml --origin FR --on "$name" -o x.pdf
done
