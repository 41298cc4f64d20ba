# Faces on ordinary paper, to cut out: as many on a sheet as fit, lying if that
# is better, and by how much an envelope is too large.
list=$EXAMPLES/xinjiang-beijing.yaml
for job in "c6 a4" "dl a4" "c5 a4" "us-10 letter" "monarch letter" "c6 a3" "c4 a3"; do
    # Intended: two words.
    # shellcheck disable=SC2086
    set -- $job
    envoi envelope "$list" --origin FR --on "$1" --paper "$2" -o x.pdf
    echo "$job: $? $(pdfinfo x.pdf | awk '/^Pages/ { n = $2 } /^Page size/ { printf "%d pages of %.1f x %.1f mm", n, $3 * 25.4 / 72, $5 * 25.4 / 72 }')"
done
rm x.pdf
envoi envelope "$list" --origin FR --on c4 --paper a4 -o x.pdf
echo "c4 a4: $?"
envoi envelope "$list" --origin FR --on invite --paper a4 -o x.pdf
echo "invite a4: $?"
envoi envelope "$list" --origin FR --paper a44 -o x.pdf
echo "a44: $?"
envoi envelope "$list" --from "$EXAMPLES/sender.yaml" --paper a4 --return-place flap -o x.pdf
echo "with a flap: $?"
ls
