# What the run takes where envelopes are cut out of paper, or letters fold into
# their own; places of what shares a sheet.
cat >to.csv <<'END'
name,lines,city,postcode,country
Zoe,1 Street,Paris,75001,FR
Ann,2 Street,Paris,75001,FR
Max,3 Street,Oslo,0150,NO
END
cat >letter.md <<'END'
---
salutation: "Dear {{to.name}},"
closing: Yours,
date: none
lang: en
---

Words.
END
for what in "--with letters,envelopes --paper a4 --envelopes-on c6" "--with letters --on fold-a4" "--with labels --free 3,20 --labels-on avery-l7160" "--with labels --start 14"; do
    echo "-- $what"
    envoi batch letter.md --to to.csv --origin FR $what -o out && cat out/manifest.csv out/shopping.txt
    rm -rf out
done
