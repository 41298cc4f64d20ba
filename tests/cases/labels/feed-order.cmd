# Several sheets of which some are used in part: in which order they are fed.
printf 'name,city,country\nAna Example,Paris,FR\n' >list.csv
run() { envoi labels list.csv --on l7160 -o x.pdf "$@" 2>&1 && echo "done: $*"; }
run --copies 5 --free 5-8 --free 1-3
run --copies 30 --free 5-8 --free 1-3
run --copies 60 --start 18
run --copies 4 --free 5-8 --free 1-3
run --copies 30
