# Nothing is written: then no note tells what to do with the sheets.
echo 'scale: {across: 99, down: 99}' >small.yaml
envoi labels "$EXAMPLES/targets.csv" --on avery-l7159 --origin FR \
    --printer ./small.yaml --strict --ledger drawer.yaml -o out.pdf
echo $?
ls out.pdf drawer.yaml 2>/dev/null
exit 0
