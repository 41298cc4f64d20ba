# many.awk - N offices from the 24 of bench/labels.yaml, each with a number of
# its own, so that no two labels are alike.
#
#     awk -v n=5000 -f bench/many.awk bench/labels.yaml
/^- id:/ { count++ }
!/^#/ { block[count] = block[count] $0 "\n" }
END {
    for (i = 1; i <= n; i++) {
        k = (i - 1) % count + 1
        text = block[k]
        gsub("office-" k "\n", "office-" i "\n", text)
        gsub("Office " k "\"", "Office " i "\"", text)
        gsub("\"" k " ", "\"" i " ", text)
        gsub("路" k "号", "路" i "号", text)
        printf "%s", text
    }
}
