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
# A letter whose last line would stand on a second page is on one; what is longer
# than that is printed on as many as it takes, and told once.
sed 's/^Dear [^,]*,.*/&\n\n'"$(for i in 1 2 3 4 5 6; do
    printf 'For years the work of people like this has been a matter of public record, and those who did it were praised by the very offices that now hold them, which is why I write to you at such length. '
done)"'/' en-modern.txt >one.txt
sed 's/^Dear [^,]*,.*/&\n\n'"$(for i in $(seq 16); do
    printf 'For years the work of people like this has been a matter of public record, and those who did it were praised by the very offices that now hold them, which is why I write to you at such length.\\n\\n'
done)"'/' en-modern.txt >two.txt
for long in one two; do
    envoi import $long.txt -o $long >/dev/null
    grep -n '^fit' $long/letter.en.md
    envoi pack $long --packs 2 --origin FR --after-deadline -o $long-packs 2>&1 | grep 'pages, not'
    cut -d, -f1,3,8- $long-packs/manifest.csv
done
