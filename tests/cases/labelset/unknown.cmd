# Names that are not there, or more than one sheet's, or of another kind.
cp -r "$CASE/glabels" "$CASE/labels.xml" "$CASE/one.template" "$CASE/list.yaml" .
export ENVOI_GLABELS=glabels ENVOI_LABELS_XML=labels.xml
for name in glabels:Acme/L9 glabels:L1 glabels:zzzzzzzz "libreoffice:Acme A4/L2" \
    libreoffice:L4 glabels:Acme/L3 "glabels:glabels/acme-templates.xml" \
    glabels:none.xml "glabels:glabels/notes.xml#X" "glabels:labels.xml#L1" \
    "glabels:one.template#2"; do
    echo "== $name"
    envoi layouts "$name" 2>&1
    echo "-> $?"
done
echo "== an envelope"
envoi envelope list.yaml --on glabels:L2 --origin FR -o x.pdf 2>&1
echo "-> $?"
ls -A
