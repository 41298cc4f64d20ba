# More letters than a run prints are refused before anything is made, in no time
# and with what to do.
printf -- '---\nlang: en\ndate: none\nsalutation: "Dear {{to.name}},"\n---\n\nWords.\n' >letter.md
list() {
    awk -v who="$1" -v n="$2" 'BEGIN {
        print "name,lines,postcode,city,country"
        for (i = 1; i <= n; i++) print who " " i ",1 Road,75001,Paris,FR" }'
}
list Writer 4000 >from.csv
list Office 4000 >to.csv
list Someone 70000 >many.csv
try() {
    echo "-- $*" >&2
    timeout 60 envoi batch letter.md --with letters --to to.csv --from from.csv "$@" -o out || echo "status $?"
    [ ! -e out ] || ls out
}
try
try --keep-going --shard 1/1000000
try --records 1-300
try --redo 1-2000000
try --records 1-60000 --from many.csv
try --records 1 --from many.csv --to many.csv
