# A file that was made read-only is not replaced, though its folder allows it.
cat >list.yaml <<'END'
- name: Example Office
  lines: [1 Example Lu]
  city: Urumqi
  country: CN
END
echo old >x.pdf
chmod a-w x.pdf
run=
if [ "$(id -u)" = 0 ]; then
    run="setpriv --bounding-set -dac_override"
    $run true 2>/dev/null || { echo "needs setpriv"; exit 77; } >&2
fi
$run envoi labels list.yaml --origin FR -o x.pdf
status=$?
cat x.pdf
ls -A
exit $status
