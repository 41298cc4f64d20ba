#!/bin/sh
# pictures.sh DEMO OUT - the README's pictures from the demo's first pages:
# 8-bit grey, 60 dpi, at most 120 kB each.
set -eu
demo=$1 out=$2
mkdir -p "$out"
for name in slips labels-l7159 envelopes-dl letter-ekpar-asat.en \
    letter-ekpar-asat.zh letter-ekpar-asat.ug calibrate proof evening/cover; do
    pdf=$demo/$name.pdf
    name=${name##*/}
    # pdftoppm -gray -png writes three equal channels; mutool writes one.
    mutool draw -q -r 60 -c gray -o "$out/$name.png" "$pdf" 1 2>/dev/null || {
        echo "pictures.sh: mutool cannot draw $pdf" >&2
        exit 1
    }
    size=$(wc -c <"$out/$name.png")
    if [ "$size" -gt 122880 ]; then
        echo "pictures.sh: $out/$name.png has $size bytes, over 120 kB" >&2
        exit 1
    fi
    echo "$out/$name.png  $size bytes"
done
