# Lists as other programs write them, and as people head their columns.
cat >google.csv <<'L'
First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address
Ana,,Ruiz,,Dr.,,,,,,,,,,* myContacts,* ,ana@example.org,Mobile,+33 6 00 00 00 00,Home,"12 Rue de l'Exemple
75007 Paris
France",12 Rue de l'Exemple,Paris,,,75007,FR,Bât. 3
小明,,王,,,,,,示例协会,,,,,,* myContacts,,,,,Work,"朝阳区建国路88号
北京市
100022
中国",朝阳区建国路88号,北京市,,,100022,CN,
L
cat >outlook.csv <<'L'
"First Name","Last Name","Title","Company","Job Title","Business Street","Business City","Business Postal Code","Business Country/Region","Home Street","Home City","Home Postal Code","Home Country/Region","E-mail Address"
"Ana","Ruiz","Dr.","Example e.V.","Chair","12 Rue de l'Exemple","Paris","75007","France","","","","","ana@example.org"
L
cat >us.csv <<'L'
Name,Company,Address1,Address 2,City,State,Zip,Country/Region,Name Chinese,lines_zh,Mobile,Name Prefix
Ana Ruiz,Example Inc,12 Example St,Apt 4,Boston,MA,02110,US,x,y,z,Dr.
L
printf 'Name,Address,Address 2,City,State,Zip,Country\nAna,12 Example St,Apt 4,Boston,MA,02110,US\n' >street.csv
printf 'Name,Email,E-mail Address,Company,Organisation,Address\nAna,a@example.org,d@example.org,X,Y,"12 Rue A\n75007 Paris\nFrance"\n' >twice.csv
cat >chinese.csv <<'L'
收件人,单位,职位,通讯地址,城市,省份,邮政编码,国家,手机
王小明,示例市监狱,主任,示例路1号,乌鲁木齐市,新疆,830000,中国,139
L
cat >uyghur.csv <<'L'
ئىسىم,ئادرېس,شەھەر,پوچتا نومۇرى,دۆلەت
ئەركىن,ئازادلىق يولى 12,ئۈرۈمچى,830000,جۇڭگو
L
for f in google us street twice chinese uyghur; do
    echo "-- $f"
    envoi labels $f.csv --origin US --dump=lines 2>&1 |
        sed -n 's/^\[.* "\(.*\)"$/    \1/p; /: note:\|: warning:\|: error:/p' | cut -c1-300
done
echo "-- outlook"
envoi labels outlook.csv --origin US --map 'Business Street=lines,Business City=city,Business Postal Code=postcode,Business Country/Region=country,Title=' --dump=lines 2>&1 |
    sed -n 's/^\[.* "\(.*\)"$/    \1/p; /: error:/p'
