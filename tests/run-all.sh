#!/bin/sh
# run-all.sh - run every test of a build and total them in one line.
#
#   tests/run-all.sh BUILD_DIR [RUNNER.sh...]
#
# A runner is a program whose last line holds "N passed, N failed, N skipped";
# one that ends without it has failed. Its output is shown when it fails.
# Hermetic: nothing of the user's home, locale, clock or temporary files.
set -u

case ${1-} in
"" | -*) echo "usage: tests/run-all.sh BUILD_DIR [RUNNER.sh...]" >&2; exit 2 ;;
esac
root=$(cd "$(dirname "$0")/.." && pwd) || exit 3
cd "$root" || exit 3
B=$(cd "$1" && pwd) || exit 3
shift
jobs=${JOBS:-$(nproc)}

scratch=$(mktemp -d "${TMPDIR:-/tmp}/envoi-tests.XXXXXX") || exit 3
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM HUP
mkdir "$scratch/home" "$scratch/tmp" "$scratch/log"

export B KIND="${B##*/}" ENVOI="$B/envoi" ENVOI_DATA="$root"
export PATH="$B:$B/tools:$PATH"
export LC_ALL=C.UTF-8 LANG=C.UTF-8 TZ=UTC SOURCE_DATE_EPOCH=1767225600
export HOME="$scratch/home" TMPDIR="$scratch/tmp"
export XDG_CONFIG_HOME="$HOME/.config" XDG_CACHE_HOME="$HOME/.cache"
export XDG_DATA_HOME="$HOME/.local/share" XDG_RUNTIME_DIR="$HOME/.run"
export NO_COLOR=1 OMP_THREAD_LIMIT=1
# Label sheets that happen to be installed; a test that wants some names them.
export ENVOI_GLABELS= ENVOI_LABELS_XML=
unset XDG_CONFIG_DIRS XDG_DATA_DIRS FONTCONFIG_FILE FONTCONFIG_PATH LANGUAGE

# Every leak is fatal; what a library keeps to itself for good is listed, with
# its reason, in the suppressions file.
export ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1:detect_stack_use_after_return=1:check_initialization_order=1
export LSAN_OPTIONS="suppressions=$root/tests/suppressions.lsan:print_suppressions=0"
export UBSAN_OPTIONS=print_stacktrace=1

# One runner, given as a file of lines (its name, then its words): output in
# NN.log, counts in NN.sum.
cat >"$scratch/one.sh" <<'ONE'
base=${1%.task}
log=$base.log
{
    read -r name
    set --
    while read -r word; do set -- "$@" "$word"; done
} <"$base.task"
"$@" >"$log" 2>&1 </dev/null
status=$?
sum=$(tail -n 1 "$log" | sed -nE \
    's/^.*[^0-9]?\b([0-9]+) passed, ([0-9]+) failed, ([0-9]+) skipped.*$/\1 \2 \3/p')
note=
if [ -z "$sum" ]; then
    sum="0 1 0" note=" (ended with status $status and no closing line)"
elif [ $status -ne 0 ] && [ "$(echo "$sum" | cut -d' ' -f2)" -eq 0 ]; then
    sum=$(echo "$sum" | awk '{print $1, $2 + 1, $3}')
    note=" (ended with status $status)"
fi
echo "$sum" >"$base.sum"
line=$(echo "$sum" | awk '{printf "%5d passed %3d failed %3d skipped", $1, $2, $3}')
if [ "$(echo "$sum" | cut -d' ' -f2)" -ne 0 ]; then
    # One write, so that two runners do not mix their lines.
    { printf -- '---- %s\n' "$name"; cat "$log"; printf '%s  %s%s\n' "$line" "$name" "$note"; } >"$base.show"
    cat "$base.show"
else
    # What a bless run changed is shown too.
    [ -z "${BLESS-}" ] || cat "$log"
    printf '%s  %s\n' "$line" "$name"
fi
ONE

# The slow ones first, so that none of them is alone at the end.
number=0
task() {
    number=$((number + 1))
    printf '%s\n' "$@" >"$scratch/log/$(printf %03d $number).task"
}
add() {
    case $1 in
    *.sh) task "$1" "$root/$1" ;;
    *) task "${1#"$B"/}" "$@" ;;
    esac
}
if [ $# -gt 0 ]; then
    for runner in "$@"; do
        [ ! -x "$runner" ] || add "$runner"
    done
else
    for runner in tests/pdf/*.sh tests/run-*.sh; do
        case $runner in
        tests/run-all.sh) ;;
        *) [ ! -x "$runner" ] || add "$runner" ;;
        esac
    done
    for c in tests/fuzz/fuzz_*.c; do
        [ -e "$c" ] || continue
        n=$(basename "$c" .c)
        task "fuzz corpus ${n#fuzz_}" "$B/fuzz/$n" "tests/fuzz/corpus/${n#fuzz_}"
    done
    for c in tests/unit/test_*.c; do
        task "unit $(basename "$c" .c)" "$B/unit/$(basename "$c" .c)"
    done
fi
if [ $number -eq 0 ]; then
    echo "0 passed, 1 failed, 0 skipped (no tests found)"
    exit 1
fi
printf '%s\0' "$scratch"/log/*.task |
    xargs -0 -n 1 -P "$jobs" sh "$scratch/one.sh"

# What failed, once more at the end: there it is looked for.
for show in "$scratch"/log/*.show; do
    [ -e "$show" ] || continue
    echo "==== failed:"
    head -n 1 "$show"
    grep -aiE '(^|[^0-9] ?)(fail|not ok|wrong)|error:|assert' "$show" | head -n 12
    tail -n 6 "$show"
done
cat "$scratch"/log/*.sum | awk '{ p += $1; f += $2; s += $3 }
    END { printf "%d passed, %d failed, %d skipped\n", p, f, s; exit f != 0 }'
