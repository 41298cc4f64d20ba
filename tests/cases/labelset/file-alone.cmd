# A file without the word in front is what its root says.
cp -r "$CASE/glabels" "$CASE/labels.xml" "$CASE/one.template" "$CASE/list.yaml" .
echo '<html/>' >page.xml
for name in one.template "one.template#1" labels.xml "labels.xml#Acme A4/L1" \
    ./labels.xml#L1 glabels/other-templates.xml#X1 page.xml none.xml; do
    echo "== $name"
    envoi layouts "$name" 2>&1 | sed -n '1,3p'
done
envoi envelope list.yaml --on one.template -o out.pdf
echo "status $?"
