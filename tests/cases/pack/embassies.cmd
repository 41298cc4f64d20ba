# Of the embassies the one in the sender's country; none fits in France.
export SOURCE_DATE_EPOCH=1600000000
names() { pdftotext -layout "$1" - | grep -o 'Ma Xingrui\|Qin Gang\|Zheng Zeguang' | sort | uniq -c; }
for cc in US GB FR; do
    echo "-- $cc"
    envoi pack "$EXAMPLES/kamile-wayit" --origin $cc --with slips -o $cc
    names $cc/slips.pdf
done
echo "-- named"
envoi pack "$EXAMPLES/kamile-wayit" --origin FR --targets qin-gang --with slips -o named
names named/slips.pdf
echo "-- by sender"
printf 'name,lines,city,country\nAna,1 A St,Boston,US\nBob,2 B St,Leeds,GB\nCleo,3 rue C,Lyon,FR\n' >senders.csv
envoi pack "$EXAMPLES/kamile-wayit" --from senders.csv --with slips,letters -o senders
pdftotext -layout senders/slips.pdf - | grep -o 'Ma Xingrui\|Qin Gang\|Zheng Zeguang\| [123]$' | tr '\n' ' '
echo
pdfinfo senders/letters.pdf | grep Pages
echo "-- nowhere"
envoi pack "$EXAMPLES/kamile-wayit" --with slips -o nowhere
names nowhere/slips.pdf
echo "-- nobody"
cp -R "$EXAMPLES/kamile-wayit" only
cp "$EXAMPLES/targets.yaml" .
sed -i '/ma-xingrui/d' only/targets.yaml
sed -i '/^targets:/,$d' only/appeal.yaml
envoi pack only --origin FR -o nobody || echo "status $?"
echo "-- several in one country without"
printf 'name,lines,city,country\nAna,1 A St,Boston,US\nCleo,3 rue C,Lyon,FR\nDoro,4 Weg,Bonn,DE\nEmil,5 rue E,Lyon,FR\nFay,6 rue F,Lyon,FR\nGil,7 rue G,Lyon,FR\n' >many.csv
envoi pack "$EXAMPLES/kamile-wayit" --from many.csv --with slips -o many 2>&1 | grep "no embassy"
echo "-- in the country itself there is none"
printf 'name,lines,city,country\nAna,1 A St,Boston,US\nWang,2 Lu,Beijing,CN\nCleo,3 rue C,Lyon,FR\n' >home.csv
envoi pack "$EXAMPLES/kamile-wayit" --from home.csv --with slips -o home 2>&1 | grep "no embassy"
envoi pack "$EXAMPLES/kamile-wayit" --origin CN --with slips -o home 2>&1 | grep "embassies" || echo none
