# The code of the report link, however large, and the name below it keep apart,
# whether or not the cover counts letters; also from right to left.
export SOURCE_DATE_EPOCH=1600000000
mkdir ap
printf -- '- {id: a, name: Office, lines: 1 Rue, city: Bern, country: CH, salutation: Hello}\n' >ap/targets.yaml
name='Kamile Wayit whose name reaches over to the other side of the whole sheet'
echo "Free $name." >ap/letter.en.md
# The row of pixels above the name is white all over, and the code is above.
above() { # FILE
    y=$(pdftotext -bbox -f 1 -l 1 "$1" - | sed -n 's/.*yMin="\([0-9]*\).*>Kamile<.*/\1/p' | head -n 1)
    pdftoppm -r 72 -gray -f 1 -l 1 "$1" cover
    tail -c +16 cover*.pgm | od -An -v -tu1 -w595 | awk -v y="$y" '
        { dark = 0; for (i = 1; i <= NF; i++) dark += $i < 128 }
        NR < y - 3 && dark > 20 { above++ }
        NR == y - 2 { white = dark == 0 }
        END { print (above > 60 ? "code" : "no code"), (white ? "apart" : "over the name") }'
    rm cover*.pgm
}
for n in 1 34 110; do
    link=https://www.example.org/$(for i in $(seq $n); do printf abc-xyz/; done)
    printf 'title: A case\nsummary: What it is about.\ndemands: [One.]\nperson: {name: %s}\nreport: %s\n' "$name" "$link" >ap/appeal.yaml
    for with in cover cover,letters,slips,labels,envelopes; do
        for lang in fr ug; do
            envoi pack ap --origin FR --cover-lang $lang --with $with -o out 2>&1 | grep error
            echo "$n $with $lang: $(above out/cover.pdf)"
        done
    done
done
