# Every person has a card, on as many sheets as it takes, each with its back; a
# name of many lines leaves room for the pen or is told.
export SOURCE_DATE_EPOCH=1600000000
mkdir ap
persons() {
    printf 'title: A case\nsummary: What it is about.\ndemands: [Free them.]\nperson:\n'
    printf '  - {name: "%s"}\n' "$@"
    echo "Free $*." >ap/letter.en.md
}
printf -- '- {id: a, name: Office, lines: 1 Rue, city: Bern, country: CH, salutation: Hello}\n' >ap/targets.yaml
names() { # FILE
    for p in $(seq "$(pdfinfo "$1" | sed -n 's/Pages: *//p')"); do
        echo "page $p:" $(pdftotext -f "$p" -l "$p" -layout "$1" - | grep -oE 'Anabel|Bertine|Coralie|Doroteja|Eleni|Fatou' | sort)
    done
}
pack() { envoi pack ap --origin FR --with cards "$@"; }
persons Anabel Bertine Coralie Doroteja Eleni Fatou >ap/appeal.yaml
pack -o six
names six/cards.pdf
grep -i 'cart' six/shopping.txt
pack --duplex manual -o manual
for f in manual/cards*.pdf; do
    echo "$f"
    names $f
done
grep -i 'cart' manual/shopping.txt
echo "-- a long name"
long=$(for i in $(seq 14); do printf 'Rahile Abdukerim-Dawutoghli Mohammad-Emin Hajim '; done)
persons "$long" Bertine >ap/appeal.yaml
pack -o long
pdftotext -f 2 -l 2 -bbox long/cards.pdf - | awk -F'"' '/<word / && $8 > 842 / 2 - 9 / 25.4 * 72 && $4 < 842 / 2 { print "over the end of the card: " $0 }'
echo "-- a wide word"
persons Donaudampfschifffahrtselektrizitatenhauptbetriebswerkbau >ap/appeal.yaml
pack -o wide
pdfinfo wide/cards.pdf | grep Pages
echo "-- too long"
persons "$long $long" Bertine >ap/appeal.yaml
pack -o none || echo "status $?"
echo "-- sheets that lie on a table are no mail"
envoi pack "$EXAMPLES/kamile-wayit" --origin FR --with tally,petition,signup,cards -o table 2>/dev/null
cat table/shopping.txt
echo "-- and no letters that a manifest could list"
ls table
envoi pack "$EXAMPLES/kamile-wayit" --origin FR --with cover,tally -o table 2>&1 | grep -v note
wc -l <table/manifest.csv
