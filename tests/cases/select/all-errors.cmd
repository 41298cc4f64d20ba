# One run tells everything that is wrong, at all stages, and nothing that only
# follows from it; nothing is written.
cat >to.csv <<'L'
id,name,line1,city,postcode,country,fax,same_address_as
a,Ana Ruiz,12 Rue de l'Exemple,Paris,75007,FR,1,
b,Ben Ito,1 Rue Courte,Lyon,69007
c,Clara,1 Rue Courte,Lyon,69007,Fronce,1,
d,Example,乌鲁木齐市示例路1号,乌鲁木齐,8300,CN,1,
e,Eve 𛰢,3 Rue Longue,Lyon,69007,FR,1,
f,Hugo with a name that is far too long for any label that one can buy in a shop,5 Rue Longue,Lyon,69007,FR,1,
g,Ines,,,,,1,b
h,Juan,7 Rue Longue,Lyon,69007,FR,,
i,,,Lyon,69007,FR,1,
j,Kim,,,,,1,zz
L
cat >letter.md <<'L'
---
lang: en
salutation: Dear {{to.name}},
---

Your fax is {{to.fax}}.
L
told() {
    echo "== $*"
    envoi "$@" --origin FR 2>&1 | grep -E ': (error|warning|note): ' | cut -c1-150
}
told check to.csv
told labels to.csv --on avery-l7163 -o x.pdf
told envelope to.csv -o x.pdf
told letter letter.md --to to.csv -o x.pdf
told batch letter.md --to to.csv --from "$EXAMPLES/sender.yaml" --with letters,envelopes,labels -o out
told batch letter.md --to to.csv --from "$EXAMPLES/sender.yaml" --with labels -o out --keep-going >/dev/null
cut -d, -f1,9- out/rejects.csv
rm -r out
ls
echo "== what is wrong elsewhere hides nothing of the list"
sed 's/^lang/lnag/' letter.md >wrong.md
sed -n '1,2p;6p' to.csv >glyph.csv
told letter wrong.md letter.md --to glyph.csv -o x.pdf
told batch wrong.md --to glyph.csv --with letters,labels -o out
printf -- '- layout: avery-l7163\n  used: 99\n' >drawer.yaml
told labels glyph.csv --on avery-l7163 --ledger drawer.yaml -o x.pdf
told envelope glyph.csv --from to.csv#a -o x.pdf
told envelope to.csv#a --from glyph.csv#e --return-place flap -o x.pdf
echo "== nor do those that are chosen"
told labels to.csv --records 3 -o x.pdf
told labels to.csv --records 3 --keep-going -o x.pdf
echo "== an appeal and its senders"
cp -R "$EXAMPLES/kamile-wayit" appeal
sed -i 's/^title:/titel:/' appeal/appeal.yaml
sed -i 's/country: [A-Z][A-Z]$/country: Nowhere/' appeal/targets.yaml
export SOURCE_DATE_EPOCH=1617235200
told pack appeal --from to.csv --with letters,envelopes,slips -o packs
told pack "$EXAMPLES/kamile-wayit" --from to.csv --with letters,slips -o packs
told check appeal
ls
echo "== how many more there are"
{
    echo name,line1,city,country
    seq 300 | sed 's/.*/Name &,&/'
} >many.csv
envoi labels many.csv -o x.pdf 2>&1 | grep -c error
envoi labels many.csv -o x.pdf 2>&1 | tail -n 1
