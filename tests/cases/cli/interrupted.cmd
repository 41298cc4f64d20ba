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
# And before anything is begun: it waits for its list.
mkfifo slow.csv
timeout -s INT --preserve-status 1 envoi labels slow.csv --origin FR -o x.pdf
echo "reading: $?"
rm slow.csv
cat x.pdf
ls -A
