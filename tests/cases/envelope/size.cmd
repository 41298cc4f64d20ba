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
ls
