# Where the proof cannot be written, the labels are not either.
printf -- '- name: Example Office\n  lines: 1 Example Road\n  city: London\n  country: GB\n' >list.yaml
echo old >out.pdf
envoi labels list.yaml --origin FR -o out.pdf --proof nowhere/proof.pdf
echo $?
envoi labels list.yaml --origin FR -o nowhere/out.pdf --proof proof.pdf
echo $?
mkdir folder
envoi labels list.yaml --origin FR -o out.pdf --proof folder
echo $?
envoi labels list.yaml --origin FR -o out.pdf --proof - >/dev/full
echo $?
cat out.pdf
# Read-only in spite of the folder.
echo old >kept.pdf
chmod a-w kept.pdf
[ "$(id -u)" = 0 ] || envoi labels list.yaml --origin FR -o new.pdf --proof kept.pdf 2>/dev/null
cat kept.pdf
ls -A
