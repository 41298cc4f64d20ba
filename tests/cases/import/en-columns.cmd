# Two addresses side by side, parted by blanks, then by tabs; a label beside its
# value is no column.
for file in en-columns en-columns-tabs; do
    cp "$CASE/$file.txt" .
    envoi import "$file.txt" -o "$file" >"$file.log"
    grep -n Letters "$file/case.en.md"
    sed 1d "$file/targets.yaml"
done
