# An address that its zone does not hold: by how much, and nothing written.
{
    printf -- '- name: Example Office\n  city: Urumqi\n  country: CN\n  lines:\n'
    for i in $(seq 15); do echo "    - line $i of an address that is long and does not end so soon as one thinks, as it goes on and on"; done
} >list.yaml
for on in monarch c5; do
    envoi envelope list.yaml --on $on --origin US -o x.pdf
    echo "$on: $?"
done
ls
