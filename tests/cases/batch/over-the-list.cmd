# The manifest and the shopping list are not written over the list that a run is
# made from.
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
