# How far a long run is: on a terminal only, in one line, a few times a second,
# and nothing of it stays.
command -v script >/dev/null || {
    echo "no script(1)" >&2
    exit 77
}
cat >list.yaml <<'END'
- name: Example Office
  lines: [1 Example Lu]
  city: Urumqi
  country: CN
END
export NO_COLOR=1
run='timeout --preserve-status --foreground -s INT 3 envoi labels list.yaml --origin FR --copies 1000000 -o x.pdf'
# on_terminal OPTION: each writing of the line as a line, and what stays.
on_terminal() {
    script -qec "$run $1" /dev/null </dev/null | tr '\r' '\n' >shown
    grep -cE '^[0-9,]+ of [0-9,]+, [0-9,]+ pages?, [0-9,]+ a second, ([0-9]+ h )?([0-9]+ min )?([0-9]+ s )?left *$' shown |
        awk '{ print ($1 == 0 ? "no line" : $1 <= 11 ? "a few lines" : $1 " lines") }'
    grep -vE ' left *$' shown | grep '[^ ]'
}
on_terminal
on_terminal --quiet
$run 2>err
echo "$?"
cat err
ls
