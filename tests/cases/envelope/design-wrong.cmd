# What an envelope with a design does not take: other countries, a postcode that
# does not fill the boxes, an address in Latin letters alone, one too long.
cat >to.yaml <<'END'
- id: none
  name:zh: 甲
  lines:zh: 北京市西城区示例街12号
  country: CN
- id: latin
  name: Li Xiaoming
  lines: 12 Example Jie
  city: Beijing
  postcode: "100017"
  country: CN
- id: japan
  name:ja: 見本太郎
  lines:ja: 東京都千代田区見本町1-1
  postcode: 100-0013
  country: JP
- id: long
  name:zh: 新疆维吾尔自治区示例办公室示例处示例科示例组示例室示例员甲乙丙丁戊己庚辛壬癸
  lines:zh: 北京市西城区示例街12号
  postcode: "100017"
  country: CN
END
envoi envelope to.yaml --on vertical-b6 -o x.pdf
echo "status $?"
envoi envelope to.yaml#long --on cn-dl --origin FR -o x.pdf
echo "status $?"
cat >tw.yaml <<'END'
name:zh-Hant: 王小明
lines:zh-Hant: 臺北市中正區示例路114號8樓之1
postcode: "1000"
country: TW
END
envoi envelope tw.yaml --on vertical-dl -o x.pdf
echo "status $?"
envoi envelope tw.yaml --on dl --frame no --origin TW -o x.pdf
echo "status $?"
envoi envelope tw.yaml --on vertical-dl --script latin -o x.pdf
echo "status $?"
# An envelope of one's own with a frame and without a place for the sender.
sed '/^sender:/d' "$DATA/layouts/envelopes/cn-dl.yaml" >own.yaml
printf 'name:zh: 示例\nlines:zh: 北京市西城区示例街12号\npostcode: "100017"\ncountry: CN\n' >cn.yaml
for more in '' '--return none' '--return-place flap'; do
    envoi envelope cn.yaml --from cn.yaml --on own.yaml $more -o own.pdf
    echo "status $?"
    rm -f own.pdf
done
ls
