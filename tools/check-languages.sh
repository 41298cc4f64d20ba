#!/bin/sh
# check-languages.sh [FILE...] - languages/*.yaml are whole and well formed.
#
# Every required word is there with its text and source, or under `missing`
# with what was looked at; valid UTF-8 in NFC; placeholders where they belong.
# The form of a file is in languages/README.md. Prints FILE:LINE: what is wrong.
set -u
cd "$(dirname "$0")/.." || exit 3
export LC_ALL=C
[ $# -gt 0 ] || set -- languages/*.yaml
wrong=0

for file in "$@"; do
    if [ ! -r "$file" ]; then
        echo "$file: cannot be read"
        wrong=1
    elif ! iconv -f UTF-8 -t UTF-8 "$file" >/dev/null 2>&1; then
        echo "$file: not valid UTF-8"
        wrong=1
    fi
done
[ $wrong -eq 0 ] || exit 1 # nothing below can read such bytes
if perl -MUnicode::Normalize -e 1 2>/dev/null; then
    perl -CSD -MUnicode::Normalize -ne '
        print "$ARGV:$.: not in NFC\n" and $bad = 1 if $_ ne NFC($_);
        close ARGV if eof;
        END { $? = $bad ? 1 : 0 }' "$@" || wrong=1
elif command -v uconv >/dev/null; then
    for file in "$@"; do
        uconv -f UTF-8 -t UTF-8 -x any-nfc "$file" | cmp -s - "$file" ||
            { echo "$file: not in NFC" && wrong=1; }
    done
else
    echo "check-languages.sh: NFC needs perl or uconv (icu-devtools)" >&2
    exit 3
fi

awk '
function bad(why) { printf "%s:%d: %s\n", file, line, why; errors++ }
function count(s, part,    n, at) {
    while ((at = index(s, part))) { n++; s = substr(s, at + length(part)) }
    return n + 0
}
# The text between the quotes; only \" and \\ are escapes here.
function unquote(s,    t) {
    if (s !~ /^".*"$/ || length(s) < 3) { bad("expected \"text\""); return "" }
    s = substr(s, 2, length(s) - 2)
    t = s; gsub(/\\["\\]/, "", t)
    if (t ~ /["\\]/) bad("only \\\" and \\\\ are escaped")
    return s
}
function check_text(s,    i, braces) {
    if (s ~ /^[ \t]|[ \t]$/) bad(key ": space at an end of the text")
    for (i in controls)
        if (index(s, controls[i])) bad(key ": bidi control in the text")
    braces = count(s, "{")
    if (key == "page-of") {
        if (count(s, "{page}") != 1 || count(s, "{pages}") != 1 || braces != 2)
            bad("page-of: {page} and {pages}, once each")
    } else if (key == "weight") {
        if (count(s, "{grams}") != 1 || braces != 1) bad("weight: {grams}, once")
    } else if (key == "on-each") {
        if (count(s, "{labels}") != 1 || braces != 1) bad("on-each: {labels}, once")
    } else if (key == "label") {
        if (count(s, "{label}") != 1 || braces != 1) bad("label: {label}, once")
    } else if (key == "pack-of") {
        if (count(s, "{pack}") != 1 || count(s, "{packs}") != 1 || braces != 2)
            bad("pack-of: {pack} and {packs}, once each")
    } else if (key ~ /^list-/) {
        if (count(s, "{0}") != 1 || count(s, "{1}") != 1 || braces != 2)
            bad(key ": {0} and {1}, once each")
    } else if (braces || count(s, "}")) bad(key ": a brace in the text")
}
function end_entry() {
    if (key == "" || key == "missing") return
    if (!has["text"]) bad(key ": no text")
    if (!has["source"]) bad(key ": no source")
}
function end_file(    i) {
    if (file == "") return
    end_entry()
    if (!("missing" in seen)) bad("no `missing` at the end (missing: {})")
    for (i = 1; i <= required; i++)
        if (!(word[i] in seen) && !(word[i] in lacks))
            bad("no \"" word[i] "\", and `missing` does not list it")
    for (i = 1; i <= shopping; i++)
        if (("shopping" in seen) && !(list[i] in seen))
            bad("no \"" list[i] "\" beside shopping")
    for (i = 1; i <= calibrate; i++)
        if (("calibrate" in seen) && !(page[i] in seen))
            bad("no \"" page[i] "\" beside calibrate")
    for (i in lacks) if (i in seen) bad("\"" i "\" is there and in `missing`")
}
BEGIN {
    required = split("enclosures copies postscript subject page page-of " \
        "your-reference our-reference date phone fax email name address " \
        "signature print-100 cut", word, " ")
    for (i = 1; i <= required; i++) known[word[i]]
    n = split("to from your-letter customer-number invoice-number mobile " \
        "website bank-account label quote-open quote-close " \
        "quote-inner-open quote-inner-close list-two list-middle list-last " \
        "pack-of letters envelopes slips labels deadline not-before not-after " \
        "case pronouns demands write-to other-ways social report language " \
        "country number total tally petition undersigned sign-up " \
        "do-own-words do-polite dont-number dont-insult dont-words no-return " \
        "step-write step-fold step-cut step-stick step-stamp step-post " \
        "step-count do-together",
        more, " ")
    for (i = 1; i <= n; i++) known[more[i]]
    shopping = split("shopping numbers paper covers cards sign-up-sheet " \
        "both-sides to-cut each-copy label-sheets on-each part-used any-size " \
        "no-envelopes cut-fronts stamps weight with-envelope reckoned " \
        "without-envelope weigh", list, " ")
    calibrate = split("calibrate calibrate-print calibrate-fold " \
        "calibrate-stairs calibrate-bars calibrate-edges calibrate-feed " \
        "calibrate-type calibrate-back calibrate-back-stairs " \
        "calibrate-upright calibrate-upside-down calibrate-corner", page, " ")
    for (i = 1; i <= shopping; i++) known[list[i]]
    for (i = 1; i <= calibrate; i++) known[page[i]]
    # U+200E, U+200F, U+061C, U+202A to U+202E, U+2066 to U+2069
    split("\342\200\216 \342\200\217 \330\234 \342\200\252 \342\200\253 " \
        "\342\200\254 \342\200\255 \342\200\256 \342\201\246 \342\201\247 " \
        "\342\201\250 \342\201\251", controls, " ")
}
FNR == 1 {
    end_file()
    file = FILENAME; files++; key = ""
    split("", seen); split("", lacks)
    line = 1
    tag = file; sub(/.*\//, "", tag)
    if (index($0, "# languages/" tag " - ") != 1)
        bad("line 1 is \"# languages/" tag " - what it is\"")
}
{ line = FNR }
/^#/ || /^$/ { next }
/^missing: \{\}$/ { end_entry(); key = "missing"; seen[key]; next }
/^[a-z0-9-]+:$/ {
    end_entry()
    key = substr($0, 1, length($0) - 1)
    if ("missing" in seen) bad("`missing` is the last key")
    if (key in seen) bad("\"" key "\" a second time")
    if (key != "missing" && !(key in known)) bad("unknown word \"" key "\"")
    seen[key]; has["text"] = has["source"] = 0
    if (key != "missing") entries++
    next
}
/^  [a-z0-9-]+: / {
    field = $0; sub(/^  /, "", field); sub(/: .*/, "", field)
    value = $0; sub(/^  [a-z0-9-]+: /, "", value); value = unquote(value)
    if (key == "missing") {
        if (!(field in known)) bad("unknown word \"" field "\"")
        if (field in lacks) bad("\"" field "\" a second time")
        lacks[field]; missing++
    } else if (field == "text" || field == "source") {
        if (has[field]) bad(key ": " field " a second time")
        has[field] = 1
        if (field == "text") check_text(value)
    } else bad("expected text or source, found \"" field "\"")
    next
}
{ bad("not of the form in languages/README.md") }
END {
    end_file()
    printf "languages: %d files, %d words, %d missing, %d errors\n",
        files, entries, missing, errors
    exit errors > 0
}' "$@" || wrong=1
exit $wrong
