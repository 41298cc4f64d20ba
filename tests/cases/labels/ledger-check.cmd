# A ledger that its owner has changed: what is wrong with it, and nothing else.
cat >drawer.yaml <<'END'
# the blue folder
- sheet: 1
  layout: l7160
  used: 1-8, 12
- {sheet: 2, layout: "sheet:a4 2x4 80x50", used: [1, 2]}
END
cp drawer.yaml before
envoi check drawer.yaml
echo $?
cmp drawer.yaml before
sed -i 's/12$/22/; s/\[1, 2\]/[8, 9]/' drawer.yaml
envoi check drawer.yaml
