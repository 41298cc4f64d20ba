# Letters of many senders share what does not vary. Each must look and read as
# it does alone: with fields that take one line or three, a salutation or none,
# footnotes, two pages, and whichever side varies.
cat >letter.md <<'X'
---
to: to.csv
date: 2026-03-01
place: "{{from.city}}"
subject: About {{to.title}}
closing: Yours sincerely,
postscript: I live in {{from.city}}.
footer: "Written by {{from.name}}"
enclosures: [a list]
lang: en-GB
langs: [zh-Hans]
---

The first paragraph is the same in all letters[^1], and has **艾克拜尔·艾赛提** in it.

I am {{from.name}}, {{from.why}}, and I ask you for an answer.

- the first point for {{to.title}}
- the second point

| what | who |
|------|-----|
| a | {{from.name}} |

The last paragraph{{from.mark}} is the same again[^2].

::: own-words 2

[^1]: A note that is the same.
[^2]: A note for {{from.name}}.
X
cat >from.csv <<'X'
name,line1,postcode,city,country,why,mark
Ana Ruiz,12 Rue de l'Exemple,75007,Paris,FR,a teacher,.
Ben Ito,1 Rue Courte,69007,Lyon,FR,"a reader of newspapers who has lived in three towns on two seas and has never before written to anybody about anything at all, but who cannot be silent now that so many of his neighbours are",.
Clara Wałęsa,2 Rue B,13001,Marseille,FR,x,!
Dora Gül,3 Rue C,31000,Toulouse,FR,a cook,.
Eva Li 艾娃,4 Rue D,67000,Strasbourg,FR,a gardener,.
Finn Berg,5 Allee E,1000,Brussels,BE,a driver,.
Gina Roux,6 Rue F,75007,Paris,FR,a teacher,.
Hugo Kim,7 Rue G,75007,Paris,FR,a teacher,.
Ines Vogt,8 Rue H,75007,Paris,FR,"a writer of letters, who likes them long, longer than most people would think right, and yet shorter than they might be if he wrote down all that he thinks",.
X
cat >to.csv <<'X'
name,title,line1,postcode,city,country,salutation
Ma Xingrui,Party Secretary,479 Zhongshan Lu,830041,Urumqi,CN,Dear Secretary Ma:
Xie Feng,Ambassador,3505 International Place NW,20008,Washington,US,
X
# Every letter alone, in the order of the run: senders, and addressees in each.
alone() {
    n=0
    sed 1d from.csv | while IFS= read -r sender; do
        sed 1d to.csv | while IFS= read -r target; do
            { head -n 1 from.csv; echo "$sender"; } >one-from.csv
            { head -n 1 to.csv; echo "$target"; } >one-to.csv
            n=$(($(cat count) + 1))
            echo "$n" >count
            envoi letter "$1" --from one-from.csv --to one-to.csv \
                -o "alone-$(printf %02d "$n").pdf" || exit
        done
    done
}
compare() {
    rm -f alone-*.pdf ./*.txt ./*.ppm
    echo 0 >count
    alone "$1"
    envoi letter "$1" --from from.csv -o all.pdf || exit
    qpdf --check all.pdf >/dev/null || exit
    qpdf --empty --pages alone-*.pdf -- joined.pdf
    pdfinfo all.pdf | grep Pages
    for f in all joined; do
        pdftotext $f.pdf $f.txt
        pdftoppm -r 40 -gray $f.pdf $f
        cat $f-*.pgm >$f.pgm
    done
    cmp all.txt joined.txt && cmp all.pgm joined.pgm && echo same
}
compare letter.md
# Some of them have a second page: all begin on a front, none has a blank back
# more than that needs.
sed 's/own-words 2/own-words 3/' letter.md >longer.md
alone_pages() { for f in alone-*.pdf; do pdfinfo "$f" | sed -n 's/^Pages: *//p'; done; }
rm -f alone-*.pdf
echo 0 >count
alone longer.md
alone_pages | sort | uniq -c
qpdf --empty --pages alone-*.pdf -- joined.pdf
envoi letter longer.md --from from.csv -o all.pdf
pdfinfo all.pdf | grep Pages
for f in all joined; do pdftotext $f.pdf - | tr -d '\f' >$f.txt; done
cmp all.txt joined.txt && echo same
# The other side varies.
{ head -n 1 to.csv; sed 1d to.csv; sed 1d to.csv; sed 1d to.csv; sed 1d to.csv; sed 1d to.csv; } >many.csv
mv many.csv to.csv
head -n 3 from.csv >few.csv
mv few.csv from.csv
compare letter.md
[ "$(wc -c <all.pdf)" -lt "$(($(wc -c <joined.pdf) / 4))" ] && echo shared
