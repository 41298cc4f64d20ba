run() {
    echo "---- envoi address $*"
    envoi address "$@" 2>err
    echo "status $?"
    cat err
}
printf '1 Example Street\nSomewhere\n' >no-country
printf '1 Example Street\nSomewhere\nFrance\n' >elsewhere
printf ' \n\n' >empty
awk 'BEGIN { for (i = 1; i <= 70; i++) print "line " i }' >long
printf 'Ana\n1 Rue\001X\nParis\nFrance\n' >control
run no-country
run --to "New Zealand" no-country
run --to NZ elsewhere
run --to Atlantis --origin Nowhere elsewhere
run empty
run long
run control
run none.txt
run a b
run --script old elsewhere
run --yaml --strict elsewhere
