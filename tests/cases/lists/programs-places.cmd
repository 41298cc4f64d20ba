# Tables that address books export, with a work address and a home one.
cat >outlook.csv <<'L'
Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business Street 2,Business Street 3,Business City,Business State,Business Postal Code,Business Country/Region,Home Street,Home Street 2,Home Street 3,Home City,Home State,Home Postal Code,Home Country/Region,Business Phone,Home Phone,E-mail Address,E-mail Display Name,Notes
Dr.,Ana,,Ruiz,,Example Corp,Legal,Head of Law,12 Rue Cler,Bâtiment B,,Paris,,75007,France,3 Rue Courte,,,Lyon,,69007,France,+33 1,+33 4,ana@example.org,Ana Ruiz,x
,Ben,,Ito,,Example Corp,,,,,,,,,,3 Rue Longue,,,Lyon,,69007,France,,,ben@example.org,,
,,,,,Shop SARL,,,,,,,,,,5 Rue Longue,,,Lyon,,69007,France,,,,,
L
cat >google.csv <<'L'
First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address,Address 2 - Label,Address 2 - Formatted,Address 2 - Street,Address 2 - City,Address 2 - PO Box,Address 2 - Region,Address 2 - Postal Code,Address 2 - Country,Address 2 - Extended Address
Ana,,Ruiz,,,,,Example Corp,Head of Law,Legal,,,,* myContacts,Work,ana@example.org,Work,+33 1,Work,"12 Rue Cler
75007 Paris
FR",12 Rue Cler,Paris,,,75007,FR,,Home,"3 Rue Courte
69007 Lyon
FR",3 Rue Courte,Lyon,,,69007,FR,
L
cat >thunderbird.csv <<'L'
First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,Work Phone,Home Phone,Fax Number,Pager Number,Mobile Number,Home Address,Home Address 2,Home City,Home State,Home ZipCode,Home Country,Work Address,Work Address 2,Work City,Work State,Work ZipCode,Work Country,Job Title,Department,Organization,Web Page 1,Notes
Ana,Ruiz,Ana Ruiz,,ana@example.org,,,,,,,,3 Rue Courte,,Lyon,,69007,FR,12 Rue Cler,Bâtiment B,Paris,,75007,FR,Head,Legal,Example Corp,,
L
printed() {
    echo "== $*"
    rm -f x.pdf
    envoi labels "$@" --on avery-l7163 --origin DE --no-ruler -o x.pdf 2>&1
    pdftotext -raw x.pdf -
}
printed outlook.csv
printed google.csv
printed thunderbird.csv
# The others, by name.
printed outlook.csv --map "Home Street=lines,Home City=city,Home Postal Code=postcode,Home Country/Region=country" --records 1
# A city with a plain name goes before.
printf 'Name,Street,Postcode,City,Country,Home City,Work Country\nAna,1 Rue A,69001,Lyon,FR,Paris,US\n' >plain.csv
printed plain.csv
# The courtesy title is there for letters.
printf -- '---\nlang: en\n---\n\nDear {{to.Title}} {{to.Last Name}},\n' >l.md
envoi letter l.md --to outlook.csv --records 1 -o l.pdf 2>/dev/null
pdftotext l.pdf - | grep Dear
