# What stands on the box is enough: the number, with or without its letter and
# brand, in any case. A number that two sheets have is asked for.
for name in 7163 l7263 'Avery L7163' j8160 3490 'AVERY ZWECKFORM 3475' 'Herma 4677'; do
    envoi layouts "$name" | head -n 1
done
envoi layouts --search 7163 --list labels
mkdir -p data/layouts
ln -s "$DATA/fonts" data/fonts
cp -r "$DATA/layouts/labels" "$DATA/layouts/letters" "$DATA/layouts/envelopes" data/layouts/
sed 's/j8160/"8160", j8160/' data/layouts/labels/avery-l7160.yaml >new.yaml
mv new.yaml data/layouts/labels/avery-l7160.yaml
printf -- '- name: Ana Ruiz\n  lines: [12 Rue Cler]\n' >a.yaml
ENVOI_DATA=data envoi labels a.yaml --on 8160 -o x.pdf
echo "8160: $?"
ENVOI_DATA=data envoi layouts 8160
echo "8160: $?"
ls
