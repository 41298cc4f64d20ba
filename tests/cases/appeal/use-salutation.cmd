# The salutation of who held the office before is for nobody else.
mkdir appeal
cat >book.yaml <<'END'
- id: director
  name: Wang Jun
  title: Director of the Prison
  lines: 1 Renmin Lu
  city: Urumqi
  country: CN
  salutation: Dear Director Wang,
  zh: {name: 王军, salutation: 尊敬的王主任：, lines: 人民路1号, city: 乌鲁木齐市}
- id: office
  name: Juan de la Cruz
  lines: Calle Mayor 1
  city: Madrid
  country: ES
  salutation: Señor Presidente de la Audiencia,
- id: cz
  name: Petr Novák
  lines: Dlouhá 1
  city: Praha
  country: CZ
  salutation: Vážený pane Nováku,
- id: kr
  name: Kim Cheolsu
  lines: 1 Sejong-daero
  city: Seoul
  country: KR
  ko: {name: 김철수, salutation: 김 장관님께}
- id: unknown
  name: Ma Xingrui
  lines: 1 Renmin Lu
  city: Urumqi
  country: CN
  zh: {salutation: 尊敬的马书记：}
- {id: two, zh: {name: 王军, salutation: 王主任：}, lines: 1 Renmin Lu, city: Urumqi, country: CN}
END
cat >appeal/good.yaml <<'END'
- {use: ../book.yaml#director, title: Director}
- use: ../book.yaml#director
  name: Li Wei
  salutation: Dear Director Li,
  zh: {name: 李伟, salutation: 尊敬的李主任：}
- {use: ../book.yaml#office, name: María Ruiz}
- {id: me, name: Ana Ruiz, lines: Calle 2, city: Madrid, country: ES}
END
cat >appeal/bad.yaml <<'END'
- {use: ../book.yaml#director, name: Li Wei, zh: {name: 李伟}}
- {use: ../book.yaml#director, name: Li Wei, zh: {name: 李伟, salutation: 尊敬的李主任：}}
- {use: ../book.yaml#cz, name: Eva Malá}
- {use: ../book.yaml#kr, name: Lee Sujin}
- {use: ../book.yaml#unknown, name: Chen Xiaojiang}
- {use: ../book.yaml#two, zh: {name: 李伟}}
END
envoi labels appeal/good.yaml --on plain-a4 --origin DE --dump=lines | grep -c '".*"'
cat >letter.md <<'END'
---
lang: es
place: Madrid
date: 2025-05-01
subject: x
---
Texto.
END
envoi letter letter.md --to appeal/good.yaml#office --from appeal/good.yaml#me --dump=lines | grep Presidente
envoi check appeal/bad.yaml || echo "status $?"
cat appeal/good.yaml >>appeal/bad.yaml
envoi labels appeal/bad.yaml --on plain-a4 --origin DE --keep-going -o x.pdf 2>err || echo "status $?"
tail -n 2 err
