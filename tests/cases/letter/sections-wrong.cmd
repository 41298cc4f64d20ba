# Sections that begin or end where they must not, and fields that are none.
cat >letter.md <<'X'
---
subject: "{{#title}}About"
closing: "x{{/title}}"
---

{{#fax}}never closed

{{/nofax}} closes nothing

a {{#to.name}} b

c {{/to.name}} d

{{#title}}{{#city}}x{{/title}}{{/city}}

| a | b |
|---|---|
| {{#city}}x | y{{/city}} |

{{# }} and {{|x}} and {from.note} { name } {x} {"to.name"}

![a {{#x}}y{{/x}}](x.png)
X
envoi letter letter.md --to "$EXAMPLES/targets.csv" -o x.pdf
echo $?
cat >to.csv <<'X'
name,line1,city,country,ref
Ma Xingrui,479 Zhongshan Lu,Urumqi,CN,
Xie Feng,3505 International Place NW,Washington,US,17
X
cat >fields.md <<'X'
Your {{to.ref}}, {{to.refs|none}}, {{to.fax|none}}

{{#to.rfe}}a typing mistake is no empty field{{/to.rfe}}
X
envoi letter fields.md --to to.csv -o x.pdf
echo $?
ls x.pdf 2>/dev/null
printf '{{#fax}}\n---\n\n{{/fax}}\n' >heading.md
envoi letter heading.md --to to.csv -o x.pdf
