# Who has nobody to write to is told before anything is drawn, at his record;
# the packs of the others keep their senders.
export SOURCE_DATE_EPOCH=1600000000
mkdir ap
cat >ap/appeal.yaml <<'END'
title: A case
country: CN
summary: What it is about.
person: {name: Kamile Wayit}
demands: [Free her.]
languages: [en]
END
cat >ap/targets.yaml <<'END'
- {id: emb, name: The Embassy, lines: 1 Road, city: Paris, postcode: "75001", country: FR, embassy_in: FR, salutation: "Dear Sir,"}
END
cat >ap/letter.en.md <<'END'
---
lang: en
salutation: "{{to.salutation}}"
closing: Yours,
date: none
---

Free Kamile Wayit.
END
echo 'What is told of her.' >ap/case.en.md
printf 'name,lines,postcode,city,country\nFanny,1 rue F,69001,Lyon,FR\nUlla,1 U St,02108,Boston,US\nGuy,2 rue G,69002,Lyon,FR\nVera,2 V St,02108,Boston,US\n' >s.csv
covers() { pdftotext -layout "$1" - | grep -oE 'Fanny|Ulla|Guy|Vera|[0-9]+ (of|sur) [0-9]+' | tr '\n' ' '; echo; }
for with in letters letters,case,cover cover tally,cards; do
    echo "-- $with"
    envoi pack ap --from s.csv --with $with -o none || echo "status $?"
    [ ! -e none ] || ls none
done
echo "-- without them"
envoi pack ap --from s.csv --with letters,case,cover,tally --keep-going -o rest || echo "status $?"
covers rest/cover.pdf
sed 's/^\xEF\xBB\xBF//' rest/rejects.csv
echo "-- a slice without them"
envoi pack ap --from s.csv --with letters,cover --records 1,3 -o one || echo "status $?"
envoi pack ap --from s.csv --with letters,cover --records 3 -o three && covers three/cover*.pdf
envoi pack ap --from s.csv --with letters,cover --records 2 -o two || echo "status $?"
envoi pack ap --from s.csv --with letters,cover --redo 2 --keep-going -o two && covers two/cover*.pdf
echo "-- all of them"
envoi pack ap --from s.csv --where country=US --with letters,case -o none || echo "status $?"
envoi pack ap --from s.csv --where country=US --with letters,case --keep-going -o none || echo "status $?"
envoi pack ap --from s.csv --records 2 --where country=US --with case --keep-going -o none || echo "status $?"
envoi pack ap --origin US --packs 2 --with cover --keep-going -o none || echo "status $?"
echo "-- a target that cannot be used is not as if it were none"
printf '%s\n' '- {id: bad, name: No Street, city: Beijing, country: CN, same_address_as: nobody, salutation: "Dear,"}' >>ap/targets.yaml
envoi pack ap --from s.csv --with letters,case -o none || echo "status $?"
echo "-- a target without an address"
printf '%s\n' '- {id: mail, name: Only Mail, email: mail@example.org}' >ap/targets.yaml
envoi pack ap --from s.csv --with letters,case -o none || echo "status $?"
