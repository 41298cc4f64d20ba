# What cannot be used is left out and listed; all of it or nothing else.
cat >to.csv <<'L'
name,line1,line2,city,postcode,country,fax,Note
Ana Ruiz,12 Rue de l'Exemple,,Paris,75007,FR,1,"a, ""quoted"" note"
Ben Ito,1 Rue Courte,,Lyon,69007,Fronce,,=1+1
Clara,1 Rue Courte,,Lyon,69007,FR
Dora,1 Rue Courte,,Lyon,69007,FR,,
Eve 𛰢,"3 Rue
Longue",,Lyon,69007,FR,2,no glyph
,,,Lyon,69007,FR,,x
Hugo,5 Rue Longue,,Lyon,69007,FR,9,x,too,many
Ana Ruiz,"12, rue de l'exemple",,PARIS,75007,FR,1,the same
Ines,7 Rue Longue,,Lyon,69007,FR,9,x
L
cat >letter.md <<'L'
---
lang: en
---

Dear {{to.name}}, your fax is {{to.fax}}.
L
for run in "labels to.csv" "envelope to.csv" "letter letter.md --to to.csv"; do
    envoi $run --origin FR -o x.pdf 2>/dev/null
    echo "== $run: $?"
    ls
    envoi $run --origin FR --keep-going --dedupe -o x.pdf 2>err
    echo "keep going: $?"
    cat rejects.csv
    pdftotext x.pdf - | grep -E 'Ana|Ben|Clara|Dora|Eve|Hugo|Ines'
    rm -f x.pdf rejects.csv
done
cat err >&2
echo "== a mailing"
envoi batch letter.md --to to.csv --from "$EXAMPLES/sender.yaml" --with letters --keep-going --sort=-name -o out 2>/dev/null
echo $?
ls out
cut -d, -f1-3 out/manifest.csv
grep -c . out/rejects.csv
echo "== packs"
SOURCE_DATE_EPOCH=1617235200 envoi pack "$EXAMPLES/kamile-wayit" --from to.csv --with letters --keep-going --where 'city = Lyon' --sort=-name -o packs 2>/dev/null
echo $?
ls packs
cut -d, -f1-3 packs/manifest.csv
SOURCE_DATE_EPOCH=1617235200 envoi pack "$EXAMPLES/kamile-wayit" --from to.csv --with letters --keep-going --records 8-9 -o part 2>/dev/null
echo $?
ls part
echo "== mended and printed"
cp out/rejects.csv rejects.csv
envoi letter letter.md --to rejects.csv --keep-going --origin FR -o x.pdf >/dev/null
echo $?
echo "== what was left out, mended in part and tried again"
rm -f rejects.csv x.pdf
printf 'name,line1,city,country\nAna,1 Rue A,Lyon,Fronce\nBen,2 Rue B,Lyon,FR\nCleo,1 Rue A,Lyon,Fronce\n' >some.csv
envoi labels some.csv --keep-going --origin FR -o x.pdf 2>/dev/null
sed '2s/Fronce/FR/' rejects.csv >again.csv
rm rejects.csv
envoi labels again.csv --keep-going --origin FR -o x.pdf 2>/dev/null
cat rejects.csv
echo "== who shares an envelope that cannot be printed"
printf 'name,line1,city,country\nAna,1 Rue \360\233\260\242,Lyon,FR\nBen,2 Rue B,Lyon,FR\nClara,1 rue \360\233\260\242,LYON,FR\n' >home.csv
rm rejects.csv
envoi labels home.csv --households --keep-going -o home.pdf 2>/dev/null
echo $?
cut -d, -f1,5 rejects.csv
echo "== a record of YAML"
cat >to.yaml <<'L'
- name: Ana
  lines: [1 Rue A]
  country: FR
- name: Ben
  lines: [2 Rue B, at the back]
  country: Nowhere
  fax: "2"
L
envoi labels to.yaml --keep-going -o y.pdf 2>/dev/null
echo $?
cat rejects.csv
echo "== nobody left"
head -n 3 to.csv | sed 2d >bad.csv
envoi labels bad.csv --keep-going -o z.pdf
echo $?
envoi labels to.csv --keep-going -o - >/dev/null
echo $?
# What is wrong with the letter is no record's fault.
sed 's/to.fax/to.fxa/' letter.md >typo.md
envoi letter typo.md --to to.csv --origin FR --keep-going -o z.pdf 2>&1 | grep -c fxa
ls z.pdf 2>/dev/null
exit 0
