# Every sheet of a file that cannot be used is named, with the reason.
cp -r "$CASE/glabels" "$CASE/labels.xml" "$CASE/one.template" .
for file in glabels/acme-templates.xml labels.xml one.template glabels glabels/notes.xml; do
    echo "== $file"
    envoi check "$file" 2>&1
    echo "-> $?"
done
