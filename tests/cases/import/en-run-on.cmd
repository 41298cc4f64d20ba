# A web page whose lines ran together: a target, the letter and its heading.
cp "$CASE/en-run-on.txt" .
envoi import en-run-on.txt -o appeal
cat appeal/targets.yaml
# A PDF does not say that a line ends which is full: what is found is the same.
cp "$CASE/en-modern.txt" .
sed -e '/^PREFERRED LANGUAGE/N' -e '/^PLEASE TAKE ACTION.*UNTIL/N' -e 's/\n/ /' en-modern.txt >joined.txt
diff en-modern.txt joined.txt
for f in en-modern joined; do
    envoi import $f.txt | sed -e 1d -e 's/ *([^()]*)$//' >$f.report
done
diff en-modern.report joined.report && echo "the same"
