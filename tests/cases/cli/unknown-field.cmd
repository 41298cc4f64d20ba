echo old >x.pdf
cat >list.yaml <<'END'
- name: Example Office
  adress: 12 Rue Cler
  contry: FR
END
envoi labels list.yaml --origin FR -o x.pdf
status=$?
echo "x.pdf: $(cat x.pdf)"
ls -A
exit $status
