#!/bin/sh
# fuzz.sh BUILD_DIR - each libFuzzer target for FUZZ_SECONDS on its corpus.
#
# New inputs go into BUILD_DIR/corpus, not into the tree. What crashes is kept
# as BUILD_DIR/crash-*: mend it, then put it into tests/fuzz/corpus/NAME/.
set -eu
cd "$(dirname "$0")/.."
B=$1
: "${FUZZ_SECONDS:=30}"
export ENVOI_DATA="$PWD" LC_ALL=C.UTF-8 SOURCE_DATE_EPOCH=1767225600
export LSAN_OPTIONS="suppressions=$PWD/tests/suppressions.lsan:print_suppressions=0"
passed=0 failed=0
for c in tests/fuzz/fuzz_*.c; do
    [ -e "$c" ] || continue
    name=$(basename "$c" .c)
    subject=${name#fuzz_}
    mkdir -p "$B/corpus/$subject" "tests/fuzz/corpus/$subject"
    dict=tests/fuzz/$subject.dict
    [ -e "$dict" ] || dict=tests/fuzz/$name.dict
    [ -e "$dict" ] || dict=
    if "$B/fuzz/$name" -max_total_time="$FUZZ_SECONDS" -timeout=25 \
        -rss_limit_mb=1024 -print_final_stats=1 -artifact_prefix="$B/" \
        ${dict:+-dict="$dict"} "$B/corpus/$subject" \
        "tests/fuzz/corpus/$subject" >"$B/$name.log" 2>&1; then
        passed=$((passed + 1))
        echo "ok      $name  $(sed -n 's/^stat::number_of_executed_units: */runs: /p' "$B/$name.log")"
    else
        failed=$((failed + 1))
        tail -n 40 "$B/$name.log"
        echo "FAILED  $name  (log: $B/$name.log)"
    fi
done
echo "fuzz: $passed passed, $failed failed, 0 skipped"
[ $failed -eq 0 ]
