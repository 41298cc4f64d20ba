#!/bin/sh
# bench.sh BUILD_DIR - envoi beside a Pango and cairo program on the same
# pages. RUNS=31 runs of each, turn about; times in ms, memory in MB.
set -eu
cd "$(dirname "$0")/.."
B=$1
: "${RUNS:=31}"
out=$(mktemp -d "${TMPDIR:-/tmp}/envoi-bench.XXXXXX")
trap 'rm -rf "$out"' EXIT
export LC_ALL=C.UTF-8 ENVOI_DATA="$PWD"

echo "$RUNS runs each, turn about, a fresh process each time, files cached."
printf '%-10s %-8s %9s %9s %9s %9s %9s\n' page program \
    'wall min' 'median' 'CPU min' 'median' 'peak MB'
"$B/bench/run" "$RUNS" labels -- \
    "$B/envoi" labels bench/labels.yaml --on avery-l7159 --origin FR \
    -o "$out/labels.pdf" -- \
    "$B/bench/labels-pango" bench/labels.txt "$out/labels-pango.pdf"
"$B/bench/run" "$RUNS" letter -- \
    "$B/envoi" letter bench/letter.md -o "$out/letter.pdf" -- \
    "$B/bench/letter-pango" bench/letter.txt "$out/letter-pango.pdf"
for page in labels letter; do
    echo "$page: envoi $(wc -c <"$out/$page.pdf") bytes," \
        "pango $(wc -c <"$out/$page-pango.pdf") bytes"
done
