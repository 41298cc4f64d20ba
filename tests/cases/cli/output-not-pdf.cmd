# What is there and is no PDF is not replaced: the sender of the letter, whose
# file -o names by mistake, a spreadsheet; a PDF of any name and a file with
# nothing in it are.
cat >list.yaml <<'END'
- name: Example Office
  lines: [1 Example Lu]
  city: Urumqi
  country: CN
END
printf 'name: Ana Ruiz\nlines: 1 Rue Cler\ncity: Paris\ncountry: FR\n' >sender.yaml
printf -- '---\nto: list.yaml\nfrom: sender.yaml\nsalutation: Dear Sir,\n---\nText.\n' >letter.md
cp sender.yaml before
envoi letter letter.md -o sender.yaml
echo $?
envoi labels list.yaml --origin FR -o new.pdf --proof sender.yaml
echo $?
envoi calibrate -o letter.md
echo $?
cmp sender.yaml before
ls
envoi labels list.yaml --origin FR -o sheet
envoi labels list.yaml --origin FR -o sheet
echo $?
: >empty
envoi labels list.yaml --origin FR -o empty
echo $?
