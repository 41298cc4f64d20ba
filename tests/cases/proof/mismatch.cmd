# What the finished PDF does not say is an error for each line, and then there
# is neither PDF, nor proof, nor a label used up.
build=$(dirname "$(command -v envoi)")
case $build in *asan*)
    echo "a sanitizer wants more memory than a reader gets" >&2
    exit 77
    ;;
esac
[ -x "$build/tools/blindtext" ] || {
    echo "make builds tests/tools" >&2
    exit 77
}
mkdir bin
cp "$build/tools/blindtext" bin/pdftotext
printf -- '- name: Example Office\n  city: London\n  country: GB\n' >list.yaml
echo old >out.pdf
run() { envoi labels list.yaml --on avery-l7160 --origin FR --ledger drawer.yaml -o out.pdf "$@"; }
run >/dev/null 2>&1
cp drawer.yaml before.yaml
cp out.pdf before.pdf
PATH=$PWD/bin:$PATH
run --proof proof.pdf
echo $?
cmp drawer.yaml before.yaml && cmp out.pdf before.pdf
ls -A
