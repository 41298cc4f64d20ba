# Spreadsheets with mistakes, and files made to do harm.
for file in wrong.xlsx empty.xlsx order.xlsx far.xlsx truncated.xlsx \
    entities.xlsx bomb.xlsx letter.xlsx other.xlsx entities.ods rows.ods text.ods; do
    envoi check "$CASE/$file" 2>&1 | cut -c1-300
done
cp "$CASE/openpyxl.xlsx" keep.xlsx
envoi labels 'keep.xlsx@Members' --origin FR -o keep.xlsx
echo $?
cmp "$CASE/openpyxl.xlsx" keep.xlsx && echo kept
