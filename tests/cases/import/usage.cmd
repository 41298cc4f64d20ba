# What is wrong on the command line.
cp "$CASE/es.txt" .
envoi import || echo "status $?"
envoi import --as poem es.txt || echo "status $?"
envoi import --lang tlh es.txt || echo "status $?"
envoi import none.txt || echo "status $?"
envoi import --as letter es.txt es.txt || echo "status $?"
# Told wrongly: headings are found whatever the language, months are not.
envoi import --lang en es.txt | grep -E 'deadline|date '
envoi import es.txt -o - || echo "status $?"
