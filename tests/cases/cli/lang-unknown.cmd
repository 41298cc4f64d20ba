# One rule for what a language is, in all commands.
echo 'name,lines,city,country
Ana,1 Rue,Paris,FR' >list.csv
try() {
    envoi "$@" >out
    echo "$*: status $?"
}
try fonts --lang chinese 中
try fonts --lang chinese
try fonts --lang zh-Hant 中
try check list.csv --cover-lang chinese
try labels list.csv --lang chinese -o x.pdf
try calibrate --lang chinese -o x.pdf
try pack "$EXAMPLES/ekpar-asat" --cover-lang chinese --after-deadline -o folder
