# A file that is no list is one error that says what it seems to be, whatever it
# is called. Texts in all encodings stay what they are.
file() {
    printf "$2" >"$1"
    n=0
    while [ $n -lt 150 ]; do
        n=$((n + 1))
        printf '\0\377\002a\201\003\r\n\372\0\0\005\223\006xyz\226'
    done >>"$1"
}
file program.exe 'MZ\220\0'
file program '\177ELF\002'
file song.mp3 'ID3\004\0'
file song2.mp3 '\377\373\220'
file photo.jpg '\377\330\377\340'
file photo.png '\211PNG\r\n'
file photo.bmp 'BM'
file film.avi 'RIFF'
file list.db 'SQLite format 3\0'
file list.7z '7z\274\257'
file old.xls '\320\317\021\340'
for f in noise noise.csv noise.yaml noise.vcf; do file $f ''; done
printf 'name,lines,city,country\nMZ,中山路,北京,CN\nBM,人民路,上海,CN\n' >list-utf-8.csv
for e in UTF-16 UTF-16LE GB18030; do
    iconv -f UTF-8 -t $e list-utf-8.csv >list-$e.csv
done
printf 'BM,name,lines,city,country\n1,An\001a,1 Rue,Paris,FR\n' >few.csv
for f in program.exe program song.mp3 song2.mp3 photo.jpg photo.png photo.bmp \
    film.avi list.db list.7z old.xls noise noise.csv noise.yaml noise.vcf list-*.csv few.csv; do
    envoi check $f 2>err
    echo "$f: status $?, $(grep -c ' error: ' err) errors"
    grep -m1 ' error: ' err
done
envoi letter noise.yaml -o x.pdf
