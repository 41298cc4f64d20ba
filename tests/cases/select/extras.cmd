# Fields of one's own that only some records have, and that the first lacks.
cat >team.jsonl <<'L'
{"name":"Ana","line1":"1 Rue A","city":"Lyon","postcode":"69001","country":"FR"}
{"name":"Ben","line1":"2 Rue B","city":"Lyon","postcode":"69001","country":"FR","team":"red"}
{"name":"Cleo","line1":"3 Rue C","city":"Lyon","postcode":"69001","country":"FR","team":"blue","shift":"late"}
L
for option in "--where team=red" "--where shift=late" "--sort=-team" "--where tea=red"; do
    echo "-- $option"
    envoi labels team.jsonl --origin FR $option --dump=lines | grep -oE 'Ana|Ben|Cleo' || echo none
done
