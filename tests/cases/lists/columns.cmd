# Columns in the words of their owners, and what --map says of the rest.
show() {
    envoi labels "$@" --origin FR --dump=lines 2>&1 |
        sed -n 's/^\[.* "\(.*\)"$/    \1/p; /: note:\|: warning:\|: error:/p'
}
list() { # HEADER ROW [OPTION...]
    printf '%s\n%s\n' "$1" "$2" >list.csv
    shift 2
    show list.csv "$@"
}
list 'Nom,Prénom,Adresse,Code postal,Ville,Pays' 'Lefèvre,René,12 rue Cler,75007,Paris,France'
list 'NOM COMPLET:,adresse,pays' 'René Lefèvre,"12 rue Cler
75007 Paris",France'
list 'Nombre,Apellidos,Dirección,Ciudad,País' 'Ana,Ruiz,Calle 1,Madrid,España'
list '姓,名字,地址,城市,国家' '王,小明,建国路88号,北京市,CN'
list 'ئىسىم,ئادرېس,شەھەر,دۆلەت' 'ئەركىن,1-كوچا,ئۈرۈمچى,CN'
list 'first_name,last_name,street,city,country,name:zh' 'Ana,Ruiz,Via 1,Rome,IT,安娜'
list '姓名:zh,name,lines,city,country' '安娜,Ana,Via 1,Rome,IT'
echo "-- whole and parts: the whole"
list 'name,first name,last name,lines,city,country' 'Dr. Ana Ruiz,Ana,Ruiz,Via 1,Rome,IT'
echo "-- map"
list 'Ansprechpartner,PLZ,Ort,Weg,Staat,Ort' 'Ana,80331,München,Weg 1,DE,x' --map 'Ansprechpartner=name,PLZ=postcode' --map Weg=lines,Staat=country
list 'Ansprechpartner,PLZ,Ort,Weg,Staat' 'Ana,80331,München,Weg 1,DE' --map 'Ansprechpartner=name,PLZ=postcode' --map Weg=lines,Staat=country
list 'Ansprechpartner,PLZ,Ort,Weg,Staat' 'Ana,80331,München,Weg 1,DE' --map 'Ansprechpartner=name,PLZ=postcode,Staat=country,Weg=lines,Ort='
echo "-- map, wrong"
list 'Partner,Ort,Weg,Staat' 'Ana,München,Weg 1,DE' --map 'Patner=name,Ort=cty,Weg,=x,Nobody=title'
list 'Partner,Ort,Weg,Staat' 'Ana,München,Weg 1,DE' --map 'Patner=name,Weg=lines,Staat=country'
list 'name,Ort,Weg,Staat' 'Ana,München,Weg 1,DE' --map 'Abteilung 7=department,Weg=lines,Staat=country'
list 'Partner,Firma,Weg,Staat' 'Ana,ACME,Weg 1,DE' --map 'Partner=name,Firma=name,Weg=lines,Staat=country'
list 'Partner,Ort' 'Ana,Rome' --map '*=name,Ort=city'
echo "-- a value that chooses nothing"
list 'name,language,lines,city,country' 'Ana,français,Via 1,Rome,IT'
list 'name,language,lines,city,country' 'Ana,fr-CH,Via 1,Rome,IT'
