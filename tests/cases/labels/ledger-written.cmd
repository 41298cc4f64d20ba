# PDF and ledger appear together: a ledger that may not be written, or that
# another run is using, leaves the old PDF; a link stays a link.
cat >list.csv <<'END'
name,lines,city,country
Ana,1 rue Cler,Paris,FR
END
echo old >x.pdf
mkdir folder
printf -- '- sheet: 1\n  layout: avery-l7160\n  used: 1-8\n' >folder/real.yaml
ln -s folder/real.yaml drawer.yaml
flock folder/real.yaml envoi labels list.csv --on L7160 --origin FR --ledger drawer.yaml -o x.pdf
echo $?
cat x.pdf folder/real.yaml
envoi labels list.csv --on L7160 --origin FR --ledger drawer.yaml -o x.pdf
echo $?
head -c 5 x.pdf
echo
cat folder/real.yaml
[ -L drawer.yaml ] && echo "still a link"
# Stdout and a pipe: the ledger follows.
envoi labels list.csv --on L7160 --origin FR --ledger drawer.yaml -o - | head -c 5
echo
cat folder/real.yaml
ls -A . folder
