# Every fault of every kind is told, and nothing is written.
cat >to.csv <<'END'
name,lines,city,postcode,country
Ann,1 Street,Paris,75001,FR
A name that is much longer than any label or envelope that there is could ever have room for in one line of type,2 Street,Paris,75001,FR
END
cat >letter.md <<'END'
---
to: to.csv
salutation: "Dear {{to.nmae}},"
closing: Yours,
date: none
lang: en
---

Words.
END
cat >other.md <<'END'
---
to: elsewhere.csv
lang: fr
---

Mots.
END
envoi batch letter.md --origin FR -o out; ls out 2>&1
envoi batch letter.md other.md --origin FR -o out
envoi batch letter.md --to nothing.csv -o out
envoi batch other.md -o out
envoi batch letter.md --with letters,stamps -o out
envoi batch letter.md --no-sender --return none -o out
envoi batch letter.md
envoi batch letter.md -o -
sed 's/to: .*/subject: x/' letter.md >nobody.md
envoi batch nobody.md --origin FR -o out
