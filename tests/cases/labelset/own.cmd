# gLabels' grid of a sheet that envoi has itself is another one: said, and used
# as it was asked for.
cat >avery.template <<'END'
<Glabels-templates>
  <Template brand="Avery" part="L7163" size="A4" description="Mailing labels">
    <Label-rectangle id="0" width="99.1mm" height="38.1mm" round="1.76mm">
      <Layout nx="2" ny="7" x0="3.35mm" y0="15.1mm" dx="103.01mm" dy="38.1mm"/>
    </Label-rectangle>
  </Template>
  <Template brand="Avery" part="L7159" size="A4">
    <Label-rectangle id="0" width="64mm" height="33.9mm">
      <Layout nx="3" ny="8" x0="6.5mm" y0="13mm" dx="66.5mm" dy="33.9mm"/>
    </Label-rectangle>
  </Template>
  <Template brand="Avery" part="L7160" size="A4">
    <Label-rectangle id="0" width="64mm" height="33.9mm">
      <Layout nx="3" ny="8" x0="6.5mm" y0="13mm" dx="66.5mm" dy="33.9mm"/>
    </Label-rectangle>
  </Template>
</Glabels-templates>
END
export ENVOI_GLABELS=avery.template
for name in L7163 L7159 L7160; do
    envoi layouts glabels:Avery/$name 2>&1 | sed -n '1,2p;/note:/p'
done
