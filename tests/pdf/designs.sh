#!/bin/sh
# Envelopes of a country's own design (one of each kind; ENVELOPES=full all): the page is as large as the
# envelope; address, name and sender stand in their places; on the raster (200
# dpi) the stamp's place is empty, what machines read holds nothing but red
# frames and digits, each box holds one digit and keeps it off its frame; the
# frame of Japan Post is 12.0 and 8.0 mm from the edges (+-0.1), its lines 0.4 to
# 0.6 and 0.2 to 0.4 mm wide.
# Closing line: N passed, N failed, N skipped.
set -u
cd "$(dirname "$0")/../.." || exit 3
envoi=${ENVOI:-$PWD/build/${KIND:-release}/envoi}
export ENVOI_DATA="${ENVOI_DATA:-$PWD}"
for tool in pdftoppm pdftotext pdfinfo qpdf; do
    command -v $tool >/dev/null || {
        echo "$tool is missing"
        echo "designs: 0 passed, 0 failed, 1 skipped"
        exit 0
    }
done
work=$(mktemp -d "${TMPDIR:-/tmp}/envoi-designs.XXXXXX") || exit 3
trap 'rm -rf "$work"' EXIT
passed=0 failed=0 tried=0
pass() { passed=$((passed + 1)); }
fail() {
    failed=$((failed + 1))
    echo "failed $1"
}

cat >"$work/CN.yaml" <<'END'
- id: to
  name:zh: 李晓明
  title:zh: 主任
  organisation:zh: 示例自治区示例办公室
  lines:zh: 新疆维吾尔自治区乌鲁木齐市天山区示例路479号12楼5室
  postcode: "830041"
  country: CN
- id: from
  name:zh: 王芳
  lines:zh: 北京市西城区示例街12号院3号楼
  postcode: "100017"
  country: CN
END
cat >"$work/JP.yaml" <<'END'
- id: to
  name:ja: 見本太郎
  title:ja: 所長
  organisation:ja: 見本事務所
  lines:ja: 東京都千代田区見本町1-35-102
  postcode: 100-8347
  country: JP
- id: from
  name:ja: 見本花子
  lines:ja: 大阪府大阪市北区見本1丁目3番20号
  postcode: 530-0005
  country: JP
END

# ink COLOUR X Y W H: pixels darker than paper in that box (mm); with "black"
# those that are not red.
ink() {
    # shellcheck disable=SC2046
    pdftoppm -r 200 -singlefile $(awk -v x="$2" -v y="$3" -v w="$4" -v h="$5" '
        function near(v) { return int(v * 200 / 25.4 + 0.5) }
        BEGIN { print "-x", near(x), "-y", near(y), "-W", near(x + w) - near(x), "-H", near(y + h) - near(y) }') \
        "$work/x.pdf" "$work/zone"
    tail -n +4 "$work/zone.ppm" | od -An -v -tu1 -w3 |
        awk -v colour="$1" '$1 < 230 || $2 < 230 || $3 < 230 {
            if (colour != "black" || $1 < $2 + 30) n++ } END { print n + 0 }'
}

# row NAME: its box in what `envoi layouts` tells.
row() { awk -v name="$1" 'index($0, name "  ") == 1 { print $(NF - 3), $(NF - 2), $(NF - 1), $NF }' "$work/layout"; }

# Words of the PDF that are not in one of the boxes given, one a line.
strays() {
    pdftotext -bbox "$work/x.pdf" - | awk -F'"' -v boxes="$*" '
        BEGIN { n = split(boxes, b, " "); m = 25.4 / 72 }
        /<word/ { x = ($2 + $6) / 2 * m; y = ($4 + $8) / 2 * m; inside = 0
                  for (i = 1; i <= n; i += 4)
                      if (x > b[i] - 0.2 && x < b[i] + b[i + 2] + 0.2 && y > b[i + 1] - 0.2 && y < b[i + 1] + b[i + 3] + 0.2)
                          inside = 1
                  if (!inside) { sub(/^>/, "", $9); sub(/<.*/, "", $9); print $9 } }'
}

# The digits in the boxes of the extent X Y W H, from left to right.
digits() {
    pdftotext -bbox "$work/x.pdf" - | awk -F'"' -v x="$1" -v y="$2" -v w="$3" -v h="$4" '
        BEGIN { m = 25.4 / 72 }
        /<word/ { mx = ($2 + $6) / 2 * m; my = ($4 + $8) / 2 * m
                  if (mx > x && mx < x + w && my > y && my < y + h) {
                      sub(/^>/, "", $9); sub(/<.*/, "", $9); print $2, $9 } }' |
        sort -n | awk '{ printf "%s", $2 }'
}

