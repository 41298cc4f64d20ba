# Whatever a pack may have, of an earlier run it is told; other files are not.
export SOURCE_DATE_EPOCH=1600000000
for kind in cover case letters envelopes slips labels tally petition signup cards; do
    mkdir out
    : >out/$kind-01-40-fronts.pdf
    : >out/$kind.txt
    : >out/my-$kind.pdf
    envoi pack "$EXAMPLES/kamile-wayit" --origin US --with signup -o out 2>&1 | grep earlier
    rm -r out
done
