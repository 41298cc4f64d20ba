# Any size, and envelopes on their short side; where the post wants it otherwise
# there is a warning.
list=$EXAMPLES/xinjiang-beijing.yaml#ma-xingrui
size() { pdfinfo x.pdf | awk '/^Page size/ { printf "%.1f x %.1f mm\n", $3 * 25.4 / 72, $5 * 25.4 / 72 }'; }
for on in 240x120mm "9.5 x 4.125 in" 24x12cm; do
    envoi envelope "$list" --origin PE --on "$on" -o x.pdf
    echo "$on: $? $(size)"
done
envoi envelope "$list" --origin DE --on c4 --portrait -o x.pdf
echo "portrait: $? $(size)"
envoi envelope "$list" --origin DE --on dl-window-fr --portrait -o y.pdf
echo "window, portrait: $?"
envoi envelope "$list" --origin DE --on 120x60mm -o y.pdf
echo "small: $?"
envoi envelope "$list" --origin DE --on 5000x60mm -o y.pdf
echo "large: $?"
envoi envelope "$list" --origin DE --on 240x -o y.pdf
echo "half: $?"
# Other ways to write it; without a unit, and what is no envelope, it is told.
for on in "240 mm x 120 mm" "24cm×120mm" 240X120mm 240x120 9.5x4.125 7163 avery-l7160 din5008-a 'sheet:a4 1x1 60x30 at 9,9'; do
    echo "-- $on" >&2
    envoi envelope "$list" --origin DE --on "$on" -o y.pdf && pdfinfo y.pdf | grep '^Page size' >&2
done
ls
