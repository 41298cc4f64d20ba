# A column that names nobody, all down a long list: no guess for each of them.
awk 'BEGIN {
    print "id,name,line1,city,country,same_address_as"
    for (i = 0; i < 15000; i++) print "person" i ",Ana " i ",,,FR,nobody" i
}' >list.csv
timeout 30 envoi check list.csv 2>&1 | tail -n 1
