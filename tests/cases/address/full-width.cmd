# Digits in full width are the same digits, and a postcode is printed in the
# post's own.
cat >list.csv <<'END'
name,lines,city,postcode,country
Ana,1-1 Chiyoda,Tokyo,１００－０００１,JP
Bo,1 Road,Taipei,１００,TW
Cho,1 Road,Seoul,０３１８７,KR
Ding,1 Road,Urumqi,８３００４１,CN
END
cat >jp.yaml <<'END'
- name: Yamada
  country: JP
  ja: {name: 山田太郎, city: 東京都千代田区, lines: 千代田1-1, postcode: １００－０００１}
END
envoi check list.csv
envoi labels list.csv --on plain-a4 --origin FR --dump=lines | grep -o '".*"'
envoi envelope jp.yaml --on jp-chou-3 --origin JP --script native --dump=lines | grep -o '".*"'
