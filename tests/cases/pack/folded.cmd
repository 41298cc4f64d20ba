# What of the sender is on the outside of a sheet that becomes its own envelope
# goes by the appeal, target by target, as on an envelope.
export SOURCE_DATE_EPOCH=1600000000
mkdir ap
cat >ap/appeal.yaml <<'END'
title: A case
country: CN
summary: What it is about.
person: {name: Kamile Wayit}
demands: [Free her.]
languages: [en]
targets:
  gov: {return: none}
  court: {return: initials}
END
cat >ap/targets.yaml <<'END'
- {id: gov, name: The Government, lines: 1 Road, city: Beijing, postcode: "100017", country: CN, salutation: "Dear Government,"}
- {id: court, name: The Court, lines: 2 Road, city: Beijing, postcode: "100017", country: CN, salutation: "Dear Court,"}
- {id: office, name: The Office, lines: 3 Road, city: Paris, postcode: "75001", country: FR, salutation: "Dear Office,"}
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
printf 'name,lines,postcode,city,country\nSecret Sender,99 Hidden Street,69001,Lyon,FR\nOther Writer,7 Quiet Street,69002,Lyon,FR\n' >s.csv
says() { # FILE
    for p in $(seq "$(pdfinfo "$1" | sed -n 's/Pages: *//p')"); do
        pdftotext -layout -f "$p" -l "$p" "$1" - |
            grep -oiE 'The [A-Z][a-z]+|Secret S[a-z]*\.?|Other W[a-z]*\.?|Hidden Street|Quiet Street|Lyon' |
            sort -u | tr '\n' ';'
        echo " page $p"
    done
}
echo "-- inside and outside, by target"
envoi pack ap --from s.csv --with letters --on fold-a4 -o out
says out/letters.pdf
echo "-- the run wants initials at most"
envoi pack ap --from s.csv --with letters --on fold-a4 --return initials -o initials
says initials/letters.pdf
echo "-- no sender"
envoi pack ap --from s.csv --with letters --on fold-a4 --no-sender -o none
says none/letters.pdf
echo "-- lines for the pen"
envoi pack ap --with letters --on fold-a4 --origin FR -o pen
for p in 2 4 6; do # where a sender stands, left on the face
    pdftoppm -r 40 -gray -f $p -l $p -x 20 -y 160 -W 100 -H 70 pen/letters.pdf |
        tail -c 7000 | od -An -v -tu1 -w100 |
        awk '{ for (i = d = 1; i <= NF; i++) d += $i < 160 } d > 60 { n++ } END { print n + 0, "lines" }'
done
echo "-- letters in two languages are posted one by one"
sed 's/Free Kamile/Libérez Kamile/; s/lang: en/lang: fr/' ap/letter.en.md >ap/letter.fr.md
sed -i 's/salutation: \("[^"]*"\)/salutation: \1, fr: {salutation: \1}/' ap/targets.yaml
for on in fold-a4 uk-dl; do
    envoi pack ap --from s.csv --lang en,fr --with letters,cover --on $on -o two || exit
    sed -n '/^Timbres/,$p' two/shopping.txt
    pdftotext two/cover.pdf - | grep -c 'une seule enveloppe' || :
done
echo "-- envelopes to cut out and paste on"
envoi pack ap --from s.csv --with envelopes,cover -o cut || exit
pdftotext cut/cover.pdf - | grep -cE 'Découper|Coller' || :
envoi pack ap --from s.csv --with envelopes,cover --paper a4 -o cut || exit
pdftotext cut/cover.pdf - | grep -cE 'Découper|Coller' || :
