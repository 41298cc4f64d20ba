# Sheets of gLabels and LibreOffice in a ledger that lies in another folder: a
# name is a name wherever the ledger is, a file is named as seen from it.
cp -r "$CASE/../labelset/glabels" "$CASE/../labelset/labels.xml" .
export ENVOI_GLABELS=$PWD/glabels ENVOI_LABELS_XML=$PWD/labels.xml
mkdir office
cat >list.csv <<'END'
name,city,country
Ana,Paris,FR
END
run() { envoi labels "$@" --origin FR -o /dev/null; }
for on in glabels:acme/l1 glabels:Acme/L1 "libreoffice:Acme A4/L1" \
    glabels:glabels/other-templates.xml#X1 ./labels.xml#L1; do
    run list.csv --on "$on" --ledger office/drawer.yaml || exit
    run list.csv --on "$on" --ledger office/drawer.yaml || exit
done
(cd office && run ../list.csv --on ../labels.xml#L1 --ledger drawer.yaml)
sed 1,3d office/drawer.yaml
envoi check office/drawer.yaml
