# A label that does not fit says by how much.
echo old >x.pdf
cat >list.yaml <<'END'
- name: Commission on Everything That Needs a Commission in the Autonomous Region and Elsewhere
  title: First Deputy Secretary of the Standing Committee of the Regional Assembly
  organisation: Secretariat
  lines: [one, two, three, four, five, six, seven, eight, nine, ten]
  city: Urumqi
  region: Xinjiang
  postcode: "830000"
  country: CN
END
envoi labels list.yaml --on avery-5160 --origin FR -o x.pdf
status=$?
echo "x.pdf: $(cat x.pdf)"
ls -A
exit $status
