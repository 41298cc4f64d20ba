echo old >x.pdf
cat >list.yaml <<'END'
- name: Example Office
  city: Somewhere
  country: Atlantis
END
envoi labels list.yaml --origin FR -o x.pdf
status=$?
echo "x.pdf: $(cat x.pdf)"
ls -A
exit $status
