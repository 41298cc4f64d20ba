# One document in five formats, as LibreOffice saves them: what is left of the
# differences from .odt. HTML has no text in frames, PDF shows deleted text, and
# page numbers are those of the last page or the first.
docdump=${B:-$DATA/build/release}/tools/docdump
"$docdump" --text "$CASE/appeal.odt" >odt
for format in fodt docx html pdf; do
    "$docdump" --text "$CASE/appeal.$format" >$format
    echo "== $format"
    diff odt $format
done
exit 0
