# A layout of 2014 in Spanish: postcodes with C.P., two offices of one person.
cp "$CASE/es-correo.txt" .
envoi import es-correo.txt -o appeal
cat appeal/targets.yaml
