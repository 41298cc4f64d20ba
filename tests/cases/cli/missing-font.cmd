# Font folders without fonts: the package that brings them is named.
echo old >x.pdf
cat >list.yaml <<'END'
- name: Example Office
  lines: [1 Example Lu]
  city: Urumqi
  region: Xinjiang
  postcode: "830000"
  country: CN
  zh:
    lines: [新疆维吾尔自治区乌鲁木齐市830000示例路1号]
END
mkdir data empty
cp -R "$DATA/fonts" "$DATA/layouts" data
sed -i "s|<dir[^>]*>[^<]*</dir>|<dir>$PWD/empty</dir>|" data/fonts/fonts.conf
ENVOI_DATA=$PWD/data envoi labels list.yaml --origin FR -o x.pdf 2>err
status=$?
head -n 2 err
grep -o 'install fonts.*' err | sort | uniq | grep -v '('
cat x.pdf
exit $status
