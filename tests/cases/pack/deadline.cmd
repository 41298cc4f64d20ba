# The deadline has passed: nothing is printed until that is meant.
export SOURCE_DATE_EPOCH=1624752000 # 2021-06-27
envoi pack "$EXAMPLES/ekpar-asat" --origin US -o out
echo "status $?"
ls out 2>/dev/null
SOURCE_DATE_EPOCH=1624665600 envoi pack "$EXAMPLES/ekpar-asat" --origin US -o out
echo "status $?"
envoi pack "$EXAMPLES/ekpar-asat" --origin US --after-deadline -o late
echo "status $?"
for f in out/*.pdf; do cmp "$f" "late/${f#out/}"; done
ls out
