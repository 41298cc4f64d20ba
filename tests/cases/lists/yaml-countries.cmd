# Of many countries that nobody knows only the first 32 are guessed at; an alias
# of YAML is one error, not two.
i=0
while [ $i -lt 60 ]; do
    echo "- {name: Ana $i, lines: [5 Example Street], city: Paris, country: Framce}"
    i=$((i + 1))
done >many.yaml
envoi labels many.yaml --on l7163 --origin FR -o many.pdf 2>&1 |
    grep -c 'did you mean "France"'
printf -- '- &a {name: Ana, lines: [5 Example Street], city: Paris, country: FR}\n- *a\n' >twice.yaml
envoi labels twice.yaml --on l7163 --origin FR -o twice.pdf
