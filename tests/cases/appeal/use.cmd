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
# Whoever holds the office now is not called in Chinese what the last one was.
cat >named.yaml <<'END'
- id: governor
  name: Ma Xingrui
  country: CN
  zh: {name: 马兴瑞, city: 乌鲁木齐市, lines: 中山路479号}
END
cat >appeal/named.yaml <<'END'
- {use: ../named.yaml#governor, name: Chen Xiaojiang}
- {use: ../named.yaml#governor, name: Chen Xiaojiang, zh: {name: 陈小江}}
- {use: ../named.yaml#governor, name: Ma Xingrui}
END
envoi labels appeal/named.yaml --on plain-a4 --origin DE --dump=lines | grep -o '".*"'
printf -- '- {id: governor, use: third.yaml#x}\n' >book.yaml
envoi check appeal/good.yaml || echo "status $?"
