# A line as no address has one is told at once, however it would be read.
{ yes 'www.ab.cd' | head -n 500 | tr '\n' ' '; echo; echo 'China'; } >line.txt
envoi address --to CN --origin FR <line.txt | cat
# So is one of thousands of parts, from a post that counts characters.
{ printf -- '- name: Ana\n  city: Berlin\n  country: DE\n  lines: "'; yes 'x,' | head -n 9000 | tr '\n' ' '; echo '"'; } >list.yaml
envoi labels list.yaml --origin FR -o x.pdf 2>&1 | cut -c1-100
