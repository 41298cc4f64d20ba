# Stages of text are refused where there is none to dump, and not answered with
# nothing and status 0.
printf 'name,lines,postcode,city,country\nA,1 Road,75001,Paris,FR\n' >to.csv
printf -- '---\nlang: en\ndate: none\nsalutation: "Dear {{to.name}},"\n---\n\nWords.\n' >letter.md
try() {
    echo "-- $*"
    "$@" 2>&1
    echo "status $?"
}
for stage in items glyphs lines; do
    try envoi pack ap --with cover --dump=$stage
done
try envoi batch letter.md --to to.csv --with labels,envelopes,slips --dump=items
try envoi batch letter.md --to to.csv --with letters,labels --origin FR --dump=items
try envoi layouts --draw avery-l7160 --dump=lines
try envoi calibrate --dump=lines
