# A column of the street or the postcode that nobody knows would be missing on
# every label: a warning says which columns could be it. "Adresse 2" is the
# second line; columns of one's own beside a whole address are no matter.
# An address in one cell has all of it; a slip has its own message.
cat >fr.csv <<'END'
Civilité;Nom;Prénom;Adresse 1;Adresse 2;CP;Ville;Pays
Mme;Lévêque;Anne;Bât. B;3 rue de l'Église;35000;Rennes;France
END
cat >es.csv <<'END'
Nombre,C.P.,Población,País,a,b,c,d,e
Ana Ruiz,28013,Madrid,España,1,2,3,4,5
END
cat >own.csv <<'END'
name,lines,city,postcode,country,member since
Ana Ruiz,1 Rue Cler,Paris,75007,FR,2019
END
cat >whole.csv <<'END'
name,address,country,member since
Ana Ruiz,"1 Rue Cler
75007 Paris",FR,2019
END
cat >hong-kong.csv <<'END'
name,lines,city,country
Ana Ruiz,1 Queen's Road,Central,HK
END
cat >slip.csv <<'END'
name,lines,city,potscode,country
Ana Ruiz,1 Rue Cler,Paris,75007,FR
END
for f in fr es own whole hong-kong slip; do
    echo "$f" >&2
    envoi check $f.csv
done
envoi labels fr.csv --origin FR --map CP=postcode -o fr.pdf
pdftotext -layout fr.pdf - | sed -n 1,4p
cat >de.csv <<'END'
Name;Strasse;PLZ;Ort;Land
Ana Ruiz;Am Markt 1;01067;Dresden;Deutschland
END
envoi labels de.csv --origin DE -o de.pdf
pdftotext -layout de.pdf - | sed -n 1,3p
cat >gb.csv <<'END'
Name,Address Line 1,Town,County,Postcode,Country
Ana Ruiz,1 High Street,Leeds,West Yorkshire,LS1 4AB,UK
END
envoi labels gb.csv --origin GB -o gb.pdf
