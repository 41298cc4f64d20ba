# A folder without write permission; root is asked to give up its right to
# write everywhere.
cat >list.yaml <<'END'
- name: Example Office
  lines: [1 Example Lu]
  city: Urumqi
  region: Xinjiang
  postcode: "830000"
  country: CN
  zh:
    lines: [新疆维吾尔自治区乌鲁木齐市830000示例路1号]
END
mkdir shut
echo old >shut/x.pdf
chmod a-w shut
run=
if [ "$(id -u)" = 0 ]; then
    run="setpriv --bounding-set -dac_override"
    $run true 2>/dev/null || { echo "needs setpriv"; exit 77; } >&2
fi
$run envoi labels list.yaml --origin FR -o shut/x.pdf
status=$?
cat shut/x.pdf
ls -A shut
exit $status
