# Slips of the command line.
echo '- {name: A, lines: B, city: C, country: GB}' >list.yaml
run() {
    envoi labels list.yaml --origin FR "$@"
    echo $?
}
run -o out.pdf --proof out.pdf
run -o out.pdf --proof ./out.pdf
ln -s out.pdf link.pdf
run -o out.pdf --proof link.pdf
run -o - --proof -
run -o out.pdf --proof ''
run -o out.pdf --proof list.yaml
run --dump=lines --proof proof.pdf
run -o out.pdf --proof
ls -A
