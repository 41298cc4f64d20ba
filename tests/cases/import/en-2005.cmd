# The layout of 2005: appeals, copies, remarks on fax machines.
cp "$CASE/en-2005.txt" .
envoi import en-2005.txt -o appeal
cat appeal/targets.yaml
