# What one document says of a place in Chinese another gets, with its source;
# the owner's comments stay.
cp "$CASE/en-modern.txt" "$CASE/es.txt" "$CASE/de.txt" .
cat >book.yaml <<'YAML'
# My own book.

- id: somebody   # she moved in May
  name: Ana Ruiz
  lines: 12 Calle Ocho
  city: Sample
  country: ES
YAML
envoi import en-modern.txt --book book.yaml --learn >/dev/null
cat book.yaml
envoi import en-modern.txt --book book.yaml --learn >/dev/null
envoi import es.txt --book book.yaml -o es >/dev/null
cat es/targets.yaml
# The user's own book, where there is one.
mkdir -p config/envoi
cp book.yaml config/envoi/addresses.yaml
XDG_CONFIG_HOME=$PWD/config envoi import de.txt | grep address
XDG_CONFIG_HOME=$PWD/config envoi import de.txt | grep 'line 1:zh'
# No such book.
envoi import es.txt --book none.yaml | head -1
# One record alone cannot be added to.
printf 'id: a\nname: A\naddress: B\ncountry: FR\n' >one.yaml
envoi import en-modern.txt --book one.yaml --learn -o kept >/dev/null || echo "status $?"
cat one.yaml
[ ! -e kept ] || echo "written all the same"
# A first book.
envoi import en-modern.txt --book new.yaml --learn >/dev/null
head -3 new.yaml
