# Records of an address book, taken by an appeal's list of targets.
mkdir appeal
cat >book.yaml <<'END'
- id: governor
  name: Ma Xingrui
  title: Party Secretary of Xinjiang
  lines: 479 Zhongshan Lu
  city: Urumqi
  country: CN
  zh: {lines: 中山路479号, city: 乌鲁木齐市}
- id: chairman
  name: Erkin Tuniyaz
  same_address_as: governor
- {id: other, name: Somebody}
END
cat >appeal/good.yaml <<'END'
- use: ../book.yaml#governor
- use: ../book.yaml#chairman
  title: Government Chairman
- use: ../book.yaml#governor
  id: moved
  lines: 1 Renmin Lu
  city: Kashgar
END
cat >appeal/bad.yaml <<'END'
- use: ../book.yaml
- use: ../nobook.yaml#governor
- use: ../book.yaml#govenor
  lang: zh
- use: [a]
- use: bad.yaml#governor
END
envoi labels appeal/good.yaml --on plain-a4 --dump=lines | grep -o '".*"'
envoi check appeal/good.yaml
envoi check appeal/bad.yaml || echo "status $?"
printf -- '- {id: governor, use: third.yaml#x}\n' >book.yaml
envoi check appeal/good.yaml || echo "status $?"
