# An id that two records have: both places. Who asks for it gets an error.
printf 'id,name,lines,city,country\na,Ana,1 Rue,Paris,FR\nb,Ben,2 Rue,Paris,FR\na,Eva,3 Rue,Paris,FR\n,Ito,4 Rue,Paris,FR\n,Li,5 Rue,Paris,FR\na,Ma,6 Rue,Paris,FR\n' >list.csv
cat >book.yaml <<'END'
- {id: governor, name: Ana, lines: 1 Rue, city: Paris, country: FR}
- {id: mayor, name: Ben, lines: 2 Rue, city: Paris, country: FR}
- id: governor
  name: Eva
  lines: 3 Rue
  city: Paris
  country: FR
END
# What came with a used record is not this file's.
mkdir appeal
cat >appeal/targets.yaml <<'END'
- {use: ../book.yaml#mayor}
- {use: ../book.yaml#mayor, title: Mayor}
END
envoi check list.csv
envoi check book.yaml
envoi check appeal/targets.yaml
echo '- {use: ../book.yaml#governor}' >appeal/two.yaml
envoi check appeal/two.yaml
envoi labels 'list.csv#a' -o x.pdf
