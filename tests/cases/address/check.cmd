# One run tells all of a list: what cannot be read, what cannot be printed, what
# cannot be right, and what the post of origin wants.
cat >list.csv <<'END'
id,name,line1,city,region,postcode,country,lines:zh,same address as
a,Ana Ruiz,479 Zhongshan Lu,Urumqi,Xinjiang,83004,CN,新疆乌鲁木齐市天山区中山路479号,
b,Bo Lee,479 Zhongshan Lu,Urumqi,Xinjiang,100017,CN,新疆乌鲁木齐市830041天山区中山路479号,
c,Cy Poe,1 Main St #4,Ames,IA,5001,US,,
d,Di Roe,,,,,,,b
e,Ed Moe,,,,,,,x
f,Flo Noe,1 High St,,,,Atlantis,,
g,Gus Oh,1 High St,Leeds,,LS11AAA,GB,,
h,,,,,,,,
END
awk 'BEGIN {
    for (i = 0; i < 300; i++) name = name "n"
    print "- name: " name "\n  city: Leeds\n  country: GB"
    print "- name: Lou\n  country: GB\n  lines: |"
    for (i = 1; i <= 40; i++) print "    line " i
}' >long.yaml
envoi check list.csv long.yaml --origin CA 2>err
echo "status $?"
envoi check list.csv 2>without
echo "status $?"
sed 's/nnnn*/n/g' err | grep -v '\^$'
echo ---- without an origin
grep -v '^ ' without
