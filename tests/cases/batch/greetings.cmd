# Some of the list have a salutation: who has none is named before he gets a
# letter without; where nobody has one, that is told once. A letter with its own,
# be it typed above the text, needs none.
printf 'name,salutation,lines,city,country\nZoe,,1 Street,Paris,FR\nAnn,Dear Ann,2 Street,Paris,FR\nMax,,3 Street,Oslo,NO\n' >to.csv
printf -- '---\ndate: none\nlang: en\n---\nWords.\n' >plain.md
printf -- '---\ndate: none\nlang: en\nsalutation: Dear all,\n---\nWords.\n' >own.md
say() {
    echo "-- $1" && echo "-- $1" >&2
}
envoi batch plain.md --to to.csv --origin FR -o out
sed -n 1,4p out/shopping.txt
say "a part of the list"
envoi batch plain.md --to to.csv --origin FR --where 'name != Zoe' -o out
envoi letter plain.md --to to.csv --origin FR --where 'name != Zoe' -o letters.pdf
cat >typed.md <<'L'
---
date: none
lang: en
---
Dear {{to.name}},

words.
L
say "its own"
envoi batch own.md --to to.csv --origin FR --redo 1,3 -o out
sed -n 1,4p out/shopping-1-3.txt
say "nobody has one"
envoi batch plain.md --to to.csv --origin FR --where 'not has salutation' -o none
envoi letter plain.md typed.md plain.md --to to.csv --origin FR --where 'not has salutation' -o none.pdf
say "typed above the text"
envoi letter typed.md --to to.csv --origin FR --where 'not has salutation' -o none.pdf
