#!/bin/sh
# run-labelsets.sh - all label sheets of gLabels and LibreOffice, of the
# versions that the counts below are of: how many can be used, and why the
# others cannot. LibreOffice's file, which is too large a package for a test, is
# ENVOI_SHEETS_XML or the installed one; what is not here is skipped.
set -u
root=$(cd "$(dirname "$0")/.." && pwd) || exit 3
: "${B:=$root/build/release}"
export PATH="$B:$PATH" ENVOI_DATA="${ENVOI_DATA:-$root}" LC_ALL=C.UTF-8
scratch=$(mktemp -d "${TMPDIR:-/tmp}/envoi-labelsets.XXXXXX") || exit 3
trap 'rm -rf "$scratch"' EXIT
passed=0 failed=0 skipped=0

# Reasons without names and numbers, and how often each is given.
reasons() {
    sed -nE 's/^[^ ]*: (error|warning): ([^:]*: )?//p' "$1" |
        sed -E 's/^[^:]*: (a label|column|row|labels|these|this)/\1/
            s/[0-9]+(\.[0-9]+)?/N/g; s/(round|height|width)="[^"]*"/LENGTH/' |
        sort | uniq -c | sed 's/^ *//'
}
# expect NAME PATH: standard input is what it should be.
expect() {
    envoi check "$2" >"$scratch/out" 2>"$scratch/err"
    { sed -n 's/^.*: note: //p' "$scratch/err"; reasons "$scratch/err"; } >"$scratch/got"
    if diff -u - "$scratch/got"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "failed $1"
    fi
}
skip() {
    cat >/dev/null
    skipped=$((skipped + 1))
    echo "skipped $1"
}

templates=/usr/share/libglabels-3.0/templates
glabels() {
    sum=$(cat $templates/*.xml 2>/dev/null | sha256sum | cut -c1-16)
    if [ "$sum" = 57bd9e68bec59dc9 ]; then
        expect "gLabels 3.4.1" $templates
    else
        skip "gLabels: not glabels-data 3.4.1-4"
    fi
}
labels=${ENVOI_SHEETS_XML:-/usr/lib/libreoffice/share/labels/labels.xml}
libreoffice() {
    sum=$(sha256sum "$labels" 2>/dev/null | cut -c1-16)
    if [ "$sum" = 34d17b3efa49e69d ]; then
        expect "LibreOffice 7.4.7" "$labels"
    else
        skip "LibreOffice: no labels.xml of 7.4.7"
    fi
}

glabels <<'END'
1711 of 1756 label sheets of gLabels can be used
1 LENGTH is not a length such as Nmm, Ncm, Nin or Npt
27 a label of N x N mm has no room for text, which keeps N mm from each edge
1 a label of N x N mm has no room for text, which keeps N mm from each edge and from the hole
7 column N ends N mm right of the sheet
1 labels N and N overlap by N mm
3 labels overlap by N mm: N mm high, one every N mm
6 row N ends N mm below the sheet
1 xN is empty; it is taken for N, as gLabels does
END
libreoffice <<'END'
1910 of 1981 label sheets of LibreOffice can be used
6 a label of N x N mm has no room for text, which keeps N mm from each edge
1 column N ends N mm right of the sheet
1 labels overlap by N mm: N mm high, one every N mm
1 labels overlap by N mm: N mm wide, one every N mm
3 row N ends N mm below the sheet
2 these labels are called round, but are N mm wide and N mm high
6 these labels have a shape of their own, which the file does not describe
52 this is a label for a disc, and the file does not say how wide the hole in it is; gLabels' templates do
END
echo "label sheets: $passed passed, $failed failed, $skipped skipped"
[ $failed -eq 0 ]
