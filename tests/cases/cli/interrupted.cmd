# Stopped in the middle of writing: nothing is left behind.
cat >list.yaml <<'END'
- name: Example Office
  lines: [1 Example Lu]
  city: Urumqi
  country: CN
END
echo old >x.pdf
for signal in INT TERM HUP; do
    timeout -s $signal --preserve-status 1 \
        envoi labels list.yaml --origin FR --copies 1000000 -o x.pdf
    echo "$signal: $?"
done
cat x.pdf
ls -A
