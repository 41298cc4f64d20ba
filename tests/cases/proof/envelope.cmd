# Envelopes: turned and on its head on a folded sheet; postcode boxes and columns.
cat >cn.yaml <<'END'
- id: office
  name: Example Office
  lines: 1 Example Lu
  city: Urumqi
  region: Xinjiang
  country: CN
  zh:
    name: 示例办公室
    lines: 新疆维吾尔自治区乌鲁木齐市830000示例路12号
END
printf 'name:ja: 見本太郎\nlines:ja: 東京都千代田区見本町1-1\npostcode: 100-0013\ncountry: JP\n' >jp.yaml
prove() {
    envoi envelope "$@" -o out.pdf --proof proof.pdf 2>messages || cat messages
    echo "$1 $3: $?"
    pdftotext -layout proof.pdf - | sed -E -e 's/poppler [0-9.]+/poppler N/' -e 's/ +/ /g' |
        grep -v -e '^ *$' -e '^ *[0-9]$' | sed -n '/^Printed/,$p'
}
prove cn.yaml --on fold-a4 --origin FR
prove cn.yaml --on cn-dl --origin CN
prove cn.yaml --on vertical-dl
prove jp.yaml --on jp-chou-3
