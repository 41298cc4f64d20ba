# fit: 1 sets the letter tighter until it fits, and says what to cut if not.
for n in 20 24 200; do
    {
        printf -- '---\nlang: en\non: chinese\nfit: 1\n---\n\n'
        i=0
        while [ $i -lt $n ]; do
            printf 'Paragraph %d of the letter, which is one line and a bit more than one line, so that it takes two of them on the page.\n\n' $i
            i=$((i + 1))
        done
    } >letter.md
    envoi letter letter.md -o letter.pdf
    echo "$n paragraphs: status $?, $(pdfinfo letter.pdf | awk '/^Pages/ { print $2 }') pages"
done
# Type that is smaller and wins no page is not printed: all words are as high as
# they are without the wish.
heights() { pdftotext -bbox "$1" - | awk -F'"' '/<word / { printf "%.1f\n", $8 - $4 }' | sort -u; }
{
    printf -- '---\nlang: en\non: chinese\nfit: 1\n---\n\n'
    for i in $(seq 26); do
        printf 'Paragraph %d of the letter, which is one line and a bit more than one line, so that it takes two of them on the page.\n\n' "$i"
    done
} >long.md
envoi letter long.md -o long.pdf
grep -v '^fit' long.md >free.md
envoi letter free.md -o free.pdf
pdfinfo free.pdf | grep Pages
pdfinfo long.pdf | grep Pages
[ "$(heights long.pdf)" = "$(heights free.pdf)" ] || echo "smaller in vain"
