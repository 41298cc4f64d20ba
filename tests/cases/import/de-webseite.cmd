# A page of the German section: what is asked for in points, copies.
cp "$CASE/de-webseite.txt" .
envoi import de-webseite.txt -o appeal
cat appeal/targets.yaml