# design NAME
design() {
    country=CN code=830041
    case $1 in jp-*) country=JP code=1008347 ;; esac
    tried=$((tried + 1))
    "$envoi" layouts "$1" >"$work/layout" 2>/dev/null || { fail "$1: no zones"; return; }
    "$envoi" envelope "$work/$country.yaml#to" --from "$work/$country.yaml#from" --on "$1" \
        -o "$work/x.pdf" 2>"$work/messages" || {
        fail "$1: not printed: $(head -n 1 "$work/messages")"
        return
    }
    if grep -q '^envoi: note: no source confirms' "$work/messages"; then pass; else fail "$1: nothing said of what is unverified"; fi
    if qpdf --check "$work/x.pdf" >/dev/null; then pass; else fail "$1: qpdf"; fi
    want=$(sed -nE 's/^envelope ([0-9.]+) x ([0-9.]+) mm$/\1 \2/p' "$work/layout")
    got=$(pdfinfo "$work/x.pdf" | awk '/^Page size/ { printf "%.1f %.1f", $3 * 25.4 / 72, $5 * 25.4 / 72 }')
    if [ "$got" = "$want" ]; then pass; else fail "$1: the page is $got mm, not $want"; fi
    boxes="$(row recipient) $(row name) $(row sender) $(row postcode) $(row "sender's postcode")"
    words="$(awk '/^words/ { print $(NF - 3), $(NF - 2), $(NF - 1), $NF }' "$work/layout" | tr '\n' ' ')"
    out=$(strays "$boxes $words" | tr '\n' ' ')
    if [ -z "$out" ]; then pass; else fail "$1: outside of all places: $out"; fi
    # shellcheck disable=SC2046
    got=$(digits $(row postcode))
    if [ "$got" = $code ]; then pass; else fail "$1: the boxes say \"$got\""; fi
    # What a printed stamp box says is red's neighbour: only there is black ink.
    case $1 in
    cn-*) set -- "$1" "0 0 90 9" "0 20 90 6" ;;
    *) set -- "$1" "$(row 'stamp, kept empty')" ;;
    esac
    name=$1
    shift
    for zone; do
        # shellcheck disable=SC2086
        n=$(ink all $zone)
        if [ "$n" -eq 0 ]; then pass; else fail "$name: $n pixels of ink in $zone mm"; fi
    done
}

# The bar-code strip of the Chinese ones.
strip() {
    zone=$(awk '/^kept empty/ { print $(NF - 3), $(NF - 2), $(NF - 1), $NF }' "$work/layout" | tail -n 1)
    # shellcheck disable=SC2086
    n=$(ink all $zone)
    if [ "$n" -eq 0 ]; then pass; else fail "$1: $n pixels of ink in the bar-code strip"; fi
}

# Facts of Japan Post, measured: from a row of pixels across the boxes, where the
# frame begins and ends, and how wide its lines are.
frame() {
    wide=$2
    pdftoppm -r 1200 -singlefile -x 0 -y "$(awk 'BEGIN { printf "%d", 13 * 1200 / 25.4 }')" \
        -W "$(awk -v w="$wide" 'BEGIN { printf "%d", w * 1200 / 25.4 + 0.5 }')" -H 1 "$work/x.pdf" "$work/zone"
    tail -n +4 "$work/zone.ppm" | od -An -v -tu1 -w3 | awk -v wide="$wide" '
        { red = $1 > 200 && $2 < 150
          if (red && !was) begin[++n] = NR - 1
          if (!red && was) end[n] = NR - 1
          was = red }
        END { m = 25.4 / 1200
              if (n != 14) print n " lines"
              for (i = 1; i <= n; i++) {
                  w = (end[i] - begin[i]) * m
                  if (i <= 6 ? w < 0.4 || w > 0.6 : w < 0.2 || w > 0.4) print "line " i " is " w " mm"
              }
              right = wide - begin[14] * m
              if (right < 7.9 || right > 8.1) print "the frame is " right " mm from the right" }' >"$work/frame"
    if [ -s "$work/frame" ]; then fail "$1: $(tr '\n' ' ' <"$work/frame")"; else pass; fi
    # The row just above 12.0 mm is the line, the one just below is paper.
    x=$(row postcode | awk '{ print $1 + 1 }')
    above=$(ink all "$x" 11.62 4 0.25) below=$(ink all "$x" 12.2 4 0.25)
    if [ "$above" -gt 20 ] && [ "$below" -eq 0 ]; then pass; else fail "$1: the frame is not 12.0 mm from the top"; fi
}

names="cn-b6 vertical-dl jp-chou-3"
if [ "${ENVELOPES:-}" = full ]; then
    names=$(cd "$ENVOI_DATA/layouts/envelopes" && grep -l '^design:' ./*.yaml | sed 's|^\./||; s|\.yaml$||')
fi
for name in $names; do
    design "$name"
    case $name in
    cn-*) strip "$name" ;;
    jp-*) frame "$name" "$(sed -nE 's/^envelope ([0-9.]+) x .*/\1/p' "$work/layout")" ;;
    esac
done
echo "designs: $tried tried"
echo "designs: $passed passed, $failed failed, 0 skipped"
[ $failed -eq 0 ]
