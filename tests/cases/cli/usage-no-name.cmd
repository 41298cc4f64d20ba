# A name that a script left empty.
printf 'name,city,country\nExample Office,Paris,FR\n' >list.csv
envoi labels list.csv -o ''
