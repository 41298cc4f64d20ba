#!/bin/sh
# Documents in each format. Always: no file hangs. DOCUMENTS=full: LibreOffice saves
# those of ../shared/documents as .docx, .odt, .pdf and .html, and each must
# have the same text as the one it came from; then each is changed at random
# MUTATIONS (200) times and read.
# Closing line: N passed, N failed, N skipped.
set -u
cd "$(dirname "$0")/../.." || exit 3
B=${B:-$PWD/build/${KIND:-release}}
docdump=$B/tools/docdump
passed=0 failed=0 skipped=0
pass() { passed=$((passed + 1)); }
fail() {
    failed=$((failed + 1))
    echo "failed $1"
}
finish() {
    echo "documents: $passed passed, $failed failed, $skipped skipped"
    [ $failed -eq 0 ]
    exit
}

# ---- no hang: far more than a busy machine needs ----
most=30
for file in tests/cases/document/appeal.*; do
    case $file in *.cmd | *.out) continue ;; esac
    if timeout $most "$docdump" --text "$file" >/dev/null; then
        pass
    else
        fail "$file takes more than $most s, or is not read"
    fi
done

# ---- LibreOffice ----
if [ "${DOCUMENTS-}" != full ]; then
    skipped=$((skipped + 1))
    finish
fi
if ! command -v soffice >/dev/null || ! [ -d ../shared/documents ]; then
    echo "soffice (libreoffice-writer-nogui) or ../shared/documents is missing"
    skipped=$((skipped + 1))
    finish
fi
work=$(mktemp -d "${TMPDIR:-/tmp}/envoi-documents.XXXXXX") || exit 3
trap 'rm -rf "$work"' EXIT
mkdir "$work/txt"
cp ../shared/documents/*.txt "$work/txt"
for format in docx odt pdf html; do
    soffice "-env:UserInstallation=file://$work/profile" --headless \
        --infilter='Text (encoded):UTF8,LF,,,' --convert-to $format \
        --outdir "$work/$format" "$work"/txt/*.txt >/dev/null 2>&1
done
for text in "$work"/txt/*.txt; do
    name=$(basename "$text" .txt)
    "$docdump" "$text" >"$work/wanted"
    for format in docx odt pdf html; do
        "$docdump" "$work/$format/$name.$format" >"$work/got" 2>&1
        if cmp -s "$work/wanted" "$work/got"; then
            pass
        else
            fail "$name.$format"
            diff "$work/wanted" "$work/got" | cut -c1-150 | head -n 10
        fi
    done
done

# ---- random changes ----
for file in "$work"/txt/*.txt "$work"/docx/*.docx "$work"/odt/*.odt \
    "$work"/html/*.html "$work"/pdf/*.pdf; do
    if "$B/tools/docmutate" "${MUTATIONS:-200}" 1 "$file"; then
        pass
    else
        fail "changes of $file"
    fi
done
finish
