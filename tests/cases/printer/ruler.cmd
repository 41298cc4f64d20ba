# The ruler stands inside what the printer prints, where that leaves room for it;
# else it is left out, and that is told.
for border in 5 8 12 40; do
    echo "border: {left: $border, top: $border, right: $border, bottom: $border}" >p.yaml
    for on in avery-l7163 avery-l7159 slips; do
        echo "-- $border mm, $on"
        envoi labels "$EXAMPLES/targets.csv" --on $on --origin FR --printer ./p.yaml -o x.pdf 2>&1 |
            grep -E 'ruler|100 mm|lines? '
        [ -e x.pdf ] && pdftotext x.pdf - | grep -c '^100.mm'
        rm -f x.pdf
    done
done
