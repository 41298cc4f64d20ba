# Where each post wants what on one envelope; rules of one's own are checked.
for origin in FR US DE CH BE CA AU GB; do
    echo "== $origin"
    envoi layouts c6 --origin $origin | sed -n '/^(mm)/,/^as the post/p' | grep -v '^$'
done
cp "$DATA/layouts/posts/fr.yaml" mine.yaml
envoi check mine.yaml
echo "check: $?"
sed -i 's/height: 40/hight: 40/' mine.yaml
envoi check mine.yaml
echo "check: $?"
