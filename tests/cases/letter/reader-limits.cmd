# 1,000 nested lists, written both ways, and 10 MB of text: a stated limit at
# its place, at once.
{
    for i in $(seq 1000); do printf -- '- '; done
    echo x
} >line.md
awk 'BEGIN { for (i = 0; i < 1000; i++) printf "%*s- x\n", 2 * i, "" }' >steps.md
awk 'BEGIN { for (i = 0; i < 9; i++) printf "%*s- x\n", 2 * i, "" }' >nine.md
awk 'BEGIN { for (i = 0; i < 400000; i++) print "A line of 26 letters, 10 MB." }' >long.md
for f in line steps nine long; do
    envoi letter $f.md -o x.pdf
    echo "$f: $?"
done
ls
