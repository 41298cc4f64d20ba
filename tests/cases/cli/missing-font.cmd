# Font folders without fonts: each missing file is told once, with the package
# that brings it.
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
- name: Bureau de l’Exemple
  lines: [2 rue de l’Exemple]
  postcode: "75001"
  city: Paris
  country: FR
END
mkdir data empty
cp -R "$DATA/fonts" "$DATA/layouts" data
sed -i "s|<dir[^>]*>[^<]*</dir>|<dir>$PWD/empty</dir>|" data/fonts/fonts.conf
ENVOI_DATA=$PWD/data envoi labels list.yaml --origin DE -o x.pdf
status=$?
cat x.pdf
exit $status
