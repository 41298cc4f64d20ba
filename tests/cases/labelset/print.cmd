# Labels printed on a sheet of gLabels and one of LibreOffice.
cp -r "$CASE/glabels" "$CASE/labels.xml" "$CASE/one.template" "$CASE/list.yaml" .
export ENVOI_GLABELS=glabels ENVOI_LABELS_XML=labels.xml
envoi labels list.yaml --on glabels:Acme/L1 --origin FR -o - --dump=display | grep -c glyphs
envoi labels list.yaml --on "libreoffice:Acme A4/L1" --origin FR -o x.pdf
envoi layouts --draw glabels:L2 -o y.pdf
ls -A
