# The proof takes the name of no other file of its run, and a list stays what it
# is, whoever names it.
cat >people.csv <<'END'
name,lines,city,region,postcode,country
Ma Example,479 Road,Urumqi,Xinjiang,830041,CN
END
cat >letter.md <<'END'
---
to: people.csv
salutation: Dear Sir,
date: none
lang: en
---

Please help.
END
cp people.csv before.csv
try() {
    envoi "$@"
    echo "status $?: $*"
    cmp people.csv before.csv && ls
}
try batch letter.md --proof people.csv -o out
try batch letter.md --proof out/letters.pdf -o out
try batch letter.md --proof out/letters-1-1.pdf --split 1 -o out
try batch letter.md --proof out/manifest.csv -o out
try labels people.csv --ledger sheets.yaml --on avery-l7163 --proof sheets.yaml -o a.pdf
try batch letter.md --ledger sheets.yaml --labels-on avery-l7163 --proof sheets.yaml -o out
