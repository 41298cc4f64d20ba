#!/bin/sh
# run-text.sh - the text engine, stage by stage.
#
#   tests/run-text.sh [NAME...]       from make test; NAME: part of a path
#
# tests/cases/text/NAME.text is laid out with the options of NAME.opts, once
# for each of its lines, by the tool textdump. What stages it prints must be
# NAME.items, NAME.glyphs and NAME.lines, those of them that exist, and its
# diagnostics NAME.diag (none if there is no such file).
# BLESS=1 rewrites what exists and shows what changed; a case without any of
# the three gets its .lines.
set -u

root=$(cd "$(dirname "$0")/.." && pwd) || exit 3
: "${B:=$root/build/release}"
export ENVOI_DATA="${ENVOI_DATA:-$root}" LC_ALL=C.UTF-8
textdump=$B/tools/textdump
scratch=$(mktemp -d "${TMPDIR:-/tmp}/envoi-text.XXXXXX") || exit 3
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM HUP

passed=0 failed=0 skipped=0

# compare GOLDEN GOT: a golden that is absent is empty.
compare() {
    golden=$1
    [ -e "$golden" ] || golden=/dev/null
    cmp -s "$golden" "$2" && return 0
    diff -u --label "${1#"$root"/}" --label "as it is now" "$golden" "$2"
    [ -n "${BLESS-}" ] || return 1
    if [ -s "$2" ]; then cp "$2" "$1"; else rm -f "$1"; fi
}

# dump STAGE: all runs of the case, each under its options if there are more.
dump() {
    : >"$scratch/out"
    : >"$scratch/err"
    crash=
    while IFS= read -r opts; do
        [ "$runs" -eq 1 ] || echo "# $opts" >>"$scratch/out"
        # The options are words without blanks.
        # shellcheck disable=SC2086
        (cd "$root/tests/cases/text" &&
            exec "$textdump" $opts --dump "$1" "$name.text") \
            >>"$scratch/out" 2>>"$scratch/err" </dev/null
        status=$?
        [ $status -le 1 ] || crash="status $status"
    done <"$scratch/opts"
    [ -z "$crash" ] || { echo "$name --dump $1: $crash"; cat "$scratch/err"; }
    [ -z "$crash" ]
}

# The messages of a case are the same at every stage; those of its first line
# of options alone are compared.
check_case() {
    views=
    for view in items glyphs lines; do
        [ -e "$base.$view" ] && views="$views $view"
    done
    if [ -z "$views" ]; then
        [ -n "${BLESS-}" ] || { echo "$name: no golden file"; return 1; }
        views=lines
    fi
    ok=0
    for view in $views; do
        dump $view || return 1
        compare "$base.$view" "$scratch/out" || ok=1
    done
    head -n "$(($(wc -l <"$scratch/err") / runs))" "$scratch/err" \
        >"$scratch/diag"
    compare "$base.diag" "$scratch/diag" || ok=1
    return $ok
}

for text in "$root"/tests/cases/text/*.text; do
    [ -e "$text" ] || continue
    base=${text%.text}
    name=${base##*/}
    if [ $# -gt 0 ]; then
        wanted=
        for word in "$@"; do
            case $text in *"$word"*) wanted=1 ;; esac
        done
        [ -n "$wanted" ] || continue
    fi
    if [ -e "$base.opts" ]; then
        cp "$base.opts" "$scratch/opts"
    else
        echo >"$scratch/opts"
    fi
    runs=$(grep -c '' "$scratch/opts")
    if check_case; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "failed $name"
    fi
done

echo "text cases: $passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
