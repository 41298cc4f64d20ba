# Envelopes of a country's own design: boxes for the postcode, columns; what is
# in the PDF in the order of reading.
cat >to.yaml <<'END'
- id: office
  name: Li Xiaoming
  name:zh: 李晓明
  title:zh: 主任
  organisation:zh: 示例自治区示例办公室
  lines: 479 Example Lu
  city: Urumqi
  country: CN
  lines:zh: 新疆维吾尔自治区乌鲁木齐市830000天山区示例路479号12楼5室
END
cat >from.yaml <<'END'
name:zh: 王芳
lines:zh: 北京市西城区示例街12号院3号楼
postcode: "100017"
country: CN
END
cat >jp.yaml <<'END'
- id: jp
  name:ja: 見本 太郎
  title:ja: 所長
  organisation:ja: 見本事務所
  region:ja: 東京都
  city:ja: 千代田区
  lines:ja: 見本町1-35-102
  postcode: 100-0013
  country: JP
- id: jp2
  name:ja: 見本花子
  lines:ja: 大阪府大阪市北区見本1丁目3番20号
  postcode: 5300005
  country: JP
END
for on in cn-b6 vertical-dl; do
    envoi envelope to.yaml --from from.yaml --on $on -o x.pdf || exit
    echo "$on $(pdfinfo x.pdf | grep '^Page size')"
    pdfinfo -struct-text x.pdf
done
envoi envelope jp.yaml#jp --from jp.yaml#jp2 --on jp-chou-3 -o x.pdf || exit
pdfinfo -struct-text x.pdf
echo without frame
envoi envelope to.yaml --on vertical-b6 --frame no --dump=display 2>/dev/null | grep -c colour
envoi envelope to.yaml --on vertical-b6 --dump=display 2>/dev/null | grep -c colour
envoi envelope to.yaml --on vertical-b6 --dump=items 2>/dev/null
