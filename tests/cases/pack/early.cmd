# Before the first day that letters may be posted the covers say so; after the
# last one nothing is printed.
cp -R "$EXAMPLES/kamile-wayit" . && cp "$EXAMPLES/targets.yaml" . && cd kamile-wayit || exit
printf 'not_before: 2023-07-01\nnot_after: 2023-08-01\n' >>appeal.yaml
for day in 1688083200 1688169600 1690848000 1690934400; do # 06-30 07-01 08-01 08-02
    echo "-- $(date -u -d @$day +%F)"
    echo "-- $(date -u -d @$day +%F)" >&2
    SOURCE_DATE_EPOCH=$day envoi check .
    SOURCE_DATE_EPOCH=$day envoi pack . --origin GB --with cover -o out-$day && pdftotext out-$day/cover.pdf - | grep 'Do not post'
done
true
