# Three addresses in the cells of a table, two of which poppler takes for one
# block: read cell by cell, as in the document that the PDF was made from.
docdump=${B:-$DATA/build/release}/tools/docdump
"$docdump" --text "$CASE/columns.docx" >docx
"$docdump" --text "$CASE/columns.pdf" >pdf
cat pdf
echo "== else in .docx"
diff pdf docx
exit 0
