# What is no document, or none that can be read, says what to do.
docdump=${B:-$DATA/build/release}/tools/docdump
printf '\320\317\021\340\241\261\032\341' >old.doc
printf '{\\rtf1 Dear}' >a.rtf
printf 'PK\003\004 cut off' >cut.docx
printf '%%PDF-1.4\nno more\n' >cut.pdf
printf '\211PNG\r\n\032\n' >scan.png
printf 'a\0b\0c' >bytes.bin
: >empty.txt
for f in old.doc a.rtf cut.docx cut.pdf scan.png bytes.bin empty.txt none.txt; do
    "$docdump" $f
    echo "$f: $?"
done
