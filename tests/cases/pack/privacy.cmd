# What of the senders is printed where.
export SOURCE_DATE_EPOCH=1600000000
printf 'name,lines,postcode,city,country\nAna Ruiz,1 Elm Street,02108,Boston,US\n' >senders.csv
says() { # FILE PAGES
    pdftotext -layout -f "$2" -l "$2" "$1" - | grep -o 'Ana Ruiz\|Ana R\.\|Elm Street\|Boston\|BOSTON' | sort -u | tr '\n' ';'
    echo " $1 $2"
}
all() {
    envoi pack "$EXAMPLES/kamile-wayit" --from senders.csv --with cover,letters,envelopes,slips "$@" -o out
    for f in cover letters envelopes slips; do
        n=$(pdfinfo out/$f.pdf | sed -n 's/Pages: *//p')
        for p in $(seq "$n"); do says out/$f.pdf "$p"; done
    done
}
echo "-- full; the appeal wants none for the first target"
all
echo "-- initials"
all --return initials
echo "-- no sender"
all --no-sender
strings -a out/*.pdf | grep -i 'ana\b\|ruiz\|elm' | head -3
# Not his country either, neither in a list nor on a sheet for all.
printf 'name,lines,postcode,city,country\nAna Ruiz,1 Elm Street,02108,Boston,US\nCleo Blanc,3 rue Orme,69001,Lyon,FR\n' >senders.csv
for origin in '' '--origin GB'; do
    rm -rf out
    envoi pack "$EXAMPLES/kamile-wayit" --from senders.csv --no-sender $origin --cover-lang en \
        --with cover,case,letters,envelopes,slips,labels,tally,petition,signup,cards -o out 2>/dev/null
    for f in out/*.pdf; do
        pdftotext -layout "$f" - | grep -iE 'Ana|Ruiz|Elm|Boston|Cleo|Blanc|Orme|Lyon|France' | sed "s|^|$f: |"
    done
    grep -iE 'Ana Ruiz|Cleo|FR\b|France|States →' out/*.csv out/*.txt
    sed -n '/^Paper/,/^$/p; /^Stamps/,/^$/p' out/shopping.txt
done
