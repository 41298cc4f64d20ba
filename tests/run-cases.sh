#!/bin/sh
# run-cases.sh - the command line, case by case.
#
#   tests/run-cases.sh [NAME...]      from make test; NAME: part of a path
#
# tests/cases/*/NAME.cmd is a shell script that runs in an empty folder with
# envoi on its PATH. Its standard output, standard error and exit status must
# be NAME.out, NAME.err (empty if there is no such file) and NAME.status (0).
# Exit status 77 skips, and the last line on standard error is the reason.
# BLESS=1 rewrites the three files and shows what changed.
#
# In a case: $CASE is the case's folder, $EXAMPLES the examples, $DATA the
# folder of fonts/ and layouts/. The three, and the scratch folder, are written
# back as their names in what is compared.
set -u

root=$(cd "$(dirname "$0")/.." && pwd) || exit 3
: "${B:=$root/build/release}"
export PATH="$B:$PATH" ENVOI_DATA="${ENVOI_DATA:-$root}" LC_ALL=C.UTF-8
# No label sheets but those that a case names.
export ENVOI_GLABELS= ENVOI_LABELS_XML=
export EXAMPLES="$root/examples" DATA="$ENVOI_DATA"
scratch=$(mktemp -d "${TMPDIR:-/tmp}/envoi-cases.XXXXXX") || exit 3
trap 'chmod -R u+w "$scratch"; rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM HUP

passed=0 failed=0 skipped=0
named() {
    sed -e "s|$work|\$WORK|g" -e "s|$CASE|\$CASE|g" \
        -e "s|$EXAMPLES|\$EXAMPLES|g" -e "s|$root|\$ROOT|g" "$1"
}
# compare GOLDEN GOT: a golden that is absent is empty.
compare() {
    golden=$1
    [ -e "$golden" ] || golden=/dev/null
    cmp -s "$golden" "$2" && return 0
    diff -u --label "${1#"$root"/}" --label "as it is now" "$golden" "$2"
    [ -n "${BLESS-}" ] || return 1
    if [ -s "$2" ]; then cp "$2" "$1"; else rm -f "$1"; fi
}

for cmd in "$root"/tests/cases/*/*.cmd; do
    [ -e "$cmd" ] || continue
    if [ $# -gt 0 ]; then
        wanted=
        for name in "$@"; do
            case $cmd in *"$name"*) wanted=1 ;; esac
        done
        [ -n "$wanted" ] || continue
    fi
    base=${cmd%.cmd}
    export CASE="${cmd%/*}"
    work=$scratch/work
    mkdir "$work"
    (cd "$work" && exec sh "$cmd") </dev/null >"$scratch/o" 2>"$scratch/e"
    status=$?
    if [ $status -eq 77 ]; then
        skipped=$((skipped + 1))
        echo "skipped ${base#"$root"/}: $(tail -n 1 "$scratch/e")"
    else
        named "$scratch/o" >"$scratch/out"
        named "$scratch/e" >"$scratch/err"
        if [ $status -eq 0 ]; then : ; else echo $status; fi >"$scratch/status"
        ok=1
        # A crash is never a golden: 126 and more are the shell's own numbers.
        if [ $status -ge 126 ] ||
            grep -qE 'Segmentation fault|Aborted|Sanitizer|runtime error:' "$scratch/e"; then
            ok=0
            cat "$scratch/err"
            echo "ended with status $status"
        else
            for view in out err status; do
                compare "$base.$view" "$scratch/$view" || ok=0
            done
        fi
        if [ $ok -eq 1 ]; then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
            echo "failed ${base#"$root"/}"
        fi
    fi
    chmod -R u+w "$work"
    rm -rf "$work"
done
echo "cases: $passed passed, $failed failed, $skipped skipped"
[ $failed -eq 0 ]
