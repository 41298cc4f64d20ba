#!/bin/sh
# run-import.sh - real documents: fields, letters word for word, other formats.
#
# The documents are not part of the project: they are read from
# ../shared/documents (or $ENVOI_DOCUMENTS) and skipped where that is not there.
# tests/import/NNN.tsv is what a person read in document NNN, without its
# sentences. With IMPORT=full the documents are also saved as .docx, .odt, .pdf
# and .html by LibreOffice, and must become the same folders.
set -u

root=$(cd "$(dirname "$0")/.." && pwd) || exit 3
: "${B:=$root/build/release}"
export PATH="$B:$B/tools:$PATH" ENVOI_DATA="${ENVOI_DATA:-$root}" LC_ALL=C.UTF-8
documents=${ENVOI_DOCUMENTS:-$root/../shared/documents}
scratch=$(mktemp -d "${TMPDIR:-/tmp}/envoi-import.XXXXXX") || exit 3
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM HUP
export XDG_CONFIG_HOME="$scratch/config"

passed=0 failed=0 skipped=0
ok() { passed=$((passed + 1)); }
wrong() { failed=$((failed + 1)); echo "failed: $*"; }
# same WHAT EXPECTED GOT
same() {
    if cmp -s "$2" "$3"; then ok; else
        wrong "$1"
        diff -u --label expected --label found "$2" "$3"
    fi
}

# A line of the document as text: without marks of lists and of Markdown.
line() {
    sed -n "$2p" "$1" | tr -d '\r' | sed -E 's/\*\*//g; s/^[[:space:]]*[-•][[:space:]]+//; s/^[[:space:]]+//; s/[[:space:]]+$//; s/\[([^]]*)\]\([^)]*\)/\1/g'
}
# The table with each @N as what stands there.
fill() {
    grep -v '^#' "$2" | while IFS= read -r row; do
        value=${row##*	}
        case $value in
        @[0-9]*)
            at=${value#@} words=
            case $at in */*) words=${at#*/} at=${at%%/*} ;; esac
            text=$(line "$1" "$at")
            [ -z "$words" ] || text=$(printf '%s\n' "$text" | cut -d' ' -f"$words" | sed 's/[;.]$//')
            printf '%s\t%s\n' "${row%	*}" "$text"
            ;;
        *) printf '%s\n' "$row" ;;
        esac
    done
}

# Words of lines $2 to $3 of the document, and of a letter's body.
document_words() {
    sed -n "$2,$3p" "$1" | tr -d '\r' | sed -E 's/\*\*//g; s/^[[:space:]]*[-•][[:space:]]+//' | tr -s ' \t\n' '\n' | sed '/^$/d'
}
letter_words() {
    awk 'seen > 1; /^---$/ { seen++ }' "$1" | sed -E 's/\*\*//g; s/^- //; s/\\(.)/\1/g' | tr -s ' \n' '\n' | sed '/^$/d'
}

check_document() {
    doc=$1 name=$2
    fill "$doc" "$root/tests/import/$name.tsv" >"$scratch/want"
    importfields "$doc" >"$scratch/got" 2>&1
    same "fields of $name" "$scratch/want" "$scratch/got"
    envoi import "$doc" -o "$scratch/$name" >/dev/null 2>"$scratch/err" || wrong "import of $name: $(cat "$scratch/err")"
    document_words "$doc" "$3" "$4" >"$scratch/want"
    letter_words "$scratch/$name/letter.en.md" >"$scratch/got"
    [ -s "$scratch/got" ] || wrong "$name: an empty letter"
    same "words of the letter of $name" "$scratch/want" "$scratch/got"
    document_words "$doc" "$5" "$6" | sed 's/^\[bookmark:$//; s/^_GoBack\]//; s/\[documented\](#)/documented/' | sed '/^$/d' >"$scratch/want"
    letter_words "$scratch/$name/case.en.md" | sed '/^##$/d' >"$scratch/got"
    same "words of the case of $name" "$scratch/want" "$scratch/got"
    if envoi check "$scratch/$name" 2>"$scratch/err"; then ok; else
        wrong "check of $name: $(cat "$scratch/err")"
    fi
    if envoi pack "$scratch/$name" --packs 3 --after-deadline --origin GB \
        -o "$scratch/$name.packs" >/dev/null 2>"$scratch/err"; then ok; else
        wrong "packs of $name: $(cat "$scratch/err")"
    fi
}

# The folders without the places, which are another text's.
plain() {
    for file in "$1"/*; do
        echo "== ${file##*/}"
        grep -v '^ *#' "$file" | sed -E 's/  # .*//'
    done
}
check_formats() {
    doc=$1 name=$2
    for format in docx odt pdf html; do
        mkdir -p "$scratch/$format"
        cp "$doc" "$scratch/$format/$name.txt"
        (cd "$scratch/$format" && soffice -env:UserInstallation="file://$scratch/lo" \
            --headless --infilter="Text (encoded):UTF8" --convert-to "$format" "$name.txt") >/dev/null 2>&1
        if ! envoi import "$scratch/$format/$name.$format" -o "$scratch/$format/$name" >/dev/null 2>"$scratch/err"; then
            wrong "$name.$format: $(cat "$scratch/err")"
            continue
        fi
        plain "$scratch/$name" >"$scratch/want"
        plain "$scratch/$format/$name" >"$scratch/got"
        same "$name.$format is the same folder" "$scratch/want" "$scratch/got"
    done
}

