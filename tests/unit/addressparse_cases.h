/* addressparse_cases.h - what is pasted, the country that is given, the pieces
 * it becomes ("?": guessed) and the country. */
#ifndef ENVOI_TESTS_ADDRESSPARSE_CASES_H
#define ENVOI_TESTS_ADDRESSPARSE_CASES_H

typedef struct PasteCase {
    const char *text, *to, *want;
} PasteCase;

/* Addresses of embassies and of offices are as published; people and streets
 * are made up where they are nobody's office. */
/* clang-format off */
static const PasteCase cases[] = {
    {"最高人民检察院\n张某 检察长\n北京市6号", "CN",
     "organisation:zh?=最高人民检察院\n"
     "name:zh?=张某 检察长\n"
     "lines:zh=北京市6号\n"
     "CN"},
    {"新疆主席\n艾尔肯主席\n委员会主席\n王主席\n乌鲁木齐市1号", "CN",
     "title:zh?=新疆主席\n"
     "name:zh?=艾尔肯主席\n"
     "title:zh?=委员会主席\n"
     "name:zh?=王主席\n"
     "lines:zh=乌鲁木齐市1号\n"
     "CN"},
    {"Prosecutor General Jane Doe\nSupreme Court\n75001 Paris\nFrance", "",
     "title?=Prosecutor General\n"
     "name?=Jane Doe\n"
     "organisation?=Supreme Court\n"
     "postcode=75001\n"
     "city?=Paris\n"
     "country=France\n"
     "FR"},
    {"H.E. Ambassador John Doe\nGeneral Secretary\n75001 Paris\nFrance", "",
     "title?=H.E. Ambassador\n"
     "name?=John Doe\n"
     "title?=General Secretary\n"
     "postcode=75001\n"
     "city?=Paris\n"
     "country=France\n"
     "FR"},
    {"An die\nBotschaft der Republik\n10179 Berlin\nGermany", "",
     "organisation?=Botschaft der Republik\n"
     "postcode=10179\n"
     "city?=Berlin\n"
     "country=Germany\n"
     "DE"},
    {"收信人：王某某\n北京市朝阳区建国路1号", "",
     "name:zh=王某某\n"
     "lines:zh=北京市朝阳区建国路1号\n"
     "?CN"},
    {"司法部 王某某\n北京市6号", "CN",
     "organisation:zh?=司法部\n"
     "name:zh?=王某某\n"
     "lines:zh=北京市6号\n"
     "CN"},
    {"司法部\n王某\n北京市6号\n100020", "",
     "organisation:zh?=司法部\n"
     "name:zh?=王某\n"
     "lines:zh=北京市6号\n"
     "postcode=100020\n"
     "?CN"},
    {"司法部部长王某\n北京市6号", "CN",
     "title:zh?=司法部部长\n"
     "name:zh?=王某\n"
     "lines:zh=北京市6号\n"
     "CN"},
    {"乌鲁木齐市人民政府　张某某主任\n中山路479号", "CN",
     "organisation:zh?=乌鲁木齐市人民政府\n"
     "name:zh?=张某某主任\n"
     "lines:zh=中山路479号\n"
     "CN"},
    {"局长助理\n主席团秘书\n北京 王某\n北京市6号", "CN",
     "lines:zh=局长助理\n"
     "lines:zh=主席团秘书\n"
     "lines:zh=北京 王某\n"
     "lines:zh=北京市6号\n"
     "CN"},
    {"Ma Xingrui\n"
     "Party Secretary of Xinjiang\n"
     "Their postal address in Chinese:\n"
     "新疆维吾尔自治区乌鲁木齐市830041天山区中山路479号\n"
     "Their postal address in English:\n"
     "479 Zhongshan Lu, Tianshan Qu, Urumqi,\n"
     "830041, Xinjiang Uyghur Autonomous Region,\n"
     "People’s Republic of China",
     "",
     "name?=Ma Xingrui\n"
     "title?=Party Secretary of Xinjiang\n"
     "lines:zh=新疆维吾尔自治区乌鲁木齐市830041天山区中山路479号\n"
     "lines=479 Zhongshan Lu\n"
     "district?=Tianshan Qu\n"
     "city?=Urumqi\n"
     "postcode=830041\n"
     "region=Xinjiang Uyghur Autonomous Region\n"
     "country=People’s Republic of China\n"
     "CN"},
    {"President of the People’s Republic of China\n"
     "Xi Jinping\n"
     "Zhongnanhai\n"
     "Xichangan’jie Xichengqu, Beijing Shi 100017\n"
     "People’s Republic of China\n"
     "Fax: +86 10 6238 1025\n"
     "Email: english@mail.gov.cn\n"
     "In Chinese:\n"
     "北京市西城区西长安街街道 100017",
     "",
     "title?=President of the People’s Republic of China\n"
     "name?=Xi Jinping\n"
     "lines=Zhongnanhai\n"
     "lines=Xichangan’jie\n"
     "district?=Xichengqu\n"
     "region=Beijing Shi\n"
     "postcode=100017\n"
     "country=People’s Republic of China\n"
     "fax=+86 10 6238 1025\n"
     "email=english@mail.gov.cn\n"
     "lines:zh=北京市西城区西长安街街道 100017\n"
     "CN"},
    {"Ambassador Cui Tiankai\n"
     "Embassy of the People's Republic of China\n"
     "3505 International Place NW, Washington DC 20008\n"
     "Phone: 202 495 2266 I Fax: 202 495 2138\n"
     "Twitter: @ChineseEmbinUS\n"
     "Salutation: Dear Ambassador",
     "",
     "title?=Ambassador\n"
     "name?=Cui Tiankai\n"
     "organisation?=Embassy of the People's Republic of China\n"
     "lines=3505 International Place NW\n"
     "city?=Washington\n"
     "region?=DC\n"
     "postcode=20008\n"
     "phone=202 495 2266\n"
     "fax=202 495 2138\n"
     "social=@ChineseEmbinUS\n"
     "salutation=Dear Ambassador\n"
     "?US"},
    {"Ambassador Qin Gang\n"
     "Embassy of the People’s Republic of China\n"
     "3505 International Place NW\n"
     "Washington, DC 20008\n"
     "Phone: 202 495 2266 / Fax: 202 495 2138\n"
     "Email: chinaembpress_us@mfa.gov.cn",
     "",
     "title?=Ambassador\n"
     "name?=Qin Gang\n"
     "organisation?=Embassy of the People’s Republic of China\n"
     "lines=3505 International Place NW\n"
     "city?=Washington\n"
     "region?=DC\n"
     "postcode=20008\n"
     "phone=202 495 2266\n"
     "fax=202 495 2138\n"
     "email=chinaembpress_us@mfa.gov.cn\n"
     "?US"},
    {"Mr Zheng Zeguang\n"
     "Embassy of the People's Republic of China\n"
     "49-51 Portland Place W1B 1JL",
     "",
     "name?=Mr Zheng Zeguang\n"
     "organisation?=Embassy of the People's Republic of China\n"
     "lines=49-51 Portland Place\n"
     "postcode=W1B 1JL\n"
     "?GB"},
    {"Embassy of the People's Republic of China\n"
     "49-51 Portland Place\n"
     "London W1B 1JL\n"
     "United Kingdom",
     "",
     "organisation?=Embassy of the People's Republic of China\n"
     "lines=49-51 Portland Place\n"
     "city?=London\n"
     "postcode=W1B 1JL\n"
     "country=United Kingdom\n"
     "GB"},
    {"Director Wang Jiang\n"
     "Prison Administration Bureau of Xinjiang Uyghur Autonomous Region\n"
     "No 380, Huanghe lu, Urumqi, 830000\n"
     "Xinjiang Uyghur Autonomous Region\n"
     "People’s Republic of China",
     "",
     "title?=Director\n"
     "name?=Wang Jiang\n"
     "organisation?=Prison Administration Bureau of Xinjiang Uyghur Autonomous Region\n"
     "lines=No 380, Huanghe lu\n"
     "city?=Urumqi\n"
     "postcode=830000\n"
     "region=Xinjiang Uyghur Autonomous Region\n"
     "country=People’s Republic of China\n"
     "CN"},
    {"100017 北京市西城区示例街道1号\n"
     "示例办公室\n"
     "王敏 收",
     "",
     "lines:zh=100017 北京市西城区示例街道1号\n"
     "organisation:zh?=示例办公室\n"
     "name:zh?=王敏 收\n"
     "?CN"},
    {"收件人：王敏\n"
     "单位：示例法院\n"
     "地址：新疆维吾尔自治区喀什市844000示例路12号\n"
     "电话：0998-1234567\n"
     "邮编：844000",
     "",
     "name:zh=王敏\n"
     "organisation:zh=示例法院\n"
     "lines:zh=新疆维吾尔自治区喀什市844000示例路12号\n"
     "phone=0998-1234567\n"
     "postcode=844000\n"
     "?CN"},
    {"中国\n"
     "新疆乌鲁木齐市天山区示例路1号 830000\n"
     "示例监狱\n"
     "艾克拜尔·示例（收）",
     "",
     "country:zh=中国\n"
     "lines:zh=新疆乌鲁木齐市天山区示例路1号 830000\n"
     "organisation:zh?=示例监狱\n"
     "name:zh?=艾克拜尔·示例（收）\n"
     "CN"},
    {"Wang Min 王敏\n"
     "Example Court (示例人民法院)\n"
     "12 Example Lu, Kashgar\n"
     "Xinjiang 844000, China",
     "",
     "name?=Wang Min\n"
     "name:zh?=王敏\n"
     "organisation?=Example Court\n"
     "organisation:zh?=示例人民法院\n"
     "lines=12 Example Lu\n"
     "city?=Kashgar\n"
     "region=Xinjiang\n"
     "postcode=844000\n"
     "country=China\n"
     "CN"},
    {"Example Detention Centre\n"
     "1 Beijing Road\n"
     "Urumqi 830000\n"
     "China",
     "",
     "organisation?=Example Detention Centre\n"
     "lines=1 Beijing Road\n"
     "city?=Urumqi\n"
     "postcode=830000\n"
     "country=China\n"
     "CN"},
    {"No. 3 Prison of Urumqi\n"
     "P.O. Box 1010\n"
     "Urumqi\n"
     "Xinjiang\n"
     "830013\n"
     "P. R. China",
     "",
     "organisation?=No. 3 Prison of Urumqi\n"
     "lines=P.O. Box 1010\n"
     "city?=Urumqi\n"
     "region=Xinjiang\n"
     "postcode=830013\n"
     "country=P. R. China\n"
     "CN"},
    {"Jane Doe\n"
     "123 N Main St, Apt 4B\n"
     "Springfield, IL 62701-1234",
     "",
     "name?=Jane Doe\n"
     "lines=123 N Main St, Apt 4B\n"
     "city?=Springfield\n"
     "region?=IL\n"
     "postcode=62701-1234\n"
     "?US"},
    {"Jane Doe\n"
     "Example Society, Inc.\n"
     "Attn: Legal Department\n"
     "1 Main St\n"
     "Ames IA 50010\n"
     "USA",
     "",
     "name?=Jane Doe\n"
     "organisation?=Example Society, Inc.\n"
     "attention=Legal Department\n"
     "lines=1 Main St\n"
     "city?=Ames\n"
     "region?=IA\n"
     "postcode=50010\n"
     "country=USA\n"
     "US"},
    {"Ms Ana Poe\n"
     "c/o Smith\n"
     "10 High Street\n"
     "Leeds\n"
     "LS1 1AA\n"
     "UK",
     "",
     "name?=Ms Ana Poe\n"
     "care_of=Smith\n"
     "lines=10 High Street\n"
     "city?=Leeds\n"
     "postcode=LS1 1AA\n"
     "country=UK\n"
     "GB"},
    {"Botschaft der Volksrepublik China\n"
     "Märkisches Ufer 54\n"
     "10179 Berlin\n"
     "Deutschland",
     "",
     "organisation?=Botschaft der Volksrepublik China\n"
     "lines=Märkisches Ufer 54\n"
     "postcode=10179\n"
     "city?=Berlin\n"
     "country=Deutschland\n"
     "DE"},
    {"Herr Jan Beispiel\n"
     "Amt für Muster\n"
     "Hauptstraße 5, D-10115 Berlin\n"
     "Tel.: +49 30 1234567, Fax: +49 30 1234568",
     "",
     "name?=Herr Jan Beispiel\n"
     "organisation?=Amt für Muster\n"
     "lines=Hauptstraße 5\n"
     "postcode=D-10115\n"
     "city?=Berlin\n"
     "phone=+49 30 1234567\n"
     "fax=+49 30 1234568\n"
     "?DE"},
    {"Ambassade de la République populaire de Chine en France\n"
     "20, rue Monsieur\n"
     "75007 Paris\n"
     "France\n"
     "Tél. : 01 53 75 88 31",
     "",
     "organisation?=Ambassade de la République populaire de Chine en France\n"
     "lines=20, rue Monsieur\n"
     "postcode=75007\n"
     "city?=Paris\n"
     "country=France\n"
     "phone=01 53 75 88 31\n"
     "FR"},
    {"M. Jean Exemple\n"
     "Ministère de l'Exemple\n"
     "12 bis rue de l'Essai\n"
     "F-69002 Lyon",
     "",
     "name?=M. Jean Exemple\n"
     "organisation?=Ministère de l'Exemple\n"
     "lines=12 bis rue de l'Essai\n"
     "postcode=F-69002\n"
     "city?=Lyon\n"
     "?FR"},
    {"Mission of the People’s Republic of China to the European Union\n"
     "Boulevard de la Woluwe 100\n"
     "1200 Brussels\n"
     "Belgium",
     "",
     "organisation?=Mission of the People’s Republic of China to the European Union\n"
     "lines=Boulevard de la Woluwe 100\n"
     "postcode=1200\n"
     "city?=Brussels\n"
     "country=Belgium\n"
     "BE"},
    {"Frau Eva Muster\n"
     "Musterweg 3\n"
     "8001 Zürich\n"
     "Schweiz",
     "",
     "name?=Frau Eva Muster\n"
     "lines=Musterweg 3\n"
     "postcode=8001\n"
     "city?=Zürich\n"
     "country=Schweiz\n"
     "CH"},
    {"Ambasciata della Repubblica Popolare Cinese\n"
     "Via Bruxelles 56\n"
     "00198 Roma RM\n"
     "Italia",
     "",
     "organisation?=Ambasciata della Repubblica Popolare Cinese\n"
     "lines=Via Bruxelles 56\n"
     "postcode=00198\n"
     "city?=Roma\n"
     "region?=RM\n"
     "country=Italia\n"
     "IT"},
    {"Embajada de la República Popular China\n"
     "Calle Arturo Soria, 113\n"
     "28043 Madrid\n"
     "España",
     "",
     "organisation?=Embajada de la República Popular China\n"
     "lines=Calle Arturo Soria, 113\n"
     "postcode=28043\n"
     "city?=Madrid\n"
     "country=España\n"
     "ES"},
    {"Mevr. Els Voorbeeld\n"
     "Voorbeeldstraat 12\n"
     "1234 AB Amsterdam",
     "",
     "name?=Mevr. Els Voorbeeld\n"
     "lines=Voorbeeldstraat 12\n"
     "postcode=1234 AB\n"
     "city?=Amsterdam\n"
     "?NL"},
    {"Kari Eksempel\n"
     "Eksempelveien 3\n"
     "0159 Oslo\n"
     "Norge",
     "",
     "name?=Kari Eksempel\n"
     "lines=Eksempelveien 3\n"
     "postcode=0159\n"
     "city?=Oslo\n"
     "country=Norge\n"
     "NO"},
    {"Example AB\n"
     "Exempelgatan 5\n"
     "114 55 Stockholm\n"
     "Sweden",
     "",
     "organisation?=Example AB\n"
     "lines=Exempelgatan 5\n"
     "postcode=114 55\n"
     "city?=Stockholm\n"
     "country=Sweden\n"
     "SE"},
    {"Jan Przykład\n"
     "ul. Przykładowa 7\n"
     "00-950 Warszawa\n"
     "Polska",
     "",
     "name?=Jan Przykład\n"
     "lines=ul. Przykładowa 7\n"
     "postcode=00-950\n"
     "city?=Warszawa\n"
     "country=Polska\n"
     "PL"},
    {"Embassy of the People's Republic of China\n"
     "515 St. Patrick Street\n"
     "Ottawa, ON K1N 5H3\n"
     "Canada",
     "",
     "organisation?=Embassy of the People's Republic of China\n"
     "lines=515 St. Patrick Street\n"
     "city?=Ottawa\n"
     "region?=ON\n"
     "postcode=K1N 5H3\n"
     "country=Canada\n"
     "CA"},
    {"Embassy of the People's Republic of China\n"
     "15 Coronation Drive\n"
     "Yarralumla ACT 2600",
     "",
     "organisation?=Embassy of the People's Republic of China\n"
     "lines=15 Coronation Drive\n"
     "city?=Yarralumla\n"
     "region?=ACT\n"
     "postcode=2600\n"
     "?AU"},
    {"Example Press\n"
     "12 Example Terrace\n"
     "Te Aro\n"
     "Wellington 6011\n"
     "New Zealand",
     "",
     "name?=Example Press\n"
     "lines=12 Example Terrace\n"
     "lines=Te Aro\n"
     "city?=Wellington\n"
     "postcode=6011\n"
     "country=New Zealand\n"
     "NZ"},
    {"Example Secretariat\n"
     "1-1 Kasumigaseki\n"
     "Chiyoda-ku, Tokyo 100-8916\n"
     "Japan\n"
     "〒100-8916\n"
     "東京都千代田区霞が関1-1",
     "",
     "organisation?=Example Secretariat\n"
     "lines=1-1 Kasumigaseki\n"
     "city?=Chiyoda-ku\n"
     "region?=Tokyo\n"
     "postcode=100-8916\n"
     "country=Japan\n"
     "postcode=100-8916\n"
     "lines:ja=東京都千代田区霞が関1-1\n"
     "JP"},
    {"Kim Min\n"
     "209 Sejong-daero\n"
     "Jongno-gu\n"
     "Seoul 03171\n"
     "South Korea\n"
     "서울특별시 종로구 세종대로 209",
     "",
     "name?=Kim Min\n"
     "lines=209 Sejong-daero\n"
     "lines=Jongno-gu\n"
     "city?=Seoul\n"
     "postcode=03171\n"
     "country=South Korea\n"
     "lines:ko=서울특별시 종로구 세종대로 209\n"
     "KR"},
    {"臺北市中正區範例路1號\n"
     "陳小明 收",
     "",
     "lines:zh-Hant=臺北市中正區範例路1號\n"
     "name:zh-Hant?=陳小明 收\n"
     "?TW"},
    {"Example Office\n"
     "Room 5, 12 Example Road\n"
     "Wan Chai\n"
     "Hong Kong",
     "",
     "organisation?=Example Office\n"
     "lines=Room 5, 12 Example Road\n"
     "city?=Wan Chai\n"
     "country=Hong Kong\n"
     "HK"},
    {"Nazgul Example\n"
     "10 Abay Street\n"
     "Almaty 050012\n"
     "Kazakhstan",
     "",
     "name?=Nazgul Example\n"
     "lines=10 Abay Street\n"
     "city?=Almaty\n"
     "postcode=050012\n"
     "country=Kazakhstan\n"
     "KZ"},
    {"Иван Примеров\n"
     "ул. Примерная, д. 1\n"
     "Москва\n"
     "101000\n"
     "Россия",
     "",
     "name:ru?=Иван Примеров\n"
     "lines:ru=ул. Примерная, д. 1\n"
     "lines:ru=Москва\n"
     "postcode=101000\n"
     "country:ru=Россия\n"
     "RU"},
    {"東京都千代田区霞が関\n"
     "1-1-1\n"
     "100-0013\n"
     "日本",
     "",
     "lines:ja=東京都千代田区霞が関\n"
     "lines:ja=1-1-1\n"
     "postcode=100-0013\n"
     "country:ja=日本\n"
     "JP"},
    {"ул. Примерная\n"
     "12-34\n"
     "Москва\n"
     "101000\n"
     "ul. Primernaya\n"
     "12-34\n"
     "Moscow 101000\n"
     "Russia",
     "",
     "lines:ru=ул. Примерная\n"
     "lines:ru=12-34\n"
     "lines:ru=Москва\n"
     "lines:ru=101000\n"
     "lines=ul. Primernaya\n"
     "lines=12-34\n"
     "city?=Moscow\n"
     "postcode=101000\n"
     "country=Russia\n"
     "RU"},
    {"Ivan Primerov\n"
     "ul. Primernaya 1\n"
     "Moscow\n"
     "101000\n"
     "Russia",
     "",
     "name?=Ivan Primerov\n"
     "lines=ul. Primernaya 1\n"
     "city?=Moscow\n"
     "postcode=101000\n"
     "country=Russia\n"
     "RU"},
    {"Example Committee\n"
     "Av. Paulista 1000\n"
     "São Paulo - SP\n"
     "01310-100\n"
     "Brasil",
     "",
     "organisation?=Example Committee\n"
     "lines=Av. Paulista 1000\n"
     "city?=São Paulo\n"
     "region?=SP\n"
     "postcode=01310-100\n"
     "country=Brasil\n"
     "BR"},
    {"Ms Ana Ejemplo\n"
     "Calle Ejemplo 12\n"
     "Col. Centro\n"
     "06000 Ciudad de México, CDMX\n"
     "México",
     "",
     "name?=Ms Ana Ejemplo\n"
     "lines=Calle Ejemplo 12\n"
     "lines=Col. Centro\n"
     "postcode=06000\n"
     "city?=Ciudad de México\n"
     "region?=CDMX\n"
     "country=México\n"
     "MX"},
    {"Example Trust\n"
     "12 Example Marg\n"
     "New Delhi 110001\n"
     "India",
     "",
     "name?=Example Trust\n"
     "lines=12 Example Marg\n"
     "city?=New Delhi\n"
     "postcode=110001\n"
     "country=India\n"
     "IN"},
    {"Kofi Example\n"
     "P.O. Box GP 1000\n"
     "Accra\n"
     "Ghana",
     "",
     "name?=Kofi Example\n"
     "lines=P.O. Box GP 1000\n"
     "city?=Accra\n"
     "country=Ghana\n"
     "GH"},
    {"Example Ltd\n"
     "1 Orchard Road\n"
     "Singapore 238801",
     "",
     "organisation?=Example Ltd\n"
     "lines=1 Orchard Road\n"
     "city?=Singapore\n"
     "postcode=238801\n"
     "?SG"},
    {"Her Excellency Ada Example\n"
     "Permanent Mission of Example to the United Nations\n"
     "Chemin de l'Exemple 1\n"
     "1211 Genève 20\n"
     "Switzerland",
     "",
     "name?=Her Excellency Ada Example\n"
     "organisation?=Permanent Mission of Example to the United Nations\n"
     "lines=Chemin de l'Exemple 1\n"
     "postcode=1211\n"
     "city?=Genève 20\n"
     "country=Switzerland\n"
     "CH"},
    {"ACME\n"
     "Legal Department\n"
     "1 Main St\n"
     "Ames, IA 50010",
     "",
     "organisation?=ACME\n"
     "department?=Legal Department\n"
     "lines=1 Main St\n"
     "city?=Ames\n"
     "region?=IA\n"
     "postcode=50010\n"
     "?US"},
    {"• Ma Xingrui, Party Secretary of Xinjiang\n"
     "• Erkin Tuniyaz, Chairman\n"
     "479 Zhongshan Lu\n"
     "Urumqi\n"
     "Xinjiang 830041\n"
     "China",
     "",
     "name?=Ma Xingrui, Party Secretary of Xinjiang\n"
     "name?=Erkin Tuniyaz, Chairman\n"
     "lines=479 Zhongshan Lu\n"
     "city?=Urumqi\n"
     "region=Xinjiang\n"
     "postcode=830041\n"
     "country=China\n"
     "CN"},
    {"Jane Doe <jane@example.org>\n"
     "https://example.org/jane\n"
     "+1 515 555 0100\n"
     "1 Main St\n"
     "Ames, IA 50010",
     "",
     "name?=Jane Doe\n"
     "email=jane@example.org\n"
     "web=https://example.org/jane\n"
     "phone?=+1 515 555 0100\n"
     "lines=1 Main St\n"
     "city?=Ames\n"
     "region?=IA\n"
     "postcode=50010\n"
     "?US"},
    {"1 Main St\n"
     "Somewhere",
     "",
     "lines=1 Main St\n"
     "city?=Somewhere\n"
     "-"},
    {"Jane Doe\n"
     "1 Main St\n"
     "Somewhere",
     "NZ",
     "name?=Jane Doe\n"
     "lines=1 Main St\n"
     "city?=Somewhere\n"
     "NZ"},
    {"Rue de l'Exemple 12, Lomé\n"
     "Togo",
     "",
     "lines=Rue de l'Exemple 12\n"
     "city?=Lomé\n"
     "country=Togo\n"
     "TG"},
    {"خیابان نمونه ۱\n"
     "تهران",
     "IR",
     "lines:fa=خیابان نمونه ۱\n"
     "lines:fa=تهران\n"
     "IR"},
    {"ئۈرۈمچى شەھىرى، مىسال يولى 1\n"
     "新疆乌鲁木齐市示例路1号",
     "CN",
     "lines:ug=ئۈرۈمچى شەھىرى، مىسال يولى 1\n"
     "lines:zh=新疆乌鲁木齐市示例路1号\n"
     "CN"},
    {"John",
     "",
     "lines=John\n"
     "-"},
    {"Embassy of Exampleland\n"
     "17 Guanghua Road\n"
     "Chaoyang District\n"
     "Beijing 100600\n"
     "China",
     "",
     "organisation?=Embassy of Exampleland\n"
     "lines=17 Guanghua Road\n"
     "district?=Chaoyang District\n"
     "region=Beijing\n"
     "postcode=100600\n"
     "country=China\n"
     "CN"},
    {"王敏局长\n"
     "新疆维吾尔自治区示例局\n"
     "乌鲁木齐市示例路123456号",
     "",
     "name:zh?=王敏局长\n"
     "organisation:zh?=新疆维吾尔自治区示例局\n"
     "lines:zh=乌鲁木齐市示例路123456号\n"
     "?CN"},
    {"Büyükelçilik\n"
     "Örnek Caddesi 1\n"
     "06420 Çankaya/Ankara\n"
     "Türkiye",
     "",
     "lines=Büyükelçilik\n"
     "lines=Örnek Caddesi 1\n"
     "postcode=06420\n"
     "city?=Çankaya/Ankara\n"
     "country=Türkiye\n"
     "TR"},
    {"United Nations\n"
     "New York, NY 10017\n"
     "(212) 555-0100",
     "",
     "organisation?=United Nations\n"
     "city?=New York\n"
     "region?=NY\n"
     "postcode=10017\n"
     "phone?=(212) 555-0100\n"
     "?US"},
    {"Ms Example\n"
     "1 Merrion Road\n"
     "Dublin 4\n"
     "D04 AB12\n"
     "Ireland",
     "",
     "name?=Ms Example\n"
     "lines=1 Merrion Road\n"
     "city?=Dublin 4\n"
     "postcode=D04 AB12\n"
     "country=Ireland\n"
     "IE"},
    {"Ana Exemplo\n"
     "Rua do Exemplo, 1\n"
     "1250-096 Lisboa\n"
     "Portugal",
     "",
     "name?=Ana Exemplo\n"
     "lines=Rua do Exemplo, 1\n"
     "postcode=1250-096\n"
     "city?=Lisboa\n"
     "country=Portugal\n"
     "PT"},
    {"Jane Doe\n"
     "1 Main St\n"
     "Toronto ON  M5V 2T6",
     "",
     "name?=Jane Doe\n"
     "lines=1 Main St\n"
     "city?=Toronto\n"
     "region?=ON\n"
     "postcode=M5V 2T6\n"
     "?CA"},
    {"Tel. 0991 123456\n"
     "Fax +86 991 654321\n"
     "Urumqi 830000",
     "",
     "phone=0991 123456\n"
     "fax=+86 991 654321\n"
     "lines=Urumqi 830000\n"
     "-"},
    {"Ma Xingrui, Party Secretary of Xinjiang, 479 Zhongshan Lu, Tianshan Qu, Urumqi 830041, Xinjiang Uyghur Autonomous Region, People's Republic of China",
     "",
     "name?=Ma Xingrui\n"
     "title?=Party Secretary of Xinjiang\n"
     "lines=479 Zhongshan Lu\n"
     "district?=Tianshan Qu\n"
     "city?=Urumqi\n"
     "postcode=830041\n"
     "region=Xinjiang Uyghur Autonomous Region\n"
     "country=People's Republic of China\n"
     "CN"},
    {"Minister Tang Example, Ministry of Justice, 10 Chaoyangmen Nandajie, Chaoyangqu, Beijing Shi 100020,\n"
     "People's Republic of China",
     "",
     "title?=Minister\n"
     "name?=Tang Example\n"
     "organisation?=Ministry of Justice\n"
     "lines=10 Chaoyangmen Nandajie\n"
     "district?=Chaoyangqu\n"
     "region=Beijing Shi\n"
     "postcode=100020\n"
     "country=People's Republic of China\n"
     "CN"},
    {"S.E. M. Lu Example\n"
     "Ambassade de Chine\n"
     "11 avenue George V\n"
     "75008 Paris\n"
     "France",
     "",
     "name?=S.E. M. Lu Example\n"
     "organisation?=Ambassade de Chine\n"
     "lines=11 avenue George V\n"
     "postcode=75008\n"
     "city?=Paris\n"
     "country=France\n"
     "FR"},
    {"Jane Doe, 123 N Main St, Apt 4B, Springfield, IL 62701",
     "",
     "name?=Jane Doe\n"
     "lines=123 N Main St\n"
     "lines=Apt 4B\n"
     "city?=Springfield\n"
     "region?=IL\n"
     "postcode=62701\n"
     "?US"},
    {"文部科学大臣\n〒100-8959\n東京都千代田区霞が関3-2-2\n日本国",
     "",
     "title:ja?=文部科学大臣\n"
     "postcode=100-8959\n"
     "lines:ja=東京都千代田区霞が関3-2-2\n"
     "country:ja=日本国\n"
     "JP"},
    {"법무부 장관\n13809 경기도 과천시 관문로 47\n정부과천청사",
     "",
     "title:ko?=법무부 장관\n"
     "lines:ko=13809 경기도 과천시 관문로 47\n"
     "lines:ko=정부과천청사\n"
     "?KR"},
    {"404 ถนนแจ้งวัฒนะ\nกรุงเทพมหานคร 10210\nประเทศไทย",
     "",
     "lines:th=404 ถนนแจ้งวัฒนะ\n"
     "lines:th=กรุงเทพมหานคร 10210\n"
     "country:th=ประเทศไทย\n"
     "TH"},
    {"404 ถนนแจ้งวัฒนะ\nกรุงเทพมหานคร 10210",
     "",
     "lines:th=404 ถนนแจ้งวัฒนะ\n"
     "lines:th=กรุงเทพมหานคร 10210\n"
     "?TH"},
    {"陳大文先生\n香港灣仔告士打道7號\n香港",
     "",
     "name:zh-HK?=陳大文先生\n"
     "lines:zh-HK=香港灣仔告士打道7號\n"
     "country:zh-HK=香港\n"
     "HK"},
    {"Chief Justice of India\nSupreme Court of India\nTilak Marg\n"
     "New Delhi - 110 001\nIndia",
     "",
     "title?=Chief Justice of India\n"
     "organisation?=Supreme Court of India\n"
     "lines=Tilak Marg\n"
     "city?=New Delhi\n"
     "postcode=110 001\n"
     "country=India\n"
     "IN"},
    {"Sr. Presidente\nPalácio do Planalto\nPraça dos Três Poderes\n"
     "70150-900 Brasília - DF\nBrasil",
     "",
     "title?=Sr. Presidente\n"
     "lines=Palácio do Planalto\n"
     "lines=Praça dos Três Poderes\n"
     "postcode=70150-900\n"
     "city?=Brasília\n"
     "region?=DF\n"
     "country=Brasil\n"
     "BR"},
    {"山田太郎 様\n〒105-0011 東京都港区芝公園4-2-8\nPark Court 501\nJapan",
     "JP",
     "name:ja?=山田太郎 様\n"
     "postcode=105-0011\n"
     "lines:ja=東京都港区芝公園4-2-8\n"
     "lines:ja=Park Court 501\n"
     "country=Japan\n"
     "JP"},
    {"〒105-0011\n東京都港区芝公園4-2-8\nTokyo\n法務省 御中",
     "JP",
     "postcode=105-0011\n"
     "lines:ja=東京都港区芝公園4-2-8\n"
     "lines=Tokyo\n"
     "organisation:ja?=法務省 御中\n"
     "JP"},
    {"서울특별시 강남구 테헤란로 152\nGangnam Finance Center, 21F\n"
     "김철수 귀하\n06236",
     "KR",
     "lines:ko=서울특별시 강남구 테헤란로 152\n"
     "lines:ko=Gangnam Finance Center, 21F\n"
     "name:ko?=김철수 귀하\n"
     "postcode=06236\n"
     "KR"},
    {"Ana Ruiz\nC.P. 6128, succ. Centre-ville\nMontréal QC H3C 3J7\nCanada", "",
     "name?=Ana Ruiz\n"
     "lines=C.P. 6128, succ. Centre-ville\n"
     "city?=Montréal\n"
     "region?=QC\n"
     "postcode=H3C 3J7\n"
     "country=Canada\n"
     "CA"},
    {"Ana Ruiz\nC.P. 10123\n00186 Roma\nItaly", "",
     "name?=Ana Ruiz\n"
     "lines=C.P. 10123\n"
     "postcode=00186\n"
     "city?=Roma\n"
     "country=Italy\n"
     "IT"},
    {"Ana Ruiz\nAv. Juárez 20, CP 06600\nMéxico, D.F.\nMéxico", "",
     "name?=Ana Ruiz\n"
     "lines=Av. Juárez 20\n"
     "postcode=06600\n"
     "region?=México, D.F.\n"
     "country=México\n"
     "MX"},
    {"Ana Ruiz\nCP 12345\nDakar\nSenegal", "",
     "name?=Ana Ruiz\n"
     "lines=CP 12345\n"
     "city?=Dakar\n"
     "country=Senegal\n"
     "SN"},
    {"Ministry\nΑμπελοκήπων 12\nAthens 115 23\nGreece", "",
     "organisation?=Ministry\n"
     "lines:el=Αμπελοκήπων 12\n"
     "city?=Athens\n"
     "postcode=115 23\n"
     "country=Greece\n"
     "GR"},
    {"示例单位 830000 乌鲁木齐市示例路1号",
     "",
     "lines:zh=示例单位 830000 乌鲁木齐市示例路1号\n"
     "?CN"},
};
/* clang-format on */

#endif
