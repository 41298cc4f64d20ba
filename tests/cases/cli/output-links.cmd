# A link stays a link: what it points to is replaced or made, in its own
# folder. A link into nowhere and a circle are errors.
cat >list.yaml <<'END'
- name: Example Office
  lines: [1 Example Lu]
  city: Urumqi
  country: CN
END
mkdir there
echo old >there/x.pdf
ln -s there/x.pdf old.pdf
ln -s there/y.pdf new.pdf
ln -s new.pdf second.pdf
ln -s nosuch/z.pdf nowhere.pdf
ln -s circle.pdf circle.pdf
for f in old new second nowhere circle; do
    envoi labels list.yaml --origin FR -o $f.pdf
    echo "$f: $?"
done
for f in old new second nowhere circle; do readlink $f.pdf; done
for f in there/*; do head -c 5 $f; echo " $f"; done
ls -A there
