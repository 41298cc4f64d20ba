# A ledger that disagrees with the sheets, an address that does not fit, a PDF
# that cannot be written, a ledger that cannot: nothing is written, and nothing
# is down as used.
cat >list.csv <<'END'
name,lines,city,country
Ana,1 rue Cler,Paris,FR
END
sed '2s/Ana/A name that is longer than any label of this sheet and has no place where it could be broken/' list.csv >long.csv
try() {
    echo "-- $*"
    cp drawer.yaml before
    envoi labels "$@" --origin FR >out 2>&1
    status=$?
    sed 's/\(does not fit the label\).*/\1/' out
    echo "status $status"
    cmp drawer.yaml before
    [ ! -e x.pdf ] || { echo "written"; rm x.pdf; }
}
sheet() {
    printf -- '- sheet: blue\n  layout: %s\n  used: %s\n' "$1" "$2"
}
{ sheet avery-l7160 1-80; sheet l9999 2; sheet avery-l7163 3-2; } >drawer.yaml
try list.csv --on L7160 --ledger drawer.yaml -o x.pdf
{ sheet avery-l7160 1-8; echo '  labels: 24 of 64 x 33.86 mm'; } >drawer.yaml
try list.csv --on L7160 --ledger drawer.yaml -o x.pdf
echo 'this is a note' >drawer.yaml
try list.csv --on L7160 --ledger drawer.yaml -o x.pdf
sheet avery-l7160 1-8 >drawer.yaml
try long.csv --on L7160 --ledger drawer.yaml -o x.pdf
try list.csv --on L7160 --ledger drawer.yaml -o none/x.pdf
try list.csv --on L7160 --ledger none/drawer.yaml -o x.pdf
try list.csv --on L7160 --ledger drawer.yaml -o drawer.yaml
try list.csv --on L7160 --ledger drawer.yaml --start 3 -o x.pdf
try list.csv --on L7160 --ledger drawer.yaml --stack -o x.pdf
try list.csv --on L7160 --ledger drawer.yaml --redo-sheet 1 -o x.pdf
try list.csv --on L7160 --ledger - -o x.pdf
try list.csv --on L7160 --ledger . -o x.pdf
echo '[{sheet: blue, layout: avery-l7160, used: all}]' >drawer.yaml
try list.csv --on L7160 --ledger drawer.yaml -o x.pdf
# Not a ledger at all: said once, and the file stays as it was.
for i in 1 2 3 4; do
    printf -- '- id: a%s\n  name: Ana\n  city: Paris\n' $i
done >drawer.yaml
try list.csv --on L7160 --ledger drawer.yaml -o x.pdf
cp list.csv drawer.yaml
try list.csv --on L7160 --ledger drawer.yaml -o x.pdf
rm out
ls -A
