# Profiles that are broken, hostile, missing or unreadable: nothing is printed.
export XDG_CONFIG_HOME="$PWD/config"
mkdir -p config/envoi/printers
cd config/envoi/printers
printf 'offset: {right: 0.8, down: 0}\n' >office.yaml
printf 'ofset: {right: 30, down: 0}\nscale: {across: 80 %%, down: 100}\ncompensate: maybe\n' >broken.yaml
printf 'offset: {right: 99, down: 0}\nenvelope: {feed: 3, side: left, turned: yes}\n' >wrong.yaml
printf 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n' >laughs.yaml
head -c 2 /dev/zero >zero.yaml
mkdir folder.yaml
cd "$OLDPWD"
for name in broken wrong laughs zero folder ofice nosuch ./here.yaml; do
    envoi labels "$EXAMPLES/xinjiang-beijing.yaml" --origin FR --printer $name -o x.pdf
    echo "$name: $?"
done
rm -r config/envoi/printers
: >config/envoi/printers
envoi calibrate --list
echo "a file for a folder: $?"
envoi calibrate --save a --fold 1,1
echo "saved: $?"
ls -A
