# A target without an address, as the post did not go there then.
cp "$CASE/en-post.txt" .
envoi import en-post.txt -o appeal
cat appeal/targets.yaml
