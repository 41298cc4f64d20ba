# Without the collections.
for name in glabels:Avery/L4730 "libreoffice:Avery A4/L7159"; do
    envoi layouts "$name" 2>&1
    echo "-> $?"
done
envoi layouts --search "Parcel Labels of Acme" 2>&1
export ENVOI_GLABELS="$PWD/a:$PWD/b"
envoi labels "$CASE/list.yaml" --on glabels:Avery/L4730 --origin FR -o x.pdf
status=$?
ls -A
exit $status
