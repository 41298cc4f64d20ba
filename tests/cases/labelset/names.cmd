# A collection's sheet by brand and part, in any case; by the part alone; one
# that is the same as another in another file; LibreOffice's.
cp -r "$CASE/glabels" "$CASE/labels.xml" "$CASE/one.template" "$CASE/list.yaml" .
export ENVOI_GLABELS=glabels ENVOI_LABELS_XML=labels.xml
for name in glabels:acme/l1 glabels:X1 "GLABELS:Bolt & Co/L1" glabels:L2 \
    "libreoffice:acme a4/l1" libreoffice:L1 "libreoffice:Acme A4/L2 Spine" \
    "glabels:one.template" "glabels:one.template#1" \
    "glabels:glabels/other-templates.xml#X1" \
    "glabels:glabels#Acme/L6" "libreoffice:labels.xml#Acme A4/Asia/L1"; do
    echo "== $name"
    envoi layouts "$name" || exit
done
