# Which records are printed, in which order, and what is said of the others.
cp "$CASE/list.csv" .
# names OPTION...: of the labels, in their order.
names() {
    envoi labels list.csv --on avery-l7160 --origin FR --no-ruler --dump=lines "$@" >dump 2>err
    echo "== $*: $?"
    grep -o '"[^"]*"' dump | sed 's/"//g' | grep -Ei 'roux|ruiz|zola|adam|xingrui' | tr '\n' ';'
    echo
    cat err >&2
}
names --where 'country = US and not has fax'
names --where 'name ~ 兴 or city = paris'
names --where '"member since" < 2021-01-01'
names --records 5-7,1
names --sort postcode
names --sort -name
names --dedupe
names --dedupe --households --sort name
names --where 'ctiy = Paris'
names --where 'city = New York' --sort nmae --records 9
names --where 'city = Lima'
# The longer list is chosen from.
cat >letter.md <<'L'
---
lang: en
---

Dear {{to.name}}, I am {{from.name}}.
L
for side in "--from list.csv --to $EXAMPLES/sender.yaml" "--to list.csv --from $EXAMPLES/sender.yaml"; do
    envoi letter letter.md $side --where 'city = Paris' -o x.pdf
    pdftotext x.pdf - | grep Dear
done
