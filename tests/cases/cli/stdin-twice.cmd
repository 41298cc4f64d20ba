# Standard input is read once: a second reader finds nothing.
list='name,lines,city,country
Ana,1 Rue,Paris,FR
'
try() {
    printf '%s' "$list" | envoi "$@"
    echo "$*: status $?"
}
printf -- '---\nplace: x\ndate: 2025-01-01\nsubject: x\n---\nText.\n' >letter.md
printf '%s' "$list" >list.csv
try batch - --to - -o out
try batch letter.md --to - --from - -o out
try letter - --from - -o x.pdf
try letter - - -o x.pdf
try letter letter.md --to list.csv --from list.csv --group '-#g' --from - -o x.pdf
try envelope - --from - -o x.pdf
try envelope - --from list.csv --group - --return group -o x.pdf
try envelope - --from /dev/stdin -o x.pdf
try pack - --from - -o out
try check - -
try import - - -o out
# Once is fine.
try labels - --on plain-a4 -o x.pdf
try envelope list.csv --from - --on dl -o x.pdf
ls
# A letter's head names files.
printf -- '---\nto: "-"\nfrom: "-#a"\nplace: x\ndate: 2025-01-01\nsubject: x\n---\nText.\n' >letter.md
try letter letter.md -o x.pdf
