# Sheets of other programs: those that fit, named so that --on takes the name.
cp -r "$CASE/glabels" "$CASE/labels.xml" "$CASE/one.template" "$CASE/list.yaml" .
export ENVOI_GLABELS=glabels ENVOI_LABELS_XML=labels.xml
envoi layouts --search parcel
echo
envoi layouts --search "acme l"
echo
envoi layouts --list labels | tail -n 1
