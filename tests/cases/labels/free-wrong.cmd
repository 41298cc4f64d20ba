# What --free, --start, --only, --from-label and --redo-sheet cannot mean:
# usage errors that name the option's text, all at once, and nothing is written.
cat >list.csv <<'END'
name,lines,city,country
Ana,1 rue Cler,Paris,FR
Bo,2 rue Cler,Paris,FR
END
try() {
    echo "-- $*"
    envoi labels list.csv --on L7160 --origin FR -o x.pdf "$@" 2>&1
    echo "status $?"
    [ ! -e x.pdf ] || { echo "written"; rm x.pdf; }
}
try --free 5-80
try --free 22 --free 0 --free 8-5 --free 3,3 --free 1-4,4 --free "" --free five --free 1,
try --free 99999999999999999999
try --start 22
try --start 0
try --start x
try --only 3
try --only 2-5 --copies 2
try --only 2,1-2
try --from-label 3
try --redo-sheet 2
try --redo-sheet 1-9 --free 1 --free 1
try --order random
