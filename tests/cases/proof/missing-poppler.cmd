# Without pdftotext nothing can be proved, and nothing is written.
printf -- '- name: Example Office\n  lines: 1 Example Road\n  city: London\n  country: GB\n' >list.yaml
echo old >out.pdf
(
    PATH=$(dirname "$(command -v envoi)")
    envoi labels list.yaml --origin FR -o out.pdf --proof proof.pdf
    echo $?
)
cat out.pdf
ls -A
