# What is higher than a page, or wider than its place around the text, is an
# error, and never cut off at the edge.
cat >to.yaml <<'END'
- name: Ma Example
  lines: [479 Road]
  city: Urumqi
  postcode: "830041"
  country: CN
END
cat >from.yaml <<'END'
- id: ana
  name: Ana Ruiz
  lines: [1 Rue Cler]
  city: Paris
  postcode: "75007"
  country: FR
- id: long
  name: Ana AaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaB
  lines: [1 Rue Cler]
  city: Paris
  postcode: "75007"
  country: FR
END
base64 -d >high.png <<'END'
iVBORw0KGgoAAAANSUhEUgAAAAEAABOICAAAAABV91gWAAAAIUlEQVR42u3CAQkAAAACoKY3vR2BaBoAAAAAAAAAAAC4N3S5xIiHmwuqAAAAAElFTkSuQmCC
END
# words N: so many of them
words() {
    awk -v n="$1" 'BEGIN { while (n-- > 0) printf "word " }'
}
# try NAME HEADER BODY [OPTION...]
try() {
    name=$1
    printf -- '---\nto: to.yaml\nfrom: from.yaml#ana\ndate: none\nlang: en\nsalutation: Hello,\n%s---\n\n%s\n' \
        "$2" "$3" >"$name.md"
    shift 3
    envoi letter "$name.md" -o "$name.pdf" "$@" 2>err
    echo "$name: status $?"
    grep -E 'error|warning' err | cut -c 1-160
}
try picture '' '![a picture](high.png)'
try note '' "Text.[^1]

[^1]: $(words 2000)"
try cell '' "| a | b |
|---|---|
| $(words 1500) | c |"
try footer "footer: $(words 1500)
" 'Text.'
try footer-word 'footer: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
' 'Text.'
try remark 'remark: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
' 'Text.'
try head 'letterhead:
  organisation: Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
' 'Text.'
try sender 'signature: Ana
' 'Text.' --from from.yaml#long
find . -name "*.pdf"
