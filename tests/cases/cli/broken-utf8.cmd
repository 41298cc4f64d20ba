# Latin-1 bytes in a file that must be UTF-8.
echo old >x.pdf
printf -- '- name: Jos\351\n  city: Li\350ge\n  country: BE\n' >list.yaml
envoi labels list.yaml --origin FR -o x.pdf
status=$?
echo "x.pdf: $(cat x.pdf)"
ls -A
exit $status
