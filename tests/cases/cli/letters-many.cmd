# Memory is that of one letter, however many there are; 1,000 letters kept until
# all are right would take most of a gigabyte.
limit() { (ulimit -v 500000 && exec "$@"); }
limit envoi --version >/dev/null 2>&1 || {
    echo "this build does not run in 500 MB of address space" >&2
    exit 77
}
awk 'BEGIN {
    print "name,lines,city,postcode,country"
    for (i = 1; i <= 1000; i++)
        print "Person " i "," i " Example Lu,Urumqi,830000,CN"
}' >list.csv
{
    printf -- '---\nto: list.csv\nlang: en\n---\nDear {{to.name}},\n'
    for i in 1 2 3 4 5 6; do
        printf '\nThis is paragraph %s: words enough for some lines, so that they must be broken at least twice or thrice before the paragraph ends.\n' $i
    done
} >letter.md
limit envoi letter letter.md --origin FR -o x.pdf || exit
pdfinfo x.pdf | grep Pages
