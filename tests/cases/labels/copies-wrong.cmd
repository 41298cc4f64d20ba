# A number of copies that is none, at its place; 0 of all of them; more than
# there may be.
cat >list.csv <<'END'
name,lines,city,country,copies
Ana,1 rue Cler,Paris,FR,two
Bo,2 rue Cler,Paris,FR,-1
Cy,3 rue Cler,Paris,FR,1.5
Di,4 rue Cler,Paris,FR,1000001
Ed,5 rue Cler,Paris,FR,3
END
envoi labels list.csv --origin FR -o x.pdf
echo $?
cat >list.yaml <<'END'
- name: Ana
  lines: 1 rue Cler
  city: Paris
  country: FR
  copies: 2
  zh: {name: 安娜, copies: 3, id: b, lang: fr, group: c, same_address_as: d}
END
envoi labels list.yaml --origin FR -o x.pdf
echo $?
cat >none.csv <<'END'
name,lines,city,country,copies
Ana,1 rue Cler,Paris,FR,0
Bo,2 rue Cler,Paris,FR,0
END
envoi labels none.csv --origin FR -o x.pdf
echo $?
cat >many.csv <<'END'
name,lines,city,country,copies
Ana,1 rue Cler,Paris,FR,1000000
Bo,2 rue Cler,Paris,FR,1
END
envoi labels many.csv --origin FR -o x.pdf
echo $?
cat >one.csv <<'END'
name,lines,city,country,copies
Ana,1 rue Cler,Paris,FR,1001
END
envoi labels one.csv --origin FR --copies 1000 -o x.pdf
echo $?
ls
