# Files made to hurt: each its error, exit 1, and nothing written.
printf '<?xml version="1.0"?>\n<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>\n<Glabels-templates>&b;</Glabels-templates>\n' >bomb.xml
printf '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n<Glabels-templates>&a;</Glabels-templates>\n' >fetch.xml
printf '<Glabels-templates><Template brand="A" part="1\000"/></Glabels-templates>' >nul.xml
printf '<Glabels-templates>' >deep.xml
head -c 3000000 /dev/zero | sed 's/\x00/<a>/g' >>deep.xml
truncate -s 100M huge.xml
entry() {
    printf '<Glabels-templates><Template brand="A" part="1" size="A4"><Label-rectangle width="%s" height="40mm"><Layout nx="%s" x0="%s"/></Label-rectangle></Template></Glabels-templates>' "$1" "$2" "$3"
}
entry nan 1 0 >nan.xml
entry inf 1 0 >inf.xml
entry -60mm 1 0 >negative.xml
entry 1e308in 99999999999999999999 -1e99 >numbers.xml
entry 2000mm 1000 -2000mm >large.xml
printf '<manufacturers><manufacturer name="A"><label><name>1</name><measure>S;99999999999999999999;1;1;1;1;1;1;1;1;1</measure></label></manufacturer></manufacturers>' >lo.xml
printf 'PK\003\004 no xml' >zip.xml
: >empty.xml
for file in bomb fetch nul deep huge nan inf negative numbers large zip empty; do
    echo "== $file"
    timeout 10 envoi labels "$CASE/list.yaml" --on "glabels:$file.xml#A/1" --origin FR -o x.pdf 2>&1
    echo "-> $?"
done
echo "== lo"
envoi labels "$CASE/list.yaml" --on libreoffice:lo.xml --origin FR -o x.pdf 2>&1
echo "-> $?"
ls -A | grep pdf || echo "no PDF"
