#!/bin/sh
# lint.sh - every check of the source that needs no run. From `make lint`,
# which sets CC CPPFLAGS CFLAGS C_FILES JOBS.
#
# Each check prints what it found; the closing line counts checks.
# LINT="layers format ..." runs only those named.
set -u
cd "$(dirname "$0")/.." || exit 3
export LC_ALL=C.UTF-8
eval "set -- $CPPFLAGS"
: "${JOBS:=2}"
scratch=$(mktemp -d "${TMPDIR:-/tmp}/envoi-lint.XXXXXX") || exit 3
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM HUP

passed=0 failed=0
# check NAME COMMAND...: the command fails or prints when something is wrong.
check() {
    name=$1
    shift
    case " ${LINT:-$name} " in *" $name "*) ;; *) return ;; esac
    if "$@" >"$scratch/found" 2>&1 && [ ! -s "$scratch/found" ]; then
        passed=$((passed + 1))
        echo "  ok      $name"
    else
        failed=$((failed + 1))
        cat "$scratch/found"
        echo "  FAILED  $name"
    fi
}

layers() {
    awk -f tools/check-layers.awk src/*/*.[ch]
}
languages() {
    tools/check-languages.sh >"$scratch/languages" 2>&1 || cat "$scratch/languages"
}
format() {
    clang-format --dry-run -Werror $C_FILES
}
# One compiler run for each header: nothing may lean on what came before it.
headers() {
    cat >"$scratch/header.sh" <<'ONE'
header=$1
shift
# An unused static function of a header is no fault of the header.
"$@" -Werror -Wno-unused -fsyntax-only -x c "$header" || echo "$header does not compile alone"
ONE
    printf '%s\n' src/*/*.h |
        xargs -P "$JOBS" -I '{}' sh "$scratch/header.sh" '{}' $CC "$@" $CFLAGS
}
# clang-tidy counts on standard error the warnings of others that it left out;
# what is ours goes to standard output.
tidy() {
    cat >"$scratch/tidy.sh" <<'ONE'
file=$1
shift
case $file in
bench/*-pango.c)
    pango=$(pkg-config --cflags pangocairo 2>/dev/null) || exit 0
    set -- "$@" $pango ;;
esac
# A test is one long function of hundreds of checks: minutes for the analyzer,
# and it runs under the sanitizers anyway. It may also ask other programs.
case $file in
tests/*) checks='-clang-analyzer-*,-cert-env33-c,-cert-err34-c' ;;
*) checks= ;;
esac
clang-tidy --quiet --checks="$checks" "$file" -- "$@" 2>"$ERR.$$" || {
    echo "clang-tidy: $file"
    grep -E 'error:' "$ERR.$$"
}
ONE
    printf '%s\n' $C_FILES | grep '\.c$' |
        ERR="$scratch/tidy" xargs -P "$JOBS" -I '{}' sh "$scratch/tidy.sh" '{}' "$@"
}
words() {
    ! grep -nwE 'TODO|FIXME|XXX' src/*/*.[ch]
}
# Markdown ends a line with two blanks for a break; we write none of those.
blanks() {
    ! git grep -nIE '[[:blank:]]+$' -- . ':!tests/cases' ':!tests/fuzz/corpus' ':!*.diff'
}
shell() {
    for f in $(git ls-files '*.sh' .ci/run); do
        sh -n "$f"
    done
}
manual() {
    mandoc -T lint -W warning src/cli/envoi.1
}

check layers layers
check words words
check languages languages
check blanks blanks
check shell shell
check manual manual
check format format
check headers headers "$@"
check tidy tidy "$@" $CFLAGS
echo "lint: $passed passed, $failed failed, 0 skipped"
[ $failed -eq 0 ]
