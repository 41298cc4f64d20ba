# Senders without a group are one mistake, with one cure.
cat >from.csv <<'END'
name,lines,city,country,group
Ana Ruiz,1 Rue,Paris,FR,
Ben Ito,2 Rue,Paris,FR,
Eva Li,3 Rue,Paris,FR,
END
cat >to.csv <<'END'
name,lines,city,country
Ma Li,4 Rue,Paris,FR
END
printf -- '---\nlang: en\nplace: Paris\ndate: 2025-05-01\nsubject: x\nsalutation: Dear Ma Li,\n---\nText.\n' >letter.md
envoi batch letter.md --to to.csv --from from.csv --return group -o out
