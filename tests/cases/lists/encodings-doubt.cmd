# What could be two encodings says so; --encoding decides. What is not in its
# encoding is told at its place.
show() {
    envoi labels "$@" --origin FR --dump=lines 2>&1 |
        sed -n 's/^\[.* "\(.*\)"$/    \1/p; /: note:\|: warning:\|: error:/p'
}
printf 'name,lines,city,country\n艾克拜尔,1,乌鲁木齐,CN\n' | iconv -f UTF-8 -t GB18030 >short.csv
show short.csv
show short.csv --encoding GB18030
show short.csv --encoding EUC-JP
show short.csv --encoding nonsense
show short.csv --encoding 'UTF-16,version=1'
echo "-- strict"
envoi check --strict short.csv 2>&1 | grep -c 'error: could be'
echo "-- a few bytes that are not UTF-8 in a file that is"
printf 'name,lines,city,country\nÉlodie,1 rue Général,Besançon,FR\nRen\351,1 rue d\047\311t\351,N\356mes,FR\n' >mixed.csv
show mixed.csv
echo "-- bytes that are not GB18030 in a file that is"
{
    printf '姓名,地址,城市,国家\n王小明,建国路88号,北京市,中国\n' | iconv -f UTF-8 -t GB18030
    printf 'x\377y,z,Paris,FR\n'
} >bad.csv
show bad.csv --encoding GB18030
