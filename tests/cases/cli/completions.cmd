# The bash completion gives what the commands take.
command -v bash >/dev/null || { echo "needs bash"; exit 77; } >&2
touch a.yaml b.csv c.md d.pdf
bash -c '
    . "$CASE/../../../src/cli/completions/envoi.bash"
    try() {
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
        _envoi 2>/dev/null
        echo "$* -> $(printf "%s\n" "${COMPREPLY[@]}" | sort | xargs)"
    }
    try envoi ""
    try envoi labels ""
    try envoi letter ""
    try envoi check ""
    try envoi labels --s
    try envoi labels --on avery-l
    try envoi labels --dump = l
    try envoi letter x.md -o ""
'
