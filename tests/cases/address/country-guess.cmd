# A country with one letter wrong: the name that is meant, in the language in
# which it is misspelt. What is near to nothing, or only nearly near, is not
# guessed at: Kurdistan is not Kirgistan.
for name in Chna FRACE 'Untied States' Deutchland Kazahkstan Espagna Atlantis \
    Kurdistan Berlin 中囯 XX; do
    printf 'name,lines,city,country\nAna,1 Road,Town,%s\n' "$name" >list.csv
    envoi check list.csv 2>&1 | sed 1q
done
printf 'name,lines,city,country,embassy_in\nAna,1 Road,Town,CN,Frnace\n' >list.csv
envoi check list.csv
printf 'name,lines,city,country\nAna,1 Road,Town,\n' >list.csv
envoi check list.csv
echo 'Ana Ruiz' | envoi address --to Chine --origin Germny
for i in $(seq 100); do echo "Ana $i,1 Road,Town,Frnace"; done |
    sed '1i name,lines,city,country' >many.csv
envoi check many.csv 2>&1 | grep -c 'did you mean'
