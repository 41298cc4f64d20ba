# Two records of one id: neither is taken by accident; a list of all is fine.
printf 'id,name,city,country\na,First Office,Paris,FR\nb,Other,Lyon,FR\na,Second Office,Lille,FR\n' >list.csv
envoi labels list.csv#b --origin FR --no-ruler -o x.pdf && pdftotext x.pdf - | grep -c .
envoi labels list.csv --origin FR -o y.pdf && pdftotext y.pdf - | grep -c Office
envoi labels list.csv#a --origin FR -o z.pdf
status=$?
ls
exit $status
