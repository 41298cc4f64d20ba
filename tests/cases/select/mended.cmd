# A quote that is not closed, bytes that are no text, a cell that shows an error:
# the fault of one record, and with --keep-going it alone is left out.
cat >quotes.csv <<'L'
name,lines,city,country
Ana,"1 Street,Rome,IT
Bo,2 Street,Rome,IT
Cy,"3 Street
Back house",Rome,IT
Di,4 Street,Rome
Ed,"5 "Long" Street
at the back",Rome,IT
Fay,6 Street,Nowhere,XXX
Gus,"7 Street,Rome,IT
L
cat >inside.csv <<'L'
name,lines,city,country
"Ana,"1 Street
c/o Bo, Flat 2, Old Town, IT
at the back",Rome,IT
Cy,3 Street,Rome,IT
L
printf 'name,lines,city,country\r\nAna,"1 Street,Rome,IT\r\nBo,2 Street,Rome,IT\r\n' >crlf.csv
printf 'name,lines,city,country\nAna,1 Street,Rome,IT\nB\033o,2 Street,Rome,IT\nC\342\200\256y,3 Street,Rome\nDi,4 Street,R\000me,XX\nEd,5 Street,Rome,IT\n' >bytes.csv
printf '{"name":"Ana","lines":"1 Street","city":"Rome","country":"IT"}\n{"name":"B\377o","lines":"2 Street","city":"Rome","country":"IT"}\n{"name":"Cy","lines":"\342\200\2563 Street","city":"Rome","country":"XX"}\n{"name":"Di"\n{"name":"Ed","lines":"5 Street","city":"Rome","country":"IT"}\n' >bytes.jsonl
printf 'BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nADR:;;1 Street;Rome;;;Italy\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:B\033o\nADR:;;1 Street;Rome;;;Nowhere\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nFN:Cy\nADR:;;1 Street;Rome;;;Italy\nEND:VCARD\n' >bytes.vcf
for f in quotes.csv inside.csv crlf.csv bytes.csv bytes.jsonl bytes.vcf "$CASE/faults.ods"; do
    echo "== ${f##*/}"
    envoi labels "$f" --origin FR -o x.pdf 2>&1 | grep error:
    envoi labels "$f" --origin FR --keep-going -o x.pdf 2>/dev/null
    echo $?
    cat rejects.csv
    pdftotext x.pdf - | grep -E '^(Ana|Bo|Cy|Di|Ed|Fay|Gus)'
    rm -f x.pdf rejects.csv
done
echo "== where nobody can tell where the next record begins"
{
    echo name,lines,city,country
    seq 300 | sed 's/.*/Name &,"& Street,Rome,IT/'
} >all.csv
envoi labels all.csv --keep-going -o x.pdf 2>&1 | head -n 1
printf '[{"name":"Ana","lines":"1 Street","city":"Rome","country":"IT"},{"name":"B\\u202Eo","lines":"2 Street","city":"Rome","country":"IT"},{"name":"Cy" "lines":"3"},{"name":"Ed","lines":"5 Street","city":"Rome","country":"IT"}]' >array.json
envoi labels array.json --keep-going -o x.pdf 2>&1 | grep error:
ls x.pdf rejects.csv 2>/dev/null
exit 0
