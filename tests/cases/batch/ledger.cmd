# The labels of a mailing come on the part-used sheets of a ledger.
export SOURCE_DATE_EPOCH=1617235200
cat >letter.md <<'L'
---
lang: en
date: none
salutation: Dear {{to.name}},
---
Words.
L
{
    echo name,lines,city,country
    seq 24 | sed 's/.*/Name &,& Street,Rome,IT/'
} >to.csv
printf '# blue folder\n- sheet: 3\n  layout: avery-l7160\n  used: 1-18\n- sheet: 4\n  layout: avery-l7160\n  used: 2, 4-21\n' >drawer.yaml
cp drawer.yaml first.yaml
run() {
    echo "== $*"
    envoi batch letter.md --to to.csv --origin FR --with letters,labels --ledger drawer.yaml "$@" 2>&1
    echo $?
}
run --labels-on avery-l7160 -o out
cat drawer.yaml
cut -d, -f1,3,8- out/manifest.csv | sed -n '1,7p;$p'
sed -n '1,6p;/ × avery/,/^$/p' out/shopping.txt
echo "== nothing is printed, nothing is used"
cp drawer.yaml before.yaml
sed 's/Name 7/Name 𛰢/' to.csv >wrong.csv
run --labels-on avery-l7160 --to wrong.csv -o out2 | grep -c error
run --labels-on avery-l7160 --dump=display -o out2 | tail -n 1
run -o out2
run --labels-on avery-l7160 --with letters -o out2
run --labels-on avery-l7160 --shard 1/2 -o out2
run --labels-on avery-l7160 --free 3 -o out2
cmp drawer.yaml before.yaml
ls
echo "== what a jam spoilt comes on the next places; who cannot be printed takes none"
run --labels-on avery-l7160 --redo 2,3 -o again
cat drawer.yaml
cp first.yaml drawer.yaml
run --labels-on avery-l7160 --to wrong.csv --keep-going -o kept | grep -v left
cat drawer.yaml
echo "== packs"
cp first.yaml drawer.yaml
envoi pack "$EXAMPLES/kamile-wayit" --packs 3 --origin FR --with letters,labels,slips --labels-on avery-l7160 --ledger drawer.yaml -o packs 2>&1 | grep drawer
tail -n 3 drawer.yaml
echo "== what is to be bought, without what is there"
sheets() {
    envoi batch letter.md --to to.csv --with letters,labels --labels-on avery-l7160 "$@" -o bought 2>/dev/null
    sed -n '/ × avery/,/^$/p' bought/shopping.txt | sed '$d'
}
sheets --origin FR
sheets --origin FR --start 1
sheets --origin FR --start 2
sheets --origin GB --free 3-20 --free 1-20 --free 5
sheets --origin DE --free 1 --free 2 --free 3
sheets --origin CN --free 3,4
