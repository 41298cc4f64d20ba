# Numbers that cannot be are told before a page is made of them (make asan).
cat >labels.xml <<'E'
<?xml version="1.0"?>
<manufacturers>
 <manufacturer name="A">
  <label><name>X1</name><measure>S;9999999;9999999;9999999;9999999;9999999;9999999;9999999;9999999</measure></label>
 </manufacturer>
</manufacturers>
E
envoi labels "$EXAMPLES/targets.csv" --on libreoffice:labels.xml#X1 -o out.pdf
