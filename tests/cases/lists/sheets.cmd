# Spreadsheets of several programs say the same: zeros of postcodes, dates,
# truth, formulas by their value, lines in a cell.
show() {
    envoi labels "$@" --origin FR --dump=lines 2>&1 |
        sed -n 's/^\[.* "\(.*\)"$/    \1/p; /: note:\|: warning:\|: error:/p'
}
for file in openpyxl.xlsx libreoffice.xlsx libreoffice.ods; do
    echo "-- $file"
    show "$CASE/$file"
    cat >letter.md <<'LETTER'
---
from: blank
lang: en
date: 2026-01-01
---
{{to.joined}}/{{to.paid|-}}/{{to.number|-}}/{{to.sum|-}}/{{to.phone|-}}
LETTER
    envoi letter letter.md --to "$CASE/$file" --origin FR --dump=lines 2>&1 |
        sed -n 's/^\[.* "\(.*\/.*\)"$/    \1/p; /: error:/p'
done
echo "-- other sheets"
show "$CASE/openpyxl.xlsx@Old list"
show "$CASE/openpyxl.xlsx@Old"
show "$CASE/openpyxl.xlsx@Secret"
echo "-- shared strings with runs, cells without names"
show "$CASE/shared.xlsx"
echo "-- rows and columns that are there many times, comments"
show "$CASE/repeated.ods"
echo "-- from standard input"
show - <"$CASE/libreoffice.ods" | tail -4
