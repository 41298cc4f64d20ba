# Bullets with the lines of their items hung to the right, all of them one block
# of poppler's: items, as in the page that LibreOffice made the PDF of, and no
# column of bullets.
docdump=${B:-$DATA/build/release}/tools/docdump
"$docdump" --text "$CASE/hanging.html" >html
"$docdump" --text "$CASE/hanging.pdf" >pdf
cat pdf
echo "== else in HTML"
diff pdf html
"$docdump" "$CASE/hanging.pdf" | grep -c '^item1 • |'
exit 0
