# The nasty lists: what is text stays text, what is wrong is all told at once.
show() {
    envoi labels "$@" --origin FR --dump=lines 2>&1 |
        sed -n 's/^\[.* "\(.*\)"$/    \1/p; /: note:\|: warning:\|: error:/p' | cut -c1-300
}
echo "-- quotes, newlines, delimiters in fields"
printf 'name;lines;city;country\r\n"Ana ""A."" Ruiz";"12; Rue Cler\r\nBât. 3";Paris;FR\r\n' >quotes.csv
show quotes.csv
echo "-- formulas are text"
printf 'name,lines,city,country\n=cmd(),+1 Street,@Rome,IT\n"=HYPERLINK(""http://x"")",-1 Street,Rome,IT\n' >formulas.csv
show formulas.csv
echo "-- bidi overrides, control characters, NUL, private use"
printf 'name,lines,city,country\nA\342\200\256na,1\t2,Ro\000me,IT\nB\033o,\356\200\200,Rome,IT\n\342\201\247Cy\342\201\251,1 Street,Rome,IT\n' >controls.csv
show controls.csv
echo "-- ragged, empty, double, unnamed: all of it"
printf 'name,lines,city,country,,city,zip\nAna,1 Street,Rome,IT,,x,1\nBo,1 Street\nCy,1 Street,Rome,IT,stray,x,1,9\n,,,,,,\n,,Rome,IT,,,\n' >ragged.csv
show ragged.csv
printf 'name,lines,city,country,,\nAna,1 Street,Rome,IT,,\nBo,1 Street\n,,Rome,IT,,\nCy,1 Street,Rome,Nowhere,,,,\nDi,1 Street,Rome,IT,stray,\n' >rows.csv
show rows.csv
echo "-- a field of 10 MB; a quote that is never closed"
{
    printf 'name,lines,city,country\nAna,"'
    head -c 10000000 /dev/zero | tr '\0' x
    printf '",Rome,IT\nBo,1 Street,Rome,IT\n'
} >large.csv
show large.csv
printf 'name,lines,city,country\nAna,"1 Street,Rome,IT\nBo,1 Street,Rome,IT\n' >open.csv
show open.csv
echo "-- nothing, a header alone, blank lines, no line end, old Macs"
: >none.csv
show none.csv
printf 'name,country\n' >header.csv
show header.csv
printf '\n\nname,lines,city,country\n\n\nAna,1 Street,Rome,IT' >blank.csv
show blank.csv
printf 'name,lines,city,country\rAna,1 Street,Rome,IT\r' >mac.csv
show mac.csv
echo "-- files that are none"
printf '\320\317\021\340\241\261\032\341' >old.xls
show old.xls
printf '%%PDF-1.7' >list.pdf
show list.pdf
printf '\037\213\010' >list.csv.gz
show list.csv.gz
printf -- '---\nlang: en\n---\nWords.\n' >letter.md
show letter.md
