# What letters share lives until the last of them is written: with --printer it
# is looked at on every page. Here a new shape of page comes up again and again
# among the letters (make asan sees what is gone), on either side, with pages
# that only a tighter setting makes fit.
cat >letter.md <<'E'
---
lang: en
to: one.csv
from: many.csv
date: 2026-03-01
subject: About a letter
closing: Yours sincerely,
---

The first paragraph is the same in all letters.

This one is not: {{from.why}}

The last paragraph is the same again.
E
echo 'border: {left: 26, top: 5, right: 5, bottom: 5}' >wide.yaml
head='name,line1,postcode,city,country,why'
{ echo "$head"; echo 'Ma Xingrui,479 Zhongshan Lu,830041,Urumqi,CN,'; } >one.csv
awk -v head="$head" 'BEGIN {
    print head
    for (i = 1; i <= 40; i++) {
        why = "the words"
        for (k = 0; k < i * 7 % 23 * 12; k++) why = why " and words"
        print "Ana Ruiz " i ",12 Rue Cler,75007,Paris,FR," why
    }
}' >many.csv
envoi letter letter.md --printer ./wide.yaml -o out.pdf && echo written
sed -e 's/from\.why/to.why/' -e 's/^date/fit: 1\ndate/' letter.md >other.md
envoi letter other.md --to many.csv --from one.csv --printer ./wide.yaml \
    -o out.pdf && echo written
# A dump that begins anew, for a back came up, has each page once.
{ sed 1q many.csv; sed -n '2p;4p' many.csv; } >few.csv
envoi letter letter.md --from few.csv --dump=display | grep ^page
