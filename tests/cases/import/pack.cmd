# What is imported is checked and printed with no edit.
cp "$CASE"/en-modern.txt "$CASE"/fr.txt "$CASE"/zh.txt "$CASE"/en-old.txt .
envoi import en-modern.txt fr.txt zh.txt -o appeal >/dev/null
envoi check appeal 2>/dev/null || echo "status $?"
envoi pack appeal --packs 2 --lang en,fr,zh --origin FR -o packs 2>/dev/null || echo "status $?"
cut -d, -f1-4 packs/manifest.csv
# A document without a model letter: ruled lines.
envoi import en-old.txt -o old >/dev/null
envoi check old 2>/dev/null || echo "status $?"
envoi pack old --packs 1 --origin GB --after-deadline -o oldpacks 2>/dev/null || echo "status $?"
cut -d, -f1-4 oldpacks/manifest.csv
