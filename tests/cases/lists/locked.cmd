# Files that only a password opens say so, in lists and in documents. The
# manifest tells (OpenDocument 1.3, part 2, 4.8), and of Office files the OLE file
# around them ([MS-OFFCRYPTO]).
ole() {
    printf '\320\317\021\340\241\261\032\341'
    head -c 1016 /dev/zero
    printf '%s' "$1" | iconv -f UTF-8 -t UTF-16LE
    head -c 96 /dev/zero
}
ole EncryptedPackage >list.xlsx
ole EncryptedPackage >letter.docx
ole Workbook >list.xls
ole WordDocument >letter.doc
for f in "$CASE/locked.ods" list.xlsx list.xls; do envoi check "$f"; done
for f in "$CASE/locked.odt" letter.docx letter.doc; do envoi import --as letter "$f" -o x.md; done
