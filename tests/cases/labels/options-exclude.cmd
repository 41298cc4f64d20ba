# Options that exclude each other.
echo "{name: Ana, lines: 1 rue Cler, city: Paris, country: FR}" >list.yaml
try() {
    echo "-- $*"
    envoi labels list.yaml -o x.pdf "$@" 2>&1
    echo "status $?"
    [ ! -e x.pdf ] || { echo "written"; rm x.pdf; }
}
try --start 4 --free 2
try --stack --free 2
try --stack --start 2
try --only 3 --from-label 4
try --redo-sheet 3 --only 2
try --redo-sheet 3 --from-label 2
