# A NUL, an escape and a bidi override in data are named.
printf -- '- name: "A\033[31mB"\n  city: "\342\200\256cba"\n  country: FR\n' >list.yaml
envoi labels list.yaml --origin FR -o x.pdf
status=$?
printf 'name,country\nA\000B,FR\n' >list.csv
envoi labels list.csv --origin FR -o x.pdf
echo "$? $(ls)"
exit $status
