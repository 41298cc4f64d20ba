# lines.awk - what envoi sets on labels, from its --dump=display, for the
# programs beside it: a line is size, language, a tab and the text, and a blank
# line stands between labels. With -v csv=1, a table for gLabels: a label is a
# row of seven fields, whose Chinese line gLabels breaks itself.
#
# A run of glyphs on the line of the one before it continues that; a line that
# is not below the one before it, or not flush with it, begins a label.
function field(s) {
    gsub(/"/, "\"\"", s)
    return "\"" s "\""
}
# Lines of one Chinese line are one field.
function end_line() {
    if (text == "")
        return
    if (!csv)
        printf "%s %s\t%s\n", size, lang, text
    else if (n && lang == was && lang ~ /^zh/)
        fields[n] = fields[n] text
    else
        fields[++n] = text
    was = lang
    text = ""
}
# The last field is the country, whatever there is of a place before it.
function end_label(i, row) {
    end_line()
    if (csv && n) {
        if (n > 7 || n < 4) {
            print "lines.awk: a label has " n " lines, not 7" >"/dev/stderr"
            exit 1
        }
        for (i = 1; i < n; i++)
            row = row field(fields[i]) ","
        for (; i < 7; i++)
            row = row ","
        print row field(fields[n])
    } else if (seen) {
        print ""
    }
    n = 0
}
BEGIN { if (csv) print "l1,l2,l3,l4,l5,l6,l7" }
/^P:[^ ]* [0-9.]+ [0-9.]+ glyphs / {
    run = $0
    sub(/^[^"]*"/, "", run)
    sub(/"$/, "", run)
    same = $3 == y && $2 > x && seen
    if (!same) {
        if (!seen || $2 != left || $3 < y)
            end_label()
        else
            end_line()
        left = $2
        size = $6
        lang = substr($1, 3)
    }
    text = text run
    x = $2
    y = $3
    seen = 1
}
END { end_label() }
