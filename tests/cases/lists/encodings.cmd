# The same kind of list in each encoding: what it is read as, and what is read.
show() {
    envoi labels "$@" --origin FR --dump=lines 2>&1 |
        sed -n 's/^\[.* "\(.*\)"$/    \1/p; /: note:\|: warning:\|: error:/p'
}
try() { # NAME ENCODING: standard input in it
    iconv -f UTF-8 -t "$2" >"$1" && show "$1"
}
zh='姓名,地址,邮编,城市,国家
王小明,建国路88号,100022,北京市,中国'
zht='姓名;地址;郵遞區號;城市;國家
陳大文;重慶南路一段122號;100;臺北市;TW'
printf '%s\n' "$zh" | try utf8.csv UTF-8
printf '\357\273\277%s\n' "$zh" >mark.csv && show mark.csv
printf '%s\n' "$zh" | try gb18030.csv GB18030
printf '%s\n' "$zh" | try le.csv UTF-16LE
printf '%s\n' "$zh" | try be.csv UTF-16BE
printf '\377\376' >le-mark.csv
printf '%s\n' "$zh" | iconv -f UTF-8 -t UTF-16LE >>le-mark.csv && show le-mark.csv
printf '%s\n' "$zht" | try big5.csv BIG5
printf '%s\n' "$zht" | try gbk.csv GB18030
printf '氏名,住所,市,国,郵便番号\n山田太郎,丸の内1-1,千代田区,JP,100-0005\n' | try sjis.csv SHIFT_JIS
printf 'name,lines,city,country,postcode\nアムネスティ,丸の内1-1,千代田区,JP,100-0005\n' | try kana.csv EUC-JP
printf '이름,주소,도시,국가,우편 번호\n홍길동,세종대로 209,서울,KR,03171\n' | try korean.csv EUC-KR
printf 'Имя\tАдрес\tГород\tСтрана\nИванов Пётр\tул. Тверская, 1\tМосква\tRU\n' | try koi8.tsv KOI8-R
printf 'Имя;Адрес;Город;Страна\nИванов Пётр;ул. Тверская, 1;Москва;RU\n' | try windows.csv WINDOWS-1251
printf 'Nom;Rue;Ville;Pays\nRené Lefèvre;12 rue du Général-Hô;Besançon;FR\n“Élodie”;1 rue à côté;Nîmes;France\n' | try latin.csv WINDOWS-1252
printf 'Nazwisko;Ulica;Miasto;Państwo\nWałęsa;Długa 1;Gdańsk;PL\n' | try polish.csv WINDOWS-1250
printf 'Ad;Sokak;Şehir;Ülke\nIşık Doğan;Sokak 1;İstanbul;TR\n' | try turkish.csv WINDOWS-1254
printf 'ئىسىم,كوچا,شەھەر,دۆلەت\nئەركىن,1-كوچا,ئۈرۈمچى,CN\n' | try uyghur.csv GB18030
