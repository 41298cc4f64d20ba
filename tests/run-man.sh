#!/bin/sh
# run-man.sh - the man page: lint, and its EXAMPLES run as they stand; the
# README's too.
#
# In a copy of examples/, with envoi on the PATH and an `lp` that only takes
# what it is sent; and that every option --help tells of stands in the page and
# in the three completions. An example passes if it ends with status 0 and says nothing
# on standard error but notes, and if each file it names after -o is a PDF then.
set -u

root=$(cd "$(dirname "$0")/.." && pwd) || exit 3
: "${B:=$root/build/release}"
page=$root/src/cli/envoi.1
scratch=$(mktemp -d "${TMPDIR:-/tmp}/envoi-man.XXXXXX") || exit 3
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM HUP
mkdir "$scratch/bin" "$scratch/examples"
cat >"$scratch/bin/lp" <<'LP'
#!/bin/sh
[ "$(head -c 5)" = "%PDF-" ] && cat >/dev/null
LP
chmod +x "$scratch/bin/lp"
export PATH="$scratch/bin:$B:$PATH" ENVOI_DATA="${ENVOI_DATA:-$root}"
export XDG_CONFIG_HOME="$scratch/config"
# Before the deadlines of the examples.
export SOURCE_DATE_EPOCH=1600000000

passed=0 failed=0 skipped=0
if ! command -v mandoc >/dev/null; then
    skipped=$((skipped + 1))
elif mandoc -T lint -W warning "$page" >"$scratch/lint"; then
    passed=$((passed + 1))
else
    failed=$((failed + 1))
    cat "$scratch/lint"
fi

# One example a line; what the page breaks with \ or | goes on.
awk '
    /^\.Sh / { inside = ($2 == "EXAMPLES") }
    !inside || /^\./ { next }
    {
        gsub(/\\\(aq/, "\047"); gsub(/\\e/, "\\"); gsub(/\\-/, "-")
        if (sub(/^\$ /, "")) { if (command != "") print command; command = $0 }
        else if (command ~ /(\\|\|)$/) { sub(/\\$/, "", command); command = command $0 }
    }
    END { if (command != "") print command }' "$page" >"$scratch/commands"
if [ ! -s "$scratch/commands" ]; then
    failed=$((failed + 1))
    echo "failed: no examples found in $page"
fi
sed -n 's/^    \(envoi [a-z].*\)/\1/p' "$root/README.md" >>"$scratch/commands"

cp -R "$root/examples/." "$scratch/examples"
cd "$scratch/examples" || exit 3
while IFS= read -r command; do
    status=0
    sh -e -c "$command" </dev/null >"$scratch/out" 2>"$scratch/err" || status=$?
    why=
    [ $status -eq 0 ] || why="ended with status $status"
    # A note shows its line below it.
    ! grep -v ': note: ' "$scratch/err" | grep -qv '^ *[0-9]* |' ||
        why="$why; had something to say"
    pdf=$(printf '%s\n' "$command" | sed -n 's/.*-o \([^ -][^ ]*\.pdf\).*/\1/p')
    if [ -n "$pdf" ]; then
        [ "$(head -c 5 "$pdf" 2>/dev/null)" = "%PDF-" ] || why="$why; no $pdf"
        rm -f "$pdf"
    elif [ ! -s "$scratch/out" ]; then
        case $command in
        "envoi batch "*" -o "* | "envoi pack "*" -o "*)
            folder=${command##* -o }
            ls "$folder"/*.pdf >/dev/null 2>&1 || why="$why; no PDF in $folder"
            rm -rf "$folder" ;;
        *" check "* | *"| lp "* | *"|"*lp*) ;;
        *) why="$why; printed nothing" ;;
        esac
    fi
    if [ -z "$why" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'failed: %s\n' "$command" "        ${why#; }"
        sed 's/^/        /' "$scratch/err"
    fi
done <"$scratch/commands"
# missing WHERE WORD COMMAND: the word is missing there.
missing() {
    failed=$((failed + 1))
    echo "failed: \"$2\" of envoi $3 --help is not in $1"
}
cli=$root/src/cli
for command in labels envelope letter batch check fonts layouts calibrate; do
    envoi $command --help >"$scratch/help" 2>&1
    before=$failed
    for word in $(grep -oE -- '--[a-z][a-z-]+' "$scratch/help" | sed 's/^--//' | sort -u); do
        grep -qE -- "Fl Fl $word( |\$)" "$page" || missing envoi.1 "--$word" $command
        grep -qE -- "--$word\\b" "$cli/completions/envoi.bash" || missing envoi.bash "--$word" $command
        grep -qE -- "--$word\\b" "$cli/completions/_envoi" || missing _envoi "--$word" $command
        grep -qE -- "-l $word\\b" "$cli/completions/envoi.fish" || missing envoi.fish "--$word" $command
    done
    [ $failed -ne $before ] || passed=$((passed + 1))
done
echo "man page: $passed passed, $failed failed, $skipped skipped"
[ $failed -eq 0 ]
