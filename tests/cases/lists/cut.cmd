# What a message shows of a long value ends with a whole character.
long=$(printf '%*s' 79 '' | tr ' ' x)
printf 'name,city,country\nAna,Paris,%sé\nBo,Paris,%s新疆\n' "$long" "x$long" |
    envoi check - 2>err || echo "status $?"
grep -o 'error: .*' err
printf -- '- {name: Ana, %sé: 1}\n- {use: "b.yaml#%sé"}\n' "$long" "$long" >a.yaml
echo '- {id: x, name: X}' >b.yaml
envoi check a.yaml 2>err || echo "status $?"
grep -o 'error: .*' err
iconv -f UTF-8 -t UTF-8 err >/dev/null && echo "all of it is UTF-8"
