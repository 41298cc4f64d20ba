# The words of the page to measure, in the order one reads them; and of the ways
# envelopes go in.
envoi calibrate --duplex -o a4.pdf || exit
pdfinfo a4.pdf | grep -E '^(Pages|Page size)'
pdftotext a4.pdf - | grep -E '[a-z]{2}'
envoi calibrate --paper letter -o letter.pdf || exit
pdfinfo letter.pdf | grep -E '^(Pages|Page size)'
envoi calibrate --envelope dl --paper a4 -o ways.pdf || exit
pdfinfo ways.pdf | grep -E '^(Pages|Page size)'
envoi calibrate --envelope dl -o ways.pdf || exit
pdfinfo ways.pdf | grep -E '^(Pages|Page size)'
pdftotext -f 2 -raw ways.pdf -
