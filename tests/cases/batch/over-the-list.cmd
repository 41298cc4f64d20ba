# The manifest, the shopping list and the list of who is left out are not written
# over anything that a run is made from.
printf -- '---\nlang: en\ndate: none\nsalutation: "Dear {{to.name}},"\n---\n\nWords.\n' >letter.md
mkdir out
for name in manifest.csv shopping.txt; do
    printf 'name,lines,postcode,city,country\nA,1 Road,75001,Paris,FR\n' >out/$name
done
for option in --to --from; do
    for name in manifest.csv shopping.txt; do
        echo "-- $option $name"
        cp -r out before
        set -- $option out/$name
        [ $option = --to ] || set -- "$@" --to before/manifest.csv
        envoi batch letter.md "$@" --with letters -o out 2>&1
        echo "status $?"
        diff -r before out && rm -r before
    done
done
envoi batch letter.md --to out/manifest.csv --with letters --dump=items
envoi batch letter.md --to out/manifest.csv --with letters -o elsewhere
ls elsewhere
echo "-- a letter, a picture, a sender, a document"
try() {
    cp -r . ../before
    "$@" 2>&1 | grep error
    diff -r . ../before && rm -r ../before
}
rm -r elsewhere
mkdir a b c d
cp letter.md a/shopping.txt
try envoi batch a/shopping.txt --to out/manifest.csv --with letters -o a
printf 'name,lines,postcode,city,country\nA,1 Road,75001,Paris,FR\nB,1 Road,,,XX\n' >b/rejects.csv
try envoi batch letter.md --to out/manifest.csv --from b/rejects.csv --keep-going -o b
cp "$EXAMPLES/letters/logo.png" c/manifest.csv
printf -- '---\nlang: en\ndate: none\nsalutation: Hello\n---\n\n![A bird](c/manifest.csv)\n' >bird.md
try envoi batch bird.md --to out/manifest.csv --with letters -o c
cp -r "$EXAMPLES/kamile-wayit" "$EXAMPLES/targets.yaml" .
cp out/manifest.csv kamile-wayit
try envoi pack kamile-wayit --from kamile-wayit/manifest.csv --after-deadline -o kamile-wayit
cp "$EXAMPLES/documents/beekeeper.txt" d/case.en.md
try envoi import d/case.en.md -o d --force
