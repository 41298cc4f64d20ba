# A name beside one of its parts: which of the two is the whole, the values say.
lines() { sed -n 's/^\[.* "\(.*\)"$/    \1/p; /: note:\|: warning:\|: error:/p'; }
list() { # HEADER ROW
    printf '%s\n%s\n' "$1" "$2" >list.csv
    envoi labels list.csv --origin FR --dump=lines 2>&1 | lines
}
record() {
    printf -- '- {%s, lines: Via 1, city: Rome, country: IT}\n' "$@" >list.yaml
    envoi labels list.yaml --origin FR --dump=lines 2>&1 | lines
}
list 'name,surname,lines,city,country' 'Ana,Ruiz,Via 1,Rome,IT'
list 'name,surname,lines,city,country' 'Ana Ruiz,RUIZ,Via 1,Rome,IT'
list 'name,surname,lines,city,country' 'Alice,Li,Via 1,Rome,IT'
list 'name,first name,lines,city,country' 'Ruiz,Ana,Via 1,Rome,IT'
list 'name,first name,lines,city,country' 'Dr. Ana Maria Ruiz,Ana Maria,Via 1,Rome,IT'
list 'full name,surname,lines,city,country' 'Ana Ruiz-Gómez,Ruiz Gomez,Via 1,Rome,IT'
list 'Nom complet,Prénom,Adresse,Ville,Pays' 'Ana Ruiz,Ana,Rue 1,Paris,FR'
list '姓名,姓,地址,城市,国家' '王小明,王,建国路88号,北京市,CN'
echo "-- a record"
record 'name: Ana, surname: Ruiz' 'name: Ana Ruiz, surname: Ruiz' 'name: Ruiz, first name: Ana'
record 'name: Ana Ruiz, surname: Ruiz, first name: Ana'