found=
for doc in "$documents"/00[0124]_*.txt; do
    [ -e "$doc" ] || continue
    found=1
    # First and last lines of the letter's body and of the additional
    # information.
    case ${doc##*/} in
    000_*) check_document "$doc" 000 33 45 56 70 ;;
    001_*) check_document "$doc" 001 26 34 39 45 ;;
    002_*) check_document "$doc" 002 20 29 34 43 ;;
    004_*) check_document "$doc" 004 35 45 56 76 ;;
    esac
done
if [ -z "$found" ]; then
    skipped=$((skipped + 1))
else
    # What one document gives of a place another gets, with its source.
    book=$scratch/book.yaml
    envoi import "$documents"/002_*.txt --book "$book" --learn >/dev/null 2>&1
    envoi import "$documents"/004_*.txt --book "$book" >"$scratch/got"
    if grep -q 'line 1:zh  *新疆维吾尔自治区乌鲁木齐市830041天山区中山路479号.*which has it from 002_' "$scratch/got"; then ok; else
        wrong "the address of 002 does not come to 004"
    fi
    for doc in "$documents"/003_*.txt; do
        envoi import "$doc" -o "$scratch/003" >/dev/null 2>&1
        if [ $? -eq 1 ] && [ ! -e "$scratch/003" ]; then ok; else wrong "003 is no Urgent Action"; fi
        envoi import "$doc" --as letter -o "$scratch/003.md" >/dev/null 2>&1 || wrong "003 as a letter"
        sed -n '/^---$/,/^---$/p' "$scratch/003.md" | sed -E 's/  # .*//; s/:.*//' |
            grep -E '^[a-z]+$' | xargs >"$scratch/got"
        echo "lang letterhead reference date subject salutation closing signature office" >"$scratch/want"
        same "fields of 003 as a letter" "$scratch/want" "$scratch/got"
        grep -c '\[^1\]' "$scratch/003.md" >"$scratch/got"
        echo 2 >"$scratch/want"
        same "the footnote of 003" "$scratch/want" "$scratch/got"
    done
    if [ "${IMPORT-}" = full ] && command -v soffice >/dev/null; then
        for doc in "$documents"/00[0124]_*.txt; do
            base=${doc##*/}
            check_formats "$doc" "${base%%_*}"
        done
    fi
fi

echo "$passed passed, $failed failed, $skipped skipped"
[ $failed -eq 0 ]
