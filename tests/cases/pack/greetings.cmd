# A salutation is asked of those who get letters, and of nobody else.
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
- {id: mail, name: Only Mail, email: mail@example.org}
- {id: emb-fr, name: Embassy Paris, lines: 1 Road, city: Paris, postcode: "75001", country: FR, embassy_in: FR}
- {id: emb-us, name: Embassy DC, lines: 1 Road, city: Washington, region: DC, postcode: "20001", country: US, embassy_in: US}
- {id: gov, name: The Government, lines: 1 Road, city: Beijing, postcode: "100017", country: CN, salutation: "Dear Government,"}
END
cat >ap/letter.en.md <<'END'
---
lang: en
closing: Yours,
date: none
---

Free Kamile Wayit.
END
run() { envoi pack ap "$@" -o out && pdfinfo out/*.pdf | grep Pages || echo "status $?"; }
echo "-- nobody needs one"
run --origin GB --with letters
run --origin US --targets mail,gov --with letters
echo "-- the embassy in the United States does"
run --origin US --with letters
echo "-- for letters alone"
rm -r out
run --origin US --with slips
