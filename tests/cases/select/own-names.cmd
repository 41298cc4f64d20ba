# A column is chosen and sorted by under the name that it has in the list, in
# whatever language envoi has understood it.
cat >liste.csv <<'END'
Name;Straße;PLZ;Ort;Land
Ana;Am Markt 1;50667;Köln;Deutschland
Ben;Am Markt 2;10115;Berlin;Deutschland
Cem;Am Markt 3;40213;Köln;Deutschland
END
envoi labels liste.csv --origin DE --where 'Ort = köln and PLZ < 50000' -o a.pdf
echo $?
pdftotext -layout a.pdf - | sed -n 1p
envoi labels liste.csv --origin DE --sort PLZ -o b.pdf 2>/dev/null
echo $?
pdftotext -raw b.pdf - | grep -x '[A-Z][a-z]*'
envoi labels liste.csv --origin DE --where 'Orrt = Köln' -o c.pdf
echo $?
