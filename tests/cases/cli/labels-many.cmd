# Memory grows with the sheet, not with the list: 600 addressees whose lines,
# kept from the search for the best size, would take a gigabyte.
limit() { (ulimit -v 500000 && exec "$@"); }
limit envoi --version >/dev/null 2>&1 || {
    echo "this build does not run in 500 MB of address space" >&2
    exit 77
}
awk 'BEGIN {
    print "name,title,lines,city,postcode,country,lines:zh"
    for (i = 1; i <= 600; i++)
        print "Person " i ",Head of Office " i "," i " Example Lu,Urumqi," \
            "830000,CN,新疆维吾尔自治区乌鲁木齐市天山区示例路" i "号"
}' >list.csv
limit envoi labels list.csv --origin FR --on avery-l7159 -o x.pdf || exit
limit envoi envelope list.csv --origin FR -o y.pdf || exit
for f in x.pdf y.pdf; do pdfinfo $f | grep Pages; done
