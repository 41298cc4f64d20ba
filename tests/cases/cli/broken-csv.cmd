# A quote that never ends, and a record with too many fields.
echo old >x.pdf
printf 'name,country\n"Example Office,CN\n' >quote.csv
printf 'name,country\nExample Office,CN,x,y\n' >fields.csv
envoi labels quote.csv --origin FR -o x.pdf
echo $?
envoi labels fields.csv --origin FR -o x.pdf
status=$?
echo "x.pdf: $(cat x.pdf)"
ls -A
exit $status
