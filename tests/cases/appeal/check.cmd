# What is missing or contradicts itself in a folder; all of it at once.
export SOURCE_DATE_EPOCH=1700000000 # 2023-11-14
mkdir good bad
cat >good/appeal.yaml <<'END'
title: A poet in prison
person: {name: Ana Poe, pronouns: she/her, zh: 安娜}
demands: [Let her go.]
deadline: 2023-11-14
languages: en
END
cat >good/targets.yaml <<'END'
- {id: gov, name: Bo Li, lines: 1 Example Lu, city: Urumqi, country: CN, salutation: "Dear Governor,", zh: {lines: 新疆维吾尔自治区乌鲁木齐市示例路1号}}
END
printf -- '---\nlang: en\n---\nPlease free Ana\nPoe.\n' >good/letter.en.md
echo "-- good"
envoi check good --origin FR && echo fine
echo "-- bad"
cat >bad/appeal.yaml <<'END'
tilte: A poet in prison
refrence: UA 1/23
person: {nam: Ana Poe, qq: x}
demands: [Let her go., Let her go.]
deadline: 2023-02-30
not_before: 2023-12-24
not_after: 2023-12-23
languages: [en, klingon]
country: Nowhereland
report: amnesty.org/act now
notes: {a: b}
targets:
  governor: {return: never, note: x}
  gov: {retrun: none}
  emb: none
END
cat >bad/targets.yaml <<'END'
- {id: gov, name: Bo Li, lines: 1 Example Lu, city: Urumqi, country: CN}
- {name: Nobody, city: Urumqi, country: CN}
- {id: emb, name: Ambassador}
- {id: emb, name: Ambassador again}
END
touch bad/letter.md bad/leter.en.md bad/letter.xx.md bad/case.md bad/notes.md
envoi check bad || echo "status $?"
echo "-- contradictions"
rm -r bad/*
cat >bad/appeal.yaml <<'END'
title: A poet in prison
person: {name: Ana Poe}
deadline: 2023-11-13
languages: [en, zh, bo]
avoid: [poetry]
END
cat >bad/targets.yaml <<'END'
- id: gov
  name: Bo Li
  lines: 1 Example Lu
  city: Urumqi
  country: CN
  salutation: Dear Governor,
- id: emb
  name: Cy Wu
  title: Ambassador
  lines: 1 Example St
  city: Bern
  country: CH
  salutation: Dear Ambassador,
- id: far
  name: Di Xu
  embassy_in: US
  lines: 2 Example St
  city: Ottawa
  country: CA
  salutation: Dear Ambassador,
- id: office
  name: The Office
  email: office@example.org
  salutation: Dear friends,
END
cat >bad/letter.en.md <<'END'
---
lang: en
to: ../list.yaml
salutation: Dear Governor Li,
---
I have read her Poetry.
END
printf -- '---\nlang: en\n---\n安娜\n' >bad/letter.zh.md
envoi check bad --origin FR || echo "status $?"
echo "-- nothing there"
mkdir empty
touch empty/appeal.yaml
envoi check empty || echo "status $?"
envoi check empty/appeal.yaml || echo "status $?"
rm empty/appeal.yaml
envoi check empty || echo "status $?"
echo "-- a deadline that is none is one all the same"
sed 's/^deadline: .*/deadline: 2023-11-31/' good/appeal.yaml >bad/appeal.yaml
cp good/letter.en.md good/targets.yaml bad
rm bad/letter.zh.md
envoi check bad --origin FR || echo "status $?"
echo "-- a name and a title that cannot be read are told where they stand, and once"
mkdir field
printf 'title: "For {{to.name}}"\nperson: {name: "{{x}}"}\n' >field/appeal.yaml
envoi check field
