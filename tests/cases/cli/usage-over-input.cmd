# -o that names a file which is read: a slip that would cost the address book.
printf 'id,name,city,country\na,Example Office,Paris,FR\n' >list.csv
cp list.csv again.csv
ln -s list.csv link.csv
printf -- '---\nto: again.csv\nlang: en\n---\nHello.\n' >a.md
envoi labels list.csv -o list.csv
echo "labels: $?"
envoi labels list.csv#a -o ./list.csv
echo "one record: $?"
envoi envelope again.csv --from list.csv -o link.csv
echo "sender, by a link: $?"
envoi letter a.md --to list.csv -o a.md
echo "letter: $?"
cmp list.csv again.csv && head -n 1 a.md
