# Three files of one run: PDF, proof and ledger, all or none; and pages that were
# moved for a printer.
printf 'name,line1,city,country,lines:zh,copies\nExample Office,1 Example Lu,Urumqi,CN,新疆维吾尔自治区乌鲁木齐市示例路12号830000,3\n' >list.csv
printf -- '- {sheet: 1, layout: avery-l7159, used: 1-4}\n' >drawer.yaml
envoi labels list.csv --on avery-l7159 --origin GB --ledger drawer.yaml -o out.pdf --proof nowhere/proof.pdf
echo $?
cat drawer.yaml
ls
envoi labels list.csv --on avery-l7159 --origin GB --ledger drawer.yaml -o out.pdf --proof proof.pdf
echo $?
cat drawer.yaml
pdftotext -layout proof.pdf - | grep '^Printed'
echo 'offset: {right: 2, down: -1.5}' >moved.yaml
envoi labels list.csv --on avery-l7160 --origin GB --printer moved.yaml -o out.pdf --proof proof.pdf
echo $?
pdftotext -layout proof.pdf - | grep '^Printed'
