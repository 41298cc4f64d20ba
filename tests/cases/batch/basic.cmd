# Two senders, two addressees: four numbers, senders first; the manifest says
# where each is, shopping.txt what it takes.
cat >to.csv <<'END'
name,lines,city,region,postcode,country,salutation
Ma Example,479 Road,Urumqi,Xinjiang,830041,CN,"Dear Sir,"
"=cmd(""x""), Ltd",1 Street,Paris,,75001,FR,"Dear Madam,"
END
cat >from.csv <<'END'
name,lines,city,postcode,country
Ana Ruiz,"1, rue du Port",Lyon,69001,FR
Li Wei,2 quai Sud,Lille,59000,FR
END
cat >letter.md <<'END'
---
salutation: "{{to.salutation}}"
closing: Yours sincerely,
date: none
lang: en
---

I am {{from.name}}.
END
envoi batch letter.md --to to.csv --from from.csv -o out || exit
ls out
cat out/manifest.csv out/shopping.txt
