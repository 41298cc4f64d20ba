# Which files a run makes, and which page of which file a letter is on; the
# folder stays as it was when anything is wrong; what is left over is told.
cat >letter.md <<'END'
---
date: 2026-01-15
subject: A letter
salutation: Dear Head of Office
closing: Yours faithfully
lang: en-GB
---

A few words.
END
awk 'BEGIN {
    print "name,lines,city,country"
    for (i = 1; i <= 30; i++) printf "Office %d,%d Example Lu,Urumqi,CN\n", i, i
}' >to.csv
# run OPTION...: the files with their pages.
run() {
    echo "-- $*"
    envoi batch letter.md --to to.csv --origin FR -o out "$@"
    echo "status $?"
    for f in out/*; do
        case $f in
        *.pdf) echo "$f $(pdfinfo "$f" | awk '/^Pages/ { print $2 }')" ;;
        *) echo "$f" ;;
        esac
    done
}
run --split 12 --labels-on avery-l7160
tail -n 1 out/manifest.csv
rm -r out
run --by pack --split 20p --with letters,envelopes
tail -n 1 out/manifest.csv
# A run of fewer leaves files behind.
run --by pack --records 1-2 --with letters,envelopes
rm -r out
run --by pack --with letters,envelopes
run --with letters
run --with letters --strict
rm -r out
run --on fold-a4 --with letters --duplex manual
tail -n 1 out/manifest.csv
# No file may be that small, and the old ones stay.
run --split 2kB --with letters
run --split 1p --on fold-a4 --with letters
for wrong in "--split 0" "--split 1.5MB" "--split -1" "--by both" "--duplex auto" "-o -" "-o letter.md"; do
    echo "-- $wrong"
    envoi batch letter.md --to to.csv --origin FR -o out $wrong
    echo "status $?"
done
# Folders that were made for a run that fails go again.
sed 's/CN/Nowhere/' to.csv >bad.csv
envoi batch letter.md --to bad.csv --origin FR -o deep/er/out 2>/dev/null || echo "status $?"
ls
