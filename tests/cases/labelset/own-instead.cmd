# A sheet that cannot be used, and that envoi has itself; a number that is not
# there is not taken for another one.
cat >labels.xml <<'END'
<manufacturers>
 <manufacturer name="Avery Zweckform">
  <label id="1"><name>L7162 Laser-Etiketten</name>
   <measure>S;10160;33870;9906;3387;467;1302;2;8;21000;29700</measure></label>
  <label id="2"><name>L7163 Laser-Etiketten</name>
   <measure>S;10160;3810;9906;3810;467;1515;2;7;21000;29700</measure></label>
 </manufacturer>
</manufacturers>
END
export ENVOI_LABELS_XML=labels.xml
for part in L7162 L7166 L7136 L9999; do
    envoi layouts "libreoffice:Avery Zweckform/$part" 2>&1
    echo "status $?"
done
