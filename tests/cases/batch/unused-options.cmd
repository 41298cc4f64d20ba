# An option about papers that are not printed is an error: nobody would see that
# it did nothing.
printf 'name: Example Group\nlines: 1 rue X\npostcode: "75001"\ncity: Paris\ncountry: FR\n' >group.yaml
cp "$EXAMPLES/sender.yaml" .
to=$EXAMPLES/xinjiang-beijing.yaml#ma-xingrui
cat >letter.md <<'L'
---
from: sender.yaml
lang: en
date: none
salutation: Dear {{to.name}},
---
Words.
L
tell() {
    "$@" 2>&1
    echo "status $?"
    ls out 2>/dev/null || :
}
echo "== batch: letters only"
tell envoi batch letter.md --to "$to" --with letters -o out --envelopes-on dl --return-place flap \
    --air yes --frame no --portrait --paper a4 --labels-on avery-l7160 --start 3 \
    --free 1-4 --slips-on avery-l7160 --stack --no-ruler
echo "== batch: labels only"
tell envoi batch letter.md --to "$to" --with labels -o out --on letter-a4 --return group \
    --group group.yaml
echo "== a group that no return address shows"
tell envoi batch letter.md --to "$to" --with letters,envelopes -o out --group group.yaml
tell envoi letter letter.md --to "$to" --group group.yaml -o x.pdf
tell envoi envelope "$to" --from sender.yaml --group group.yaml -o x.pdf
echo "== a place for a return address that nobody prints"
tell envoi envelope "$to" --from sender.yaml --return none --return-place flap -o x.pdf
echo "== pack"
tell envoi pack ap --with cover -o out --on letter-a4 --labels-on avery-l7160
