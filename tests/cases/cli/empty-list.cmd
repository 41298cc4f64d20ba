# Nothing to print is an error, not an empty PDF.
: >empty.yaml
printf "name,country\n" >empty.csv
envoi labels empty.yaml -o x.pdf
echo $?
envoi labels empty.csv -o x.pdf
echo "$? $(ls)"
