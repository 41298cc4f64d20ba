# What is wrong with one record of a YAML list is wrong with no other: text or a
# list instead of fields, nothing at all, a field given twice, an anchor.
cat >book.yaml <<'L'
- name: Ana
  lines: [1 Rue A]
  city: Lyon
  country: FR
- just a word
- name: Ben
  name: Benn
  lines: [2 Rue B]
  country: FR
- [a, b]
-
- {}
- name: &x Clara
  lines: [3 Rue C]
  country: FR
- name: Dora
  lines: [4 Rue D]
  city: Lyon
  country: FR
L
envoi labels book.yaml --origin FR -o x.pdf
echo "$?"
envoi labels book.yaml --origin FR --keep-going -o x.pdf 2>/dev/null
echo "$?"
cat rejects.csv
pdftotext x.pdf - | grep -E '^(Ana|Ben|Clara|Dora)'
echo "== what is no YAML from some place on ends the run"
printf -- '- name: Ana\n  lines: [1 Rue A]\n  country: FR\n- name: "Ben\n' >open.yaml
envoi labels open.yaml --origin FR --keep-going -o y.pdf
echo "$?"
echo "== one record, and none"
printf 'name: Ana\nlines: [1 Rue A]\ncity: Lyon\ncountry: FR\n' >one.yaml
envoi labels one.yaml --origin FR -o z.pdf && pdftotext z.pdf - | grep Ana
for none in '' '[]' '{}' '~'; do
    printf '%s\n' "$none" >none.yaml
    envoi labels none.yaml --origin FR -o n.pdf
    echo "$?"
done
