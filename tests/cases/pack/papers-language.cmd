# Papers are in the language of those who write: of the country, of the sender,
# or the one that is asked for; the appeal's texts with them, each in its own
# language where it has no other. Letters stay in theirs.
export SOURCE_DATE_EPOCH=1600000000
cp -R "$EXAMPLES/kamile-wayit" . && cp "$EXAMPLES/targets.yaml" . && cd kamile-wayit || exit
sed -i '/^  notes:$/,/^deadline/{/^deadline/!d}' appeal.yaml # of the French
cat >>appeal.yaml <<'END'
report:fr: https://www.amnesty.org/fr/get-involved/take-action/
zh:
  title: 因视频被判刑
END
words() { pdftotext -layout -f 1 -l 1 "$1" - | tr -d '\f' | sed 's/^ *//; s/  */ /g; /^$/d' | head -"$2"; }
echo "-- France"
envoi pack . --origin FR --packs 2 --lang en,zh,ug --with cover,case,letters,tally,petition -o fr 2>/dev/null
words fr/cover.pdf 22
words fr/case.pdf 12
words fr/tally.pdf 6
words fr/petition.pdf 6
pdftotext fr/letters.pdf - | grep -c 'Kamile Wayit'
cat fr/shopping.txt
echo "-- France, Chinese asked for"
envoi pack . --origin FR --lang en,zh --with cover,case -o zh --cover-lang zh 2>/dev/null
words zh/cover.pdf 8
words zh/case.pdf 5
sed -n 1,8p zh/shopping.txt
echo "-- by sender"
printf 'name,lines,city,country,lang\nAna,1 A St,Leeds,GB,\nBob,2 B St,Leeds,GB,fr\nCleo,3 C,Wien,AT,\nDai,4 D,Leeds,GB,nl\n' >senders.csv
envoi pack . --from senders.csv --with cover,letters,tally,petition,signup,cards -o by 2>&1 | grep words
for p in 1 2 3 4; do pdftotext -f $p -l $p -layout by/cover.pdf - | sed 's/^ *//; s/  */ /g' | grep -E '^(Pack|Pochette|Mappe)|video|vidéo' | tr '\n' ';'; echo; done
for f in petition tally signup; do pdftotext by/$f.pdf - | tr -d '\f' | grep -E '^(Pétition|Petition|Tally|Décompte|Zählliste|Summe|I want|Je souhaite|Ich möchte)' | tr '\n' ';'; pdfinfo by/$f.pdf | grep Pages; done
pdfinfo by/cards.pdf | grep Pages
sed -n '/^Paper/,/^$/p' by/shopping.txt
echo "-- without the sender nothing of him decides"
envoi pack . --from senders.csv --no-sender --records 2 --with cover,letters -o none 2>/dev/null
words none/cover*.pdf 1
head -n 1 none/shopping*.txt
echo "-- no icons do for words in a list"
envoi pack . --origin FR --cover-lang ug --with letters,slips,labels -o ug 2>/dev/null && cat ug/shopping.txt
echo "-- what is missing"
envoi check . --origin FR
envoi check . --origin AT 2>&1 | grep papers
envoi check . --origin BE --cover-lang es 2>&1 | grep 'papers in Sp'
envoi check . --cover-lang french || echo "status $?"
sed -i '/^fr:/a\  deadline: 2024-01-01' appeal.yaml
printf 'title:xx: A\nsummary:fr: B\nde: {titel: C}\n' >>appeal.yaml
envoi check . || echo "status $?"
envoi pack . --cover-lang french -o x || echo "status $?"
