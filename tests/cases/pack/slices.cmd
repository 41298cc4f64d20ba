# What is printed again, or on another machine, is as in the whole run: on the
# same envelopes and sheets though its own first sender posts elsewhere, and what
# a run has once is the same file in each part.
export SOURCE_DATE_EPOCH=1700000000
cat >from.csv <<'L'
name,lines,postcode,city,country
Ana Ruiz,12 Rue Cler,75007,Paris,FR
Ben Roth,Hauptstr. 5,10115,Berlin,DE
Cyd Moss,1 Main St,20001,Washington,US
L
run() {
    envoi pack "$EXAMPLES/kamile-wayit" --after-deadline --from from.csv "$@" \
        --with cover,letters,slips,labels,envelopes,tally,petition,signup,cards \
        2>/dev/null || exit
}
sizes() {
    for f in "$@"; do
        echo "$f $(pdfinfo "$f" | sed -n 's/^Page size: *//p')"
    done
}
run -o whole
for part in '--redo 3' '--shard 1/3' '--shard 3/3' '--records 3'; do
    echo "== $part"
    # shellcheck disable=SC2086
    run $part -o part
    sizes part/[ecls]*-*.pdf
    grep 'us-10\|dl\|avery' part/shopping-*.txt
    for once in tally petition signup cards; do
        cmp part/$once.pdf whole/$once.pdf
    done
    rm -r part
done
sizes whole/envelopes.pdf whole/labels.pdf whole/slips.pdf
pdfinfo whole/petition.pdf | grep Pages
