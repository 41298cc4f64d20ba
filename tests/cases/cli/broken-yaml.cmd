echo old >x.pdf
cat >list.yaml <<'END'
- name: "Example Office
  city: Urumqi
  country: CN
END
envoi labels list.yaml --origin FR -o x.pdf
status=$?
echo "x.pdf: $(cat x.pdf)"
ls -A
exit $status
