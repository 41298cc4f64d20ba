# Text that is there for some only: in a line, a paragraph, an item, a note, the
# header. Each letter must look and read as it does alone, though they share
# what they can.
cat >letter.md <<'X'
---
date: 2026-03-01
place: "{{from.city|our town}}"
subject: "{{#to.title}}About the {{to.title}}{{/to.title}}"
salutation: "{{#to.salutation}}{{to.salutation}}{{/to.salutation}}{{^to.salutation}}Dear {{to.name}},{{/to.salutation}}"
closing: Yours sincerely,
office: |
  {{#from.fax}}
  Fax: {{from.fax}}
  {{/from.fax}}
  Room 3
footer: "{{#from.job}}Written by {{from.job}}{{/from.job}}"
lang: en-GB
langs: [zh-Hans]
---

I am {{from.name}}{{#from.job}}, {{from.job}},{{/from.job}} and I ask you for an answer{{#from.fax}} by **fax**{{/from.fax}}.

{{#from.fax}}
My fax machine[^1] is always on.

> It has the number {{from.fax}}.

{{#from.job}}
| who | what |
|-----|------|
| {{from.name}} | {{from.job}} |
{{/from.job}}
{{/from.fax}}

{{^from.fax}}I have no fax.{{/from.fax}}

- one
{{#from.fax}}
- fax {{from.fax}}
{{/from.fax}}
- two

{{#from.job}}
1. for {{from.job}} alone
{{/from.job}}

Greetings[^2] from {{from.city|our town}}.
{{#from.fax}}
Faxes are welcome.
{{/from.fax}}
Good bye.

{{#from.note}}Values stay values: {{from.note}}{{/from.note}}

中文
{{#from.fax}}
传真
{{/from.fax}}
后文。

[^1]: A note about fax{{#from.job}} of {{from.job}}{{/from.job}}.
[^2]: A note for all.
X
cat >from.csv <<'X'
name,line1,postcode,city,country,fax,job,note
Ana Ruiz,12 Rue de l'Exemple,75007,Paris,FR,+33 1,a teacher,
Ben Ito,1 Rue Courte,69007,,FR,,,**{{/from.note}}**
Clara W,2 Rue B,13001,Marseille,FR,,a cook,
Dora Gül,3 Rue C,31000,Toulouse,FR,+33 4,,{{#fax}}
Eva Li 艾娃,4 Rue D,67000,Strasbourg,FR,,,
Finn Berg,5 Allee E,1000,Brussels,BE,+32 5,a driver,[^2]
Gina Roux,6 Rue F,75007,Paris,FR,+33 1,a teacher,
Hugo Kim,7 Rue G,75007,Paris,FR,,,
Ines Vogt,8 Rue H,75007,Paris,FR,,a writer,
X
cat >to.csv <<'X'
name,title,line1,postcode,city,country,salutation
Ma Xingrui,Party Secretary,479 Zhongshan Lu,830041,Urumqi,CN,Dear Secretary Ma:
Xie Feng,,3505 International Place NW,20008,Washington,US,
X
i=0
sed 1d from.csv | while IFS= read -r sender; do
    sed 1d to.csv | while IFS= read -r target; do
        { head -n 1 from.csv; echo "$sender"; } >one-from.csv
        { head -n 1 to.csv; echo "$target"; } >one-to.csv
        n=$(($(cat count 2>/dev/null || echo 0) + 1))
        echo "$n" >count
        envoi letter letter.md --from one-from.csv --to one-to.csv \
            -o "alone-$(printf %02d "$n").pdf" || exit
    done
done
envoi letter letter.md --from from.csv --to to.csv -o all.pdf || exit
qpdf --check all.pdf >/dev/null || exit
qpdf --empty --pages alone-*.pdf -- joined.pdf
pdfinfo all.pdf | grep Pages
for f in all joined; do
    pdftotext $f.pdf $f.txt
    pdftoppm -r 40 -gray $f.pdf $f
    cat $f-*.pgm >$f.pgm
done
cmp all.txt joined.txt && cmp all.pgm joined.pgm && echo same
# What they say: of the first sender and the last, to the second addressee.
for page in 02 04; do
    pdftotext -layout alone-$page.pdf - | sed '/./!d; s/^ *//' | sed 1,8d
done
