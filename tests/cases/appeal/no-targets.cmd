# A folder without targets: one error, not one more for each note on a target.
cp -R "$EXAMPLES/kamile-wayit" appeal
rm appeal/targets.yaml
envoi check appeal 2>&1 | grep error
envoi pack appeal --origin FR --after-deadline -o out 2>&1 | grep error
ls
