#!/bin/sh
# run-stops.sh - a run into a folder that is killed, stopped, or finds the disk
# full: the files of the run before are as they were, or all are new, and
# nothing else is there.
#
#   ENVOI_STOPS=20 tests/run-stops.sh    kills at so many moments (default 3, and
#                                        fewer letters)
#   ENVOI_SEED=2 ...                     at other ones
#
# Closing line: N passed, N failed, N skipped.
set -u
root=$(cd "$(dirname "$0")/.." && pwd) || exit 3
: "${B:=$root/build/release}"
envoi=${ENVOI:-$B/envoi}
export ENVOI_DATA="${ENVOI_DATA:-$root}" LC_ALL=C.UTF-8 NO_COLOR=1
kills=${ENVOI_STOPS:-3} seed=${ENVOI_SEED:-1}
case ${KIND:-${B##*/}}${ENVOI_STOPS-} in
asan* | coverage*) letters=300 ;;
release) letters=1000 ;;
*) letters=5000 ;;
esac
passed=0 failed=0 skipped=0
work=$(mktemp -d "${TMPDIR:-/tmp}/envoi-stops.XXXXXX") || exit 3
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM HUP
cd "$work" || exit 3

cat >letter.md <<'END'
---
date: 2026-01-15
subject: A letter
salutation: Dear Head of Office
closing: Yours faithfully
lang: en-GB
---

One paragraph, and {{from.name}} to tell the letters apart.
END
cat >to.yaml <<'END'
- name: Example Office
  lines: [1 Example Lu]
  city: Urumqi
  country: CN
END
# senders N
senders() {
    awk -v n="$1" 'BEGIN {
        print "name,lines,postcode,city,country"
        for (i = 1; i <= n; i++)
            printf "Sender %d,%d rue Cler,75001,Paris,FR\n", i, i
    }'
}
senders 3 >few.csv
senders "$letters" >many.csv

# mail LIST FOLDER: the run that is stopped; in the place of this shell.
mail() {
    exec "$envoi" batch letter.md --to to.yaml --from "$1" \
        --with letters,envelopes,labels --split "$((letters / 3))" -o "$2"
}
run() { (mail "$@"); }
sums() { (cd "$1" && sha256sum -- * 2>/dev/null); }
ok() { passed=$((passed + 1)); }
no() {
    failed=$((failed + 1))
    echo "failed: $*"
}

if ! "$envoi" batch --help >/dev/null 2>&1; then
    echo "stops: 0 passed, 0 failed, 1 skipped"
    exit 0
fi

# The files of the run before, and those that are to be. The old ones have
# names that the new run writes too, and one that it does not.
begin=$(date +%s%N)
run many.csv new 2>err || { no "the run itself"; cat err; }
lasts=$((($(date +%s%N) - begin) / 1000000))
mkdir old
run few.csv few || no "a run with few letters"
for f in new/*; do
    case $f in
    *.pdf) cp few/letters*.pdf "old/${f#new/}" ;;
    *) echo "an old list" >"old/${f#new/}" ;;
    esac
done
echo mine >old/mine.txt
echo mine >new/mine.txt
sums old >old.sums
sums new >new.sums
if [ "$(wc -l <old.sums)" -ge 5 ] && ! cmp -s old.sums new.sums; then
    ok
else
    no "too few files to see anything"
fi

# The files get their names one after the other, in less than a millisecond. A
# kill just then, once in a sweep at the most, leaves whole files of two runs.
between=none
may_be_between() {
    [ "$between" = allowed ] && sort -u old.sums new.sums >known.sums &&
        ! sort now.sums | comm -13 known.sums - | grep -q .
}

# look WHAT: the folder has the old files or the new ones, all of them whole.
look() {
    sums out >now.sums
    became=neither
    hidden=$(find out -name '.?*')
    if [ -z "$hidden" ] && cmp -s now.sums old.sums; then
        became=old
        ok
    elif [ -z "$hidden" ] && cmp -s now.sums new.sums; then
        became=new
        ok
    elif may_be_between; then
        became=between
        ok
    else
        no "$1: neither the old files nor the new ones; left behind: ${hidden:-nothing}"
        diff old.sums now.sums
    fi
    for f in out/*.pdf; do
        qpdf --check "$f" >/dev/null 2>&1 || no "$1: $f is broken"
    done
}
# tell WHAT STATUS PATTERN: what else is to be after `look`.
tell() {
    if [ "$became" = old ] && [ "$status" -eq "$2" ] && grep -q "$3" err; then
        ok
    else
        no "$1: $became files, status $status"
        cat err
    fi
}
again() {
    rm -rf out
    cp -R old out
}

# Killed at any moment.
count_old=0 count_new=0 became=
between=allowed
for i in $(seq "$kills"); do
    after=$(awk -v seed="$seed" -v i="$i" -v t="$lasts" 'BEGIN {
        srand(seed * 1000 + i); printf "%.3f", rand() * t * 1.1 / 1000 }')
    again
    mail many.csv out 2>/dev/null &
    pid=$!
    sleep "$after"
    kill -9 $pid 2>/dev/null
    wait $pid 2>/dev/null
    look "killed after $after s"
    case $became in
    new) count_new=$((count_new + 1)) ;;
    old) count_old=$((count_old + 1)) ;;
    between) between="killed after $after s" ;;
    esac
done
[ "$between" = allowed ] || echo "$between: files of both runs, all of them whole"
between=none

# Stopped: it says so, and ends by the signal. A run that was done before the
# signal came (a machine that became idle) is stopped earlier the next time.
for signal in INT TERM HUP; do
    after=$lasts
    for try in 1 2 3 4 5 6 7 8; do
        after=$((after / 2))
        again
        timeout -s $signal --preserve-status \
            "$(awk -v t="$after" 'BEGIN { print t / 1000 }')" \
            "$envoi" batch letter.md --to to.yaml --from many.csv \
            --with letters,envelopes,labels -o out 2>err
        status=$?
        [ $status -eq 0 ] || break
    done
    look "stopped by $signal, the $try. time"
    [ $status -gt 128 ] && status=128 # and its number
    tell "stopped by $signal" 128 '^envoi: error: stopped; nothing was written$'
done

# No file may be large.
again
(ulimit -f 64 && mail many.csv out) 2>err
status=$?
look "no large file"
tell "no large file" 3 'cannot write: File too large; nothing was written'

# The disk is full. A file system of our own, seen by nobody else.
small() {
    unshare -m sh -c '
        mount -t tmpfs -o size="$1" tmpfs out && cp -R old/. out && shift &&
        "$@" 2>err
        echo $? >status
        rm -rf after && cp -R out after' sh "$@"
}
again
if unshare -m mount -t tmpfs -o size=1m tmpfs out 2>/dev/null; then
    rm -rf out && mkdir out
    small "$(($(du -sk old | cut -f 1) + 150))k" "$envoi" batch letter.md --to to.yaml --from many.csv \
        --with letters,envelopes,labels -o out
    rm -rf out && mv after out
    status=$(cat status)
    look "a full disk"
    tell "a full disk" 3 'cannot write: No space left on device; nothing was written'
else
    skipped=$((skipped + 1))
fi

echo "killed $kills times in a run of $lasts ms: $count_old times the old files, $count_new times the new ones"
echo "stops: $passed passed, $failed failed, $skipped skipped"
[ $failed -eq 0 ]
