# Text in what the printer leaves blank is an error, lines a warning, both with
# the millimetres; a wrong scale is told. Nothing is written after an error.
cat >p.yaml <<'END'
offset: {right: 0.8, down: -0.5}
border: {left: 12, top: 4, right: 4, bottom: 19}
scale: {across: 97.5 %, down: 99.9 %}
skew: -0.4
END
envoi labels "$EXAMPLES/xinjiang-beijing.yaml" --on avery-l7160 --copies 7 \
    --origin FR --printer ./p.yaml -o x.pdf
echo "labels: $?"
envoi labels "$EXAMPLES/xinjiang-beijing.yaml" --origin FR --copies 6 \
    --printer ./p.yaml -o x.pdf
echo "slips: $?"
envoi labels "$EXAMPLES/xinjiang-beijing.yaml" --origin FR --strict \
    --printer ./p.yaml -o strict.pdf 2>&1 | grep -c error
sed -i 's/left: 12/left: 30/; /scale/d; /skew/d' p.yaml
envoi letter "$EXAMPLES/letters/ekpar-asat.en.md" --printer ./p.yaml -o y.pdf
echo "letter: $?"
envoi envelope "$EXAMPLES/xinjiang-beijing.yaml" --on dl --from \
    "$EXAMPLES/sender.yaml" --printer ./p.yaml -o z.pdf
echo "envelope: $?"
ls -A
