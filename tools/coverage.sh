#!/bin/sh
# coverage.sh BUILD_DIR - lines of src/ that the last run of the suite reached.
set -eu
cd "$(dirname "$0")/.."
find "$1" -name '*.gcno' ! -path '*/unit/*' ! -path '*/tools/*' \
    ! -path '*/fuzz/*' -exec gcov -n {} + 2>/dev/null |
    awk -F "[':% ]+" '
        /^File / { file = $2; next }
        /^Lines executed/ && file ~ /^src\/.*\.c$/ {
            all[file] = $5; run[file] = int($3 * $5 / 100 + 0.5)
        }
        { file = "" }
        END {
            for (f in all) printf "%6.1f %%  %5d of %5d  %s\n",
                100 * run[f] / all[f], run[f], all[f], f | "sort -k6"
            close("sort -k6")
            for (f in all) { a += all[f]; r += run[f] }
            if (a) printf "%6.1f %%  %5d of %5d  all\n", 100 * r / a, r, a
        }'
