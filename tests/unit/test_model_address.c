#include "unit.h"

#include "contact_spec.h"
#include "model/address.h"

#define XINJIANG                                                               \
    "name=Ma Xingrui\ntitle=Party Secretary of Xinjiang\n"                     \
    "lines=479 Zhongshan Lu\ndistrict=Tianshan Qu\ncity=Urumqi\n"              \
    "region=Xinjiang Uyghur Autonomous Region\ncountry=China\n"                \
    "lines:zh=新疆维吾尔自治区乌鲁木齐市830041天山区中山路479号\n"

typedef struct Case {
    const char *what, *spec;
    AddressOptions options;
    const char *block, *diag; /* "" for none */
} Case;

static const Case cases[] = {
    {"Xinjiang from France",
     XINJIANG,
     {.origin = "FR"},
     "name en| Ma Xingrui\n"
     "title en| Party Secretary of Xinjiang\n"
     "local zh-Hans| 830041　新疆维吾尔自治区乌鲁木齐市天山区中山路479号\n"
     "place en| 479 Zhongshan Lu\n"
     "place en| TIANSHAN QU URUMQI 830041\n"
     "place en| XINJIANG UYGHUR AUTONOMOUS REGION\n"
     "country fr| CHINE\n",
     ""},
    {"Xinjiang with a Chinese name and a title, from Germany",
     XINJIANG "name:zh=马兴瑞\ntitle:zh=书记\n"
              "organisation:zh=中共新疆维吾尔自治区委员会\n",
     {.origin = "DE"},
     "name en| Ma Xingrui\n"
     "title en| Party Secretary of Xinjiang\n"
     "local zh-Hans| 830041　新疆维吾尔自治区乌鲁木齐市天山区中山路479号\n"
     "local zh-Hans| 中共新疆维吾尔自治区委员会\n"
     "local zh-Hans| 马兴瑞书记　收\n"
     "place en| 479 Zhongshan Lu\n"
     "place en| Tianshan Qu, URUMQI\n"
     "place en| Xinjiang Uyghur Autonomous Region, 830041\n"
     "country de| CHINA\n",
     ""},
    {"a long title stands above the name; native alone",
     XINJIANG "name:zh=马兴瑞\ntitle:zh=新疆维吾尔自治区党委书记\n",
     {.origin = "US", .script = ADDRESS_NATIVE},
     "local zh-Hans| 830041　新疆维吾尔自治区乌鲁木齐市天山区中山路479号\n"
     "local zh-Hans| 新疆维吾尔自治区党委书记\n"
     "name zh-Hans| 马兴瑞　收\n"
     "country en| CHINA\n",
     "book.yaml:1:1: warning: \"Ma Xingrui\": the US Postal Service wants "
     "place and "
     "country of mail abroad in Latin letters too; print both scripts, or "
     "stick this beside an address that has them\n"
     "    1 | name=Ma Xingrui\n      | ^~~~~~~~~~~~~~~\n"},
    {"native without a native name has the Latin one above",
     XINJIANG,
     {.origin = "GB", .script = ADDRESS_NATIVE},
     "name en| Ma Xingrui\n"
     "local zh-Hans| 830041　新疆维吾尔自治区乌鲁木齐市天山区中山路479号\n"
     "country en-GB| CHINA\n",
     "book.yaml:1:1: warning: \"Ma Xingrui\": the Universal Postal Union wants "
     "place and "
     "country of mail abroad in Latin letters too; print both scripts, or "
     "stick this beside an address that has them\n"
     "    1 | name=Ma Xingrui\n      | ^~~~~~~~~~~~~~~\n"
     "book.yaml:2:7: note: \"Ma Xingrui\": \"Party Secretary of Xinjiang\" is "
     "not printed: it is in Latin letters, and only the country's own script "
     "is printed; write it in that script, or print both\n"
     "    2 | title=Party Secretary of Xinjiang\n"
     "      |       ^~~~~~~~~~~~~~~~~~~~~~~~~~~\n"},
    {"Latin alone, the postcode out of the Chinese line",
     XINJIANG,
     {.origin = "US", .script = ADDRESS_LATIN},
     "name en| Ma Xingrui\n"
     "title en| Party Secretary of Xinjiang\n"
     "place en| 479 Zhongshan Lu\n"
     "place en| Tianshan Qu, URUMQI\n"
     "place en| Xinjiang Uyghur Autonomous Region, 830041\n"
     "country en| CHINA\n",
     ""},
    {"domestic, compact",
     XINJIANG,
     {.origin = "CN", .compact = true},
     "name en| Ma Xingrui\n"
     "title en| Party Secretary of Xinjiang\n"
     "local zh-Hans| 830041　新疆维吾尔自治区乌鲁木齐市天山区中山路479号\n"
     "place en| 479 Zhongshan Lu, Tianshan Qu, Urumqi, Xinjiang Uyghur "
     "Autonomous Region, 830041\n",
     ""},
    {"Zhongnanhai: postcode behind, lines as in the appeal, country twice",
     "name=President Xi Jinping\n"
     "lines=Zhongnanhai|Xichang'an jie|Xicheng Qu, Beijing Shi 100017|"
     "People’s Republic of China\n"
     "country=CN\nlines:zh=北京市西城区西长安街街道 100017\n",
     {.origin = "FR", .compact = true},
     "name en| President Xi Jinping\n"
     "local zh-Hans| 100017　北京市西城区西长安街街道\n"
     "place en| ZHONGNANHAI XICHANG'AN JIE\n"
     "place en| XICHENG QU BEIJING SHI 100017\n"
     "country fr| CHINE\n",
     ""},
    {"no Chinese at all",
     "name=Wang Jiang\ntitle=Director\n"
     "organisation=Prison Administration Bureau of Xinjiang Uyghur Autonomous "
     "Region\n"
     "lines=No 380, Huanghe lu\ncity=Urumqi\npostcode=830000\n"
     "region=Xinjiang Uyghur Autonomous Region\ncountry=CN\n",
     {.origin = "US"},
     "name en| Wang Jiang\n"
     "title en| Director\n"
     "title en| Prison Administration Bureau of Xinjiang Uyghur Autonomous "
     "Region\n"
     "place en| No 380, Huanghe lu\n"
     "place en| URUMQI\n"
     "place en| Xinjiang Uyghur Autonomous Region, 830000\n"
     "country en| CHINA\n",
     ""},
    {"free text: addressee above, country below",
     "name=Ma Xingrui\n"
     "address=Party Secretary of Xinjiang|Ma Xingrui|479 Zhongshan Lu, "
     "Tianshan Qu, Urumqi,|830041, Xinjiang Uyghur Autonomous Region,|"
     "People’s Republic of China\n"
     "title=Party Secretary of Xinjiang\n",
     {.origin = "DE"},
     "name en| Ma Xingrui\n"
     "title en| Party Secretary of Xinjiang\n"
     "place en| 479 Zhongshan Lu, Tianshan Qu, Urumqi,\n"
     "place en| 830041, Xinjiang Uyghur Autonomous Region,\n"
     "country de| CHINA\n",
     ""},
    {"free text, nobody named, country unsaid",
     "address=Director Wang Jiang|Prison Administration Bureau|No 380, Huanghe "
     "lu,|Urumqi,|830000, Xinjiang|P.R. China\n",
     {.origin = "DE"},
     "name en| Director Wang Jiang\n"
     "place en| Prison Administration Bureau\n"
     "place en| No 380, Huanghe lu,\n"
     "place en| Urumqi,\n"
     "place en| 830000, Xinjiang\n"
     "country de| CHINA\n",
     ""},
    {"free text in both scripts at once",
     "name=Ma Xingrui\ncountry=CN\n"
     "address=新疆维吾尔自治区乌鲁木齐市830041天山区中山路479号|479 Zhongshan "
     "Lu, Tianshan Qu|Urumqi, Xinjiang|China\n",
     {.origin = "FR"},
     "name en| Ma Xingrui\n"
     "local zh-Hans| 830041　新疆维吾尔自治区乌鲁木齐市天山区中山路479号\n"
     "place en| 479 ZHONGSHAN LU TIANSHAN QU\n"
     "place en| URUMQI XINJIANG\n"
     "country fr| CHINE\n",
     ""},
    {"Chinese without a language tag, nothing in Latin",
     "name=马兴瑞\ncountry=中国\nlines=新疆乌鲁木齐市中山路479号\n"
     "postcode=830041\n",
     {.origin = "DE"},
     "local zh-Hans| 830041　新疆乌鲁木齐市中山路479号\n"
     "name zh-Hans| 马兴瑞　收\n"
     "country de| CHINA\n",
     "book.yaml:1:1: warning: \"马兴瑞\" has no city in Latin letters, which "
     "the post that takes the letter reads; add city and postcode, or lines\n"
     "    1 | name=马兴瑞\n"},
    {"Chinese in fields",
     "name=Ma Xingrui\ncity=Urumqi\nregion=Xinjiang\ncountry=CN\n"
     "postcode=830041\nregion:zh=新疆维吾尔自治区\ncity:zh=乌鲁木齐市\n"
     "district:zh=天山区\nlines:zh=中山路479号\nname:zh=马兴瑞（收）\n",
     {.origin = "US"},
     "name en| Ma Xingrui\n"
     "local zh-Hans| 830041　新疆维吾尔自治区乌鲁木齐市天山区中山路479号\n"
     "local zh-Hans| 马兴瑞（收）\n"
     "place en| URUMQI\n"
     "place en| Xinjiang, 830041\n"
     "country en| CHINA\n",
     ""},
    {"embassy in Washington, posted there",
     "name=Qin Gang\ntitle=Ambassador\norganisation=Embassy of the People's "
     "Republic of China\nlines=3505 International Place NW\ncity=Washington\n"
     "region=DC\npostcode=20008\ncountry=USA\n",
     {.origin = "US"},
     "name en| Qin Gang\n"
     "title en| Ambassador\n"
     "title en| Embassy of the People's Republic of China\n"
     "place en| 3505 International Place NW\n"
     "place en| WASHINGTON DC 20008\n",
     ""},
    {"the same from France; script native changes nothing there",
     "name=Qin Gang\nlines=3505 International Place NW\ncity=Washington\n"
     "region=DC\npostcode=20008\ncountry=USA\n",
     {.origin = "FR", .script = ADDRESS_NATIVE},
     "name en| Qin Gang\n"
     "place en| 3505 INTERNATIONAL PLACE NW\n"
     "place en| WASHINGTON DC 20008\n"
     "country fr| ÉTATS-UNIS\n",
     ""},
    {"embassy in London, from China",
     "name=Zheng Zeguang\norganisation=Embassy of the People's Republic of "
     "China\nlines=49-51 Portland Place\ncity=London\npostcode=w1b 1jl\n"
     "country=UK\n",
     {.origin = "CN"},
     "name en-GB| Zheng Zeguang\n"
     "title en-GB| Embassy of the People's Republic of China\n"
     "place en-GB| 49-51 Portland Place\n"
     "place en-GB| LONDON\n"
     "place en-GB| W1B 1JL\n"
     "country zh-Hans| 英国\n",
     ""},
    {"France at home",
     "name=Ana Ruiz\nlines=Bât. C|12 rue Cler\ncity=Besançon\n"
     "postcode=25000\ncountry=FR\n",
     {.origin = "FR"},
     "name fr| Ana Ruiz\n"
     "place fr| BÂT C\n"
     "place fr| 12 RUE CLER\n"
     "place fr| 25000 BESANÇON\n",
     ""},
    {"Germany at home and without a postcode",
     "name=Jan Weiß\nlines=Zinnowitzer Straße 8\ncity=Berlin\ncountry=DE\n",
     {.origin = "DE"},
     "name de| Jan Weiß\n"
     "place de| Zinnowitzer Straße 8\n"
     "place de| Berlin\n",
     ""},
    {"Germany from abroad; the office comes first in Austria",
     "name=Jan Weiß\norganisation=Amt\nlines=Ring 1\ncity=Gießen\n"
     "postcode=1010\ncountry=AT\n",
     {.origin = "GB"},
     "title de| Amt\n"
     "name de| Jan Weiß\n"
     "place de| Ring 1\n"
     "place de| 1010 GIESSEN\n"
     "country en-GB| AUSTRIA\n",
     ""},
    {"Switzerland, prefix not doubled",
     "name=A\nlines=Ring 1\ncity=Zürich\npostcode=CH-8001\ncountry=CH\n",
     {.origin = "CH"},
     "name de| A\nplace de| Ring 1\nplace de| CH-8001 Zürich\n",
     ""},
    {"Switzerland, the prefix is for mail from abroad",
     "name=A\nlines=Ring 1\ncity=Zürich\npostcode=8001\ncountry=CH\n",
     {.origin = "CH"},
     "name de| A\nplace de| Ring 1\nplace de| 8001 Zürich\n",
     ""},
    {"Switzerland, prefix added",
     "name=A\nlines=Ring 1\ncity=Zürich\npostcode=8001\ncountry=CH\n",
     {.origin = "GB"},
     "name de| A\nplace de| Ring 1\nplace de| CH-8001 ZÜRICH\n"
     "country en-GB| SWITZERLAND\n",
     ""},
    {"a literal of letters drops with its field",
     "name=A\nlines=1 Orchard Road\ncountry=SG\n",
     {.origin = "SG"},
     "name en-SG| A\nplace en-SG| 1 Orchard Road\n",
     ""},
    {"Brazil without a state",
     "name=A\nlines=Av. Paulista 1\ncity=São Paulo -\npostcode=01310-100\n"
     "country=BR\n",
     {.origin = "PT"},
     "name pt| A\nplace pt| Av. Paulista 1\nplace pt| SÃO PAULO\n"
     "place pt| 01310-100\ncountry pt| BRASIL\n",
     ""},
    {"Japan",
     "name=Ito Ken\nlines=1-1 Kasumigaseki\ncity=Chiyoda-ku\nregion=Tokyo\n"
     "postcode=100-8916\ncountry=JP\nname:ja=伊藤健\ntitle:ja=大臣\n"
     "lines:ja=東京都千代田区霞が関1-1\n",
     {.origin = "US"},
     "name en| Ito Ken\n"
     "local ja| 〒100-8916\n"
     "local ja| 東京都千代田区霞が関1-1\n"
     "local ja| 大臣\n"
     "local ja| 伊藤健\n"
     "place en| 1-1 Kasumigaseki\n"
     "place en| CHIYODA-KU\n"
     "place en| Tokyo, 100-8916\n"
     "country en| JAPAN\n",
     ""},
    {"Korea",
     "name=Kim\nlines=209 Sejong-daero\ncity=Jongno-gu\nregion=Seoul\n"
     "postcode=03171\ncountry=KR\nregion:ko=서울특별시\ncity:ko=종로구\n"
     "lines:ko=세종대로 209\n",
     {.origin = "DE"},
     "name en| Kim\n"
     "local ko| 서울특별시 종로구\n"
     "local ko| 세종대로 209\n"
     "local ko| 03171\n"
     "place en| 209 Sejong-daero\n"
     "place en| JONGNO-GU\n"
     "place en| Seoul\n"
     "place en| 03171\n"
     "country de| SÜDKOREA\n",
     ""},
    {"Taiwan; a column zh leaves the script open",
     "name=Chen\nlines=No. 122, Sec. 1, Chongqing S. Rd.\ncity=Zhongzheng\n"
     "region=Taipei City\npostcode=100\ncountry=TW\n"
     "lines:zh=臺北市中正區重慶南路一段122號\nname:zh=陳\n",
     {.origin = "US"},
     "name en| Chen\n"
     "local zh-Hant| 100\n"
     "local zh-Hant| 臺北市中正區重慶南路一段122號\n"
     "local zh-Hant| 陳　收\n"
     "place en| No. 122, Sec. 1, Chongqing S. Rd.\n"
     "place en| ZHONGZHENG\n"
     "place en| Taipei City 100\n"
     "country en| TAIWAN\n",
     ""},
    {"Kazakhstan",
     "name=Nazgul\nlines=Abay dangyly 10\ncity=Almaty\npostcode=050012\n"
     "country=KZ\nlines:kk=Абай даңғылы 10\ncity:kk=Алматы\n",
     {.origin = "FR"},
     "name en| Nazgul\n"
     "local kk| 050012\n"
     "local kk| Алматы\n"
     "local kk| Абай даңғылы 10\n"
     "place en| ABAY DANGYLY 10\n"
     "place en| 050012 ALMATY\n"
     "country fr| KAZAKHSTAN\n",
     ""},
    {"the language of the country line given",
     XINJIANG,
     {.origin = "CH", .origin_lang = "fr", .compact = true},
     "name en| Ma Xingrui\n"
     "title en| Party Secretary of Xinjiang\n"
     "local zh-Hans| 830041　新疆维吾尔自治区乌鲁木齐市天山区中山路479号\n"
     "place en| 479 Zhongshan Lu, Tianshan Qu, URUMQI, Xinjiang Uyghur "
     "Autonomous Region, 830041\n"
     "country fr| CHINE\n",
     ""},
    {"Latin lines of a country with a script of its own are English",
     "name=A\nlines=Azadi St. 1\ncity=Tehran\ncountry=IR\n",
     {.origin = "US"},
     "name en| A\nplace en| Azadi St. 1\nplace en| TEHRAN\ncountry en| IRAN\n",
     ""},
    {"the same in its own script",
     "name=A\nlines=خیابان آزادی ۱\ncity=تهران\ncountry=IR\n",
     {.origin = "US"},
     "name en| A\nlocal fa| تهران\nlocal fa| خیابان آزادی ۱\n"
     "country en| IRAN\n",
     "book.yaml:1:1: warning: \"A\" has no city in Latin letters, which the "
     "post that takes the letter reads; add city and postcode, or lines\n"
     "    1 | name=A\n      | ^~~~~~\n"},
    {"origin unknown: English, and the country always",
     "name=A\nlines=1 rue X\ncity=Y\ncountry=FR\n",
     {.origin = ""},
     "name fr| A\nplace fr| 1 rue X\nplace fr| Y\ncountry en| FRANCE\n",
     ""},
    {"no name for the country in that language: English",
     "name=A\nlines=1 rue X\ncity=Y\ncountry=FR\n",
     {.origin = "US", .origin_lang = "kk-Arab"},
     "name fr| A\nplace fr| 1 rue X\nplace fr| Y\ncountry en| FRANCE\n",
     ""},
    {"a postcode with its label, in brackets, in full-width digits",
     "name=A\ncountry=CN\nlines:zh=新疆乌鲁木齐市中山路479号"
     "（邮编：８３００４１）|3号楼206室\ncity=Urumqi\n",
     {.origin = "NL"},
     "name en| A\n"
     "local zh-Hans| 830041　新疆乌鲁木齐市中山路479号\n"
     "local zh-Hans| 3号楼206室\n"
     "place en| URUMQI, 830041\ncountry nl| CHINA\n",
     ""},
    {"numbers that are none",
     "name=A\ncountry=CN\nlines:zh=乌鲁木齐市中山路123456号|电话：654321|"
     "0991-123456|1234567|100080-1\ncity=Urumqi\n",
     {.origin = "NL"},
     "name en| A\n"
     "local zh-Hans| 乌鲁木齐市中山路123456号\n"
     "local zh-Hans| 电话：654321\n"
     "local zh-Hans| 0991-123456\n"
     "local zh-Hans| 1234567\n"
     "local zh-Hans| 100080-1\n"
     "place en| URUMQI\ncountry nl| CHINA\n",
     ""},
    {"two postcodes that differ",
     "name=A\ncountry=CN\npostcode=830000\nlines:zh=新疆830041乌鲁木齐\n"
     "city=Urumqi\n",
     {.origin = "NL"},
     "name en| A\n"
     "local zh-Hans| 830000　新疆830041乌鲁木齐\n"
     "place en| URUMQI, 830000\ncountry nl| CHINA\n",
     "book.yaml:4:12: warning: \"A\": the address has the postcode 830041 here "
     "and 830000 elsewhere; 830000 is printed in front, check which is right\n"
     "    4 | lines:zh=新疆830041乌鲁木齐\n"},
    {"another province's postcode",
     "name=A\ncountry=CN\npostcode=100017\nregion=Xinjiang\n"
     "lines:zh=新疆乌鲁木齐市北京路1号\ncity=Urumqi\n",
     {.origin = "US"},
     "name en| A\n"
     "local zh-Hans| 100017　新疆乌鲁木齐市北京路1号\n"
     "place en| URUMQI\nplace en| Xinjiang, 100017\ncountry en| CHINA\n",
     "book.yaml:4:8: warning: \"A\": postcode 100017 is in Beijing, but the "
     "address says \"Xinjiang\"; check which is right\n"
     "    4 | region=Xinjiang\n"
     "      |        ^~~~~~~~\n"},
    {"a shape that is not the country's",
     "name=A\nlines=1 Main St\ncity=X\nregion=DC\npostcode=2008\ncountry=US\n",
     {.origin = "US"},
     "name en| A\nplace en| 1 Main St\nplace en| X DC 2008\n",
     "book.yaml:5:10: warning: \"A\": \"2008\" does not look like a postcode "
     "of "
     "United States; is it 02008, of which a spreadsheet has dropped a zero?\n"
     "    5 | postcode=2008\n"
     "      |          ^~~~\n"},
    {"Norway writes Latin: the native form is the base form",
     "name=Å\nlines=Grensen 3\ncity=Oslo\npostcode=0159\ncountry=Norge\n"
     "lines:zh=奥斯陆\n",
     {.origin = "DK"},
     "name nb| Å\nplace nb| Grensen 3\nplace nb| 0159 OSLO\n"
     "country da| NORGE\n",
     ""},
};

/* Postcodes of China: what is one, what is none, what cannot be right. */
static const Case codes[] = {
    {"in front, with a country before it",
     "name=A\ncountry=CN\nlines:zh=830041 新疆乌鲁木齐市中山路479号\n"
     "lines=Urumqi\n",
     {.origin = "NL"},
     "name en| A\nlocal zh-Hans| 830041　新疆乌鲁木齐市中山路479号\n"
     "place en| Urumqi\nplace en| 830041\ncountry nl| CHINA\n",
     ""},
    {"a house number of six digits and a telephone are none, a code beside is",
     "name=A\ncountry=CN\nlines:zh=新疆乌鲁木齐市中山路123456号 830041 "
     "电话 123456\nlines=Urumqi\n",
     {.origin = "NL"},
     "name en| A\n"
     "local zh-Hans| 830041　新疆乌鲁木齐市中山路123456号 电话 123456\n"
     "place en| Urumqi\nplace en| 830041\ncountry nl| CHINA\n",
     ""},
    {"no place in Xinjiang has it",
     "name=A\ncountry=CN\npostcode=837000\nregion=Xinjiang\n",
     {.origin = "NL"},
     "name en| A\nplace en| XINJIANG, 837000\ncountry nl| CHINA\n",
     "book.yaml:3:10: warning: \"A\": postcode 837000: no place in Xinjiang "
     "has "
     "one that begins with 837; check it\n"
     "    3 | postcode=837000\n      |          ^~~~~~\n"},
    {"the areas of Xinjiang",
     "name=A\ncountry=CN\npostcode=848000\nregion=Xinjiang\n",
     {.origin = "NL"},
     "name en| A\nplace en| XINJIANG, 848000\ncountry nl| CHINA\n",
     ""},
    {"the line with the code names another province; a street does not",
     "name=A\ncountry=CN\nlines=1 Beijing Lu|830041, Gansu\n",
     {.origin = "NL"},
     "name en| A\nplace en| 1 Beijing Lu\nplace en| 830041, Gansu\n"
     "country nl| CHINA\n",
     "book.yaml:3:20: warning: \"A\": postcode 830041 is in Xinjiang, but the "
     "address says \"830041, Gansu\"; check which is right\n"
     "    3 | lines=1 Beijing Lu|830041, Gansu\n"
     "      |                    ^~~~~~~~~~~~~\n"},
    {"a road of another province's name in the line of the code",
     "name=A\ncountry=CN\nlines=1 Tianjin Nanlu, Urumqi 830041\n",
     {.origin = "NL"},
     "name en| A\nplace en| 1 Tianjin Nanlu, Urumqi 830041\n"
     "country nl| CHINA\n",
     ""},
    {"one postcode in each field, and they differ",
     "name=A\ncountry=CN\npostcode=830000\npostcode:zh=830041\n"
     "city:zh=乌鲁木齐市\ncity=Urumqi\n",
     {.origin = "NL"},
     "name en| A\nlocal zh-Hans| 830000　乌鲁木齐市\nplace en| URUMQI, "
     "830000\ncountry nl| CHINA\n",
     "book.yaml:4:13: warning: \"A\": the address has the postcode 830041 here "
     "and 830000 elsewhere; 830000 is printed in front, check which is right\n"
     "    4 | postcode:zh=830041\n      |             ^~~~~~\n"},
    {"five digits in the Chinese line",
     "name=A\ncountry=CN\nlines:zh=新疆乌鲁木齐市83004中山路479号\n",
     {.origin = "CN"},
     NULL,
     "book.yaml:3:17: error: \"A\": \"83004\" has five digits; a Chinese "
     "postcode has six, as 830041\n"
     "    3 | lines:zh=新疆乌鲁木齐市83004中山路479号\n"},
    {"and in the Latin one beside a province",
     "name=A\ncountry=CN\nlines=479 Zhongshan Lu|83004, Xinjiang\n",
     {.origin = "NL"},
     NULL,
     "book.yaml:3:24: error: \"A\": \"83004\" has five digits; a Chinese "
     "postcode has six, as 830041\n"
     "    3 | lines=479 Zhongshan Lu|83004, Xinjiang\n"
     "      |                        ^~~~~\n"},
    {"a house with five digits",
     "name=A\ncountry=CN\nlines=No. 12345 Huanghe Lu, Urumqi\n"
     "lines:zh=新疆乌鲁木齐市黄河路12345号\n",
     {.origin = "NL"},
     "name en| A\nlocal zh-Hans| 新疆乌鲁木齐市黄河路12345号\n"
     "place en| No. 12345 Huanghe Lu, Urumqi\ncountry nl| CHINA\n",
     ""},
};

/* Who it is for, in the country's order; facts 4.2 on what stands behind a
 * Chinese name. */
static const Case people[] = {
    {"office and attention, small to large: attention above",
     "organisation=Acme Inc.\ndepartment=Legal Department\n"
     "attention=Jane Doe\nlines=1 Main St\ncity=Ames\nregion=IA\n"
     "postcode=50010\ncountry=US\n",
     {.origin = "US"},
     "name en| Jane Doe\n"
     "title en| Legal Department\n"
     "title en| Acme Inc.\n"
     "place en| 1 Main St\n"
     "place en| AMES IA 50010\n",
     ""},
    {"large to small: the office follows the organisation",
     "name=Jan Weiß\ntitle=Leiter\norganisation=Amt\ndepartment=Referat 3\n"
     "lines=Ring 1\ncity=Wien\npostcode=1010\ncountry=AT\n",
     {.origin = "AT"},
     "title de| Amt\n"
     "title de| Referat 3\n"
     "name de| Jan Weiß\n"
     "title de| Leiter\n"
     "place de| Ring 1\n"
     "place de| 1010 Wien\n",
     ""},
    {"name and attention; at somebody's place",
     "name=Acme Ltd\nattention=Ms Poe\ncare_of=Smith\nlines=1 High St\n"
     "city=Leeds\npostcode=LS1 1AA\ncountry=GB\n",
     {.origin = "GB"},
     "title en-GB| Ms Poe\n"
     "name en-GB| Acme Ltd\n"
     "title en-GB| c/o Smith\n"
     "place en-GB| 1 High St\n"
     "place en-GB| LEEDS\n"
     "place en-GB| LS1 1AA\n",
     ""},
    {"the words for it are there already",
     "name=A\ncare_of=bei Müller\nlines=Ring 1\ncity=Köln\n"
     "postcode=50667\ncountry=DE\n",
     {.origin = "DE"},
     "name de| A\ntitle de| bei Müller\nplace de| Ring 1\n"
     "place de| 50667 Köln\n",
     ""},
    {"two people, one envelope; in capitals where the country wants them",
     "names=Ana Ruiz|Bo Lee\ntitle=Editors\nlines=1 Rue X\ncity=Laval\n"
     "region=QC\npostcode=H7A 1A1\ncountry=CA\n",
     {.origin = "CA"},
     "name en-CA| ANA RUIZ\n"
     "name en-CA| BO LEE\n"
     "title en-CA| EDITORS\n"
     "place en-CA| 1 RUE X\n"
     "place en-CA| LAVAL QC  H7A 1A1\n",
     ""},
    {"two people in both scripts",
     "names=Ma Xingrui|Erkin Tuniyaz\nlines=479 Zhongshan Lu\n"
     "city=Urumqi\nregion=Xinjiang\ncountry=CN\n"
     "names:zh=马兴瑞|艾尔肯·吐尼亚孜\n"
     "organisation:zh=新疆维吾尔自治区人民政府\ndepartment:zh=办公厅\n"
     "lines:zh=新疆乌鲁木齐市830041天山区中山路479号\n",
     {.origin = "DE"},
     "name en| Ma Xingrui\n"
     "name en| Erkin Tuniyaz\n"
     "local zh-Hans| 830041　新疆乌鲁木齐市天山区中山路479号\n"
     "local zh-Hans| 新疆维吾尔自治区人民政府\n"
     "local zh-Hans| 办公厅\n"
     "local zh-Hans| 马兴瑞　收\n"
     "local zh-Hans| 艾尔肯·吐尼亚孜　收\n"
     "place en| 479 Zhongshan Lu\n"
     "place en| URUMQI\n"
     "place en| Xinjiang, 830041\n"
     "country de| CHINA\n",
     ""},
    {"native alone, with the Latin names above",
     "names=Ma Xingrui|Erkin Tuniyaz\ncountry=CN\n"
     "lines:zh=新疆乌鲁木齐市830041中山路479号\n",
     {.origin = "JP", .script = ADDRESS_NATIVE},
     "name en| Ma Xingrui\n"
     "name en| Erkin Tuniyaz\n"
     "local zh-Hans| 830041　新疆乌鲁木齐市中山路479号\n"
     "country ja| 中国\n",
     ""},
    {"a word for the recipient is kept; title beside the name",
     "name:zh=王敏 台启\nlines:zh=北京市西城区1号\ncountry=CN\n",
     {.origin = "CN"},
     "local zh-Hans| 北京市西城区1号\nname zh-Hans| 王敏 台启\n",
     ""},
    {"whose attention, through whom, in Chinese",
     "attention:zh=王敏\ncare_of:zh=李四转\n"
     "organisation:zh=人民法院\nlines:zh=北京市西城区1号\ncountry=CN\n",
     {.origin = "CN"},
     "local zh-Hans| 北京市西城区1号\n"
     "local zh-Hans| 人民法院\n"
     "local zh-Hans| 李四转\n"
     "name zh-Hans| 王敏　收\n",
     ""},
    {"kinship",
     "name:zh=王敏叔叔 收\nlines:zh=北京市西城区1号\ncountry=CN\n",
     {.origin = "CN"},
     "local zh-Hans| 北京市西城区1号\nname zh-Hans| 王敏叔叔 收\n",
     "book.yaml:1:11: warning: \"王敏叔叔 收\": \"叔叔\" is what the writer "
     "calls them; an envelope is read by the postman and says 先生, 女士 or "
     "the office\n"
     "    1 | name:zh=王敏叔叔 收\n"},
    {"the writer's own word",
     "name:zh=王敏 敬启\nlines:zh=北京市西城区1号\ncountry=CN\n",
     {.origin = "CN"},
     NULL,
     "book.yaml:1:9: error: \"王敏 敬启\": 敬启 belongs behind the writer's "
     "own name, not on an envelope; write 收, or nothing\n"
     "    1 | name:zh=王敏 敬启\n"},
    {"Japan: the title stands above the name",
     "names:ja=伊藤健|鈴木一郎\ntitle:ja=大臣\nlines:ja=東京都千代田区1-1\n"
     "country=JP\n",
     {.origin = "JP"},
     "local ja| 東京都千代田区1-1\n"
     "local ja| 大臣\n"
     "name ja| 伊藤健\n"
     "name ja| 鈴木一郎\n",
     ""},
};

/* What a post of origin wants. */
static const Case posts[] = {
    {"La Poste: seven lines, the title in one of them",
     "name=A\ntitle=B\norganisation=C\nlines=Zhongnanhai|Xichangan’jie\n"
     "district=Xichengqu\nregion=Beijing Shi\npostcode=100017\ncountry=CN\n"
     "lines:zh=北京市西城区西长安街街道 100017\n",
     {.origin = "FR"},
     "name en| A\ntitle en| B\ntitle en| C\n"
     "local zh-Hans| 100017　北京市西城区西长安街街道\n"
     "place en| ZHONGNANHAI XICHANGAN’JIE\n"
     "place en| XICHENGQU BEIJING SHI 100017\n"
     "country fr| CHINE\n",
     ""},
    {"La Poste: too many lines is said with the number",
     "name=A\ntitle=B\norganisation=C\ndepartment=D\nlines=Ring 1\n"
     "city=Wien\npostcode=1010\ncountry=AT\nattention=E\ncare_of=F\n",
     {.origin = "FR"},
     "title de| C\ntitle de| D\nname de| A\ntitle de| B\ntitle de| c/o F\n"
     "title de| E\nplace de| RING 1 1010 WIEN\ncountry fr| AUTRICHE\n",
     "book.yaml:1:1: warning: \"A\": the address has 8 lines; La Poste reads "
     "at most 7 on mail abroad: leave out a title or an organisation, or print "
     "one script\n"
     "    1 | name=A\n      | ^~~~~~\n"},
    {"La Poste: a line of 38 is read, one of 39 is not",
     "name=12345678901234567890123456789012345678\n"
     "title=123456789012345678901234567890123456789\n"
     "lines=1 rue X\ncity=Y\npostcode=75001\ncountry=FR\n",
     {.origin = "FR"},
     "name fr| 12345678901234567890123456789012345678\n"
     "title fr| 123456789012345678901234567890123456789\n"
     "place fr| 1 RUE X\nplace fr| 75001 Y\n",
     "book.yaml:2:7: warning: \"12345678901234567890123456789012345678\": this "
     "line of the address has 39 characters; La Poste reads at most 38: "
     "shorten "
     "it or write it in two lines\n"
     "    2 | title=123456789012345678901234567890123456789\n"
     "      |       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n"},
    {"La Poste: a title is broken into lines of about the same length",
     "name=A\ntitle=Second Deputy Secretary of the Standing Committee of the "
     "Assembly\nlines=1 rue X\ncity=Y\npostcode=75001\ncountry=FR\n",
     {.origin = "FR"},
     "name fr| A\n"
     "title fr| Second Deputy Secretary of the\n"
     "title fr| Standing Committee of the Assembly\n"
     "place fr| 1 RUE X\nplace fr| 75001 Y\n",
     ""},
    {"La Poste: marks go, numbers and names stay",
     "name=J.-P. Roy, avocat\nlines=Bât. C, esc. 2|12, rue de l'Église ; B.P. "
     "3.5|49-51 bis\ncity=Saint-Étienne\npostcode=42000\ncountry=FR\n",
     {.origin = "FR"},
     "name fr| J.-P. Roy, avocat\n"
     "place fr| Bât C esc 2\n"
     "place fr| 12 RUE DE L'ÉGLISE B P 3.5\n"
     "place fr| 49-51 BIS\n"
     "place fr| 42000 SAINT-ÉTIENNE\n",
     ""},
    {"La Poste: a line that is too long ends at its commas",
     "name=A\naddress=479 Zhongshan Lu, Tianshan Qu, Urumqi, Xinjiang|China\n",
     {.origin = "FR"},
     "name en| A\n"
     "place en| 479 ZHONGSHAN LU TIANSHAN QU URUMQI\n"
     "place en| XINJIANG\n"
     "country fr| CHINE\n",
     ""},
    {"Canada Post: fewer than 40 characters, no #",
     "name=A\nlines=Apt #4\ncity=Ottawa\nregion=ON\npostcode=K1A 0B1\n"
     "country=CA\norganisation=1234567890123456789012345678901234567890\n",
     {.origin = "CA"},
     "name en-CA| A\n"
     "title en-CA| 1234567890123456789012345678901234567890\n"
     "place en-CA| APT #4\nplace en-CA| OTTAWA ON  K1A 0B1\n",
     "book.yaml:2:11: warning: \"A\": Canada Post wants no \"#\" in an "
     "address; "
     "write the number alone\n"
     "    2 | lines=Apt #4\n      |           ^\n"
     "book.yaml:7:14: warning: \"A\": this line of the address has 40 "
     "characters; Canada Post reads at most 39: shorten it or write it in two "
     "lines\n"
     "    7 | organisation=1234567890123456789012345678901234567890\n"
     "      |              ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n"},
    {"a Canadian address from the US has two spaces, and Canada in English",
     "name=A\nlines=1 Main St\ncity=Ottawa\nregion=ON\npostcode=K1A 0B1\n"
     "country=CA\n",
     {.origin = "US", .origin_lang = "fr"},
     "name en-CA| A\nplace en-CA| 1 MAIN ST\n"
     "place en-CA| OTTAWA ON  K1A 0B1\ncountry en| CANADA\n",
     ""},
    {"Deutsche Post reads German, French and English",
     "name=A\nlines=1 Main St\ncity=Rome\npostcode=00144\ncountry=IT\n",
     {.origin = "DE", .origin_lang = "fr"},
     "name it| A\nplace it| 1 Main St\nplace it| 00144 ROME\n"
     "country fr| ITALIE\n",
     ""},
    {"but no other",
     "name=A\nlines=1 Main St\ncity=Rome\npostcode=00144\ncountry=IT\n",
     {.origin = "DE", .origin_lang = "es"},
     "name it| A\nplace it| 1 Main St\nplace it| 00144 ROME\n"
     "country de| ITALIEN\n",
     ""},
    {"Swiss Post reads French and English",
     "name=A\nlines=1 Main St\ncity=Rome\npostcode=00144\ncountry=IT\n",
     {.origin = "CH"},
     "name it| A\nplace it| 1 Main St\nplace it| 00144 ROME\n"
     "country fr| ITALIE\n",
     ""},
    {"the US post wants the province beside the Chinese",
     "name=A\ncity=Urumqi\ncountry=CN\nlines:zh=新疆乌鲁木齐市中山路1号\n",
     {.origin = "US"},
     "name en| A\nlocal zh-Hans| 新疆乌鲁木齐市中山路1号\nplace en| URUMQI\n"
     "country en| CHINA\n",
     "book.yaml:1:1: warning: \"A\" has no region in Latin letters, which the "
     "US Postal Service wants beside other scripts; add \"region\"\n"
     "    1 | name=A\n      | ^~~~~~\n"},
    {"Beijing is its own province",
     "name=A\ncity=Beijing\ncountry=CN\nlines:zh=北京市西城区1号\n",
     {.origin = "US"},
     "name en| A\nlocal zh-Hans| 北京市西城区1号\nplace en| BEIJING\n"
     "country en| CHINA\n",
     ""},
    {"a district alone is no city",
     "name=A\ndistrict=Tianshan Qu\ncountry=CN\nlines:zh=新疆1号\n",
     {.origin = "DE"},
     "name en| A\nlocal zh-Hans| 新疆1号\nplace en| Tianshan Qu\n"
     "country de| CHINA\n",
     "book.yaml:1:1: warning: \"A\" has no city in Latin letters, which "
     "Deutsche Post wants beside other scripts; add \"city\"\n"
     "    1 | name=A\n      | ^~~~~~\n"},
};

/* A field that a country's order has no place for is not lost in silence. */
static const Case homeless[] = {
    {"nothing is known of the order",
     "name=A\nlines=1 Main St\ndistrict=D\ncity=C\nregion=S\npostcode=99\n"
     "country=GH\n",
     {.origin = "GH"},
     "name en-GH| A\nplace en-GH| 1 Main St\nplace en-GH| D\n"
     "place en-GH| C 99\nplace en-GH| S\n",
     ""},
    {"nothing but the script is known of the order",
     "name=A\nlines=1 Main St\ncity=C\nregion=S\npostcode=99\ncountry=LY\n",
     {.origin = "US"},
     "name en| A\nplace en| 1 Main St\nplace en| C 99\nplace en| S\n"
     "country en| LIBYA\n",
     ""},
    {"a postcode that libaddressinput had no place for in 2018",
     "name=A\nlines=5 Road\ncity=Kabul\npostcode=1001\ncountry=AF\n",
     {.origin = "US"},
     "name en| A\nplace en| 5 Road\nplace en| KABUL\nplace en| 1001\n"
     "country en| AFGHANISTAN\n",
     ""},
    {"a region where there are none",
     "name=A\nlines=Ring 1\ncity=Köln\nregion=NRW\npostcode=50667\n"
     "country=DE\n",
     {.origin = "DE"},
     "name de| A\nplace de| Ring 1\nplace de| 50667 Köln\n",
     "book.yaml:4:8: note: \"A\": the region \"NRW\" is not printed: addresses "
     "in Germany have none; put it into \"lines\" if it must stand there\n"
     "    4 | region=NRW\n      |        ^~~\n"},
    {"a district stands below the street",
     "name=A\nlines=Ring 1\ndistrict=Deutz\ncity=Köln\npostcode=50667\n"
     "country=DE\n",
     {.origin = "DE"},
     "name de| A\nplace de| Ring 1\nplace de| Deutz\nplace de| 50667 Köln\n",
     ""},
    {"a city where the region is all there is; a postcode where there are none",
     "name=A\nlines=1 Corniche\ncity=Al Ain\nregion=Abu Dhabi\n"
     "postcode=00000\ncountry=AE\n",
     {.origin = "US"},
     "name en| A\nplace en| 1 Corniche\nplace en| AL AIN\n"
     "place en| Abu Dhabi\ncountry en| UNITED ARAB EMIRATES\n",
     "book.yaml:5:10: note: \"A\": the postcode \"00000\" is not printed: "
     "addresses in United Arab Emirates have none; put it into \"lines\" if it "
     "must stand there\n"
     "    5 | postcode=00000\n      |          ^~~~~\n"},
    {"the city that is the country",
     "name=A\nlines=1 Orchard Road\ncity=Singapore\npostcode=308125\n"
     "country=SG\n",
     {.origin = "MY"},
     "name en-SG| A\nplace en-SG| 1 Orchard Road\n"
     "place en-SG| SINGAPORE 308125\ncountry ms| SINGAPURA\n",
     ""},
    {"large to small",
     "name:zh=陳\nlines:zh=新馬路1號\ncity:zh=澳門半島\ndistrict:zh=大堂區\n"
     "country=MO\n",
     {.origin = "MO"},
     "local zh-MO| 澳門半島大堂區新馬路1號\nname zh-MO| 陳　收\n",
     ""},
};

static const Case errors[] = {
    {"no country",
     "name=A\nlines=x\n",
     {.origin = "US"},
     NULL,
     "book.yaml:1:1: error: \"A\" has no country; give it one, such as "
     "CN or China\n    1 | name=A\n      | ^~~~~~\n"},
    {"no address",
     "name=A\ncountry=CN\n",
     {.origin = "US"},
     NULL,
     "book.yaml:1:1: error: \"A\" has no address; give it lines, city and "
     "postcode, or one whole address\n"
     "    1 | name=A\n      | ^~~~~~\n"},
    {"no native form",
     "name=A\ncountry=CN\ncity=Urumqi\n",
     {.origin = "US", .script = ADDRESS_NATIVE},
     NULL,
     "book.yaml:1:1: error: \"A\" has no address in the script of its country; "
     "add one (such as lines:zh), or print both scripts\n"
     "    1 | name=A\n      | ^~~~~~\n"},
    {"no Latin form",
     "name=A\ncountry=CN\nlines=新疆\n",
     {.origin = "US", .script = ADDRESS_LATIN},
     NULL,
     "book.yaml:1:1: error: \"A\" has no address in Latin letters; add one, or "
     "print both scripts\n"
     "    1 | name=A\n      | ^~~~~~\n"},
    {"more lines than anybody delivers to",
     "name=A\ncountry=GB\nlines=1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|18|"
     "19\npostcode=LS1 1AA\n",
     {.origin = "GB"},
     NULL,
     "book.yaml:1:1: error: \"A\": the address has 21 lines; at most 20 are "
     "printed: keep name, office, street and place\n"
     "    1 | name=A\n      | ^~~~~~\n"},
    {"a Chinese postcode of five digits",
     "name=A\ncountry=CN\nlines=x\npostcode=83004\n",
     {.origin = "US"},
     NULL,
     "book.yaml:4:10: error: \"A\": \"83004\" is no Chinese postcode; it has "
     "six digits, as 830041\n"
     "    4 | postcode=83004\n      |          ^~~~~\n"},
};

static void run(Arena *a, const Case *t) {
    Diag *d = diag_new();
    Buf dump = {0};
    Contact c = contact_spec(a, "book.yaml", t->spec);
    AddressBlock block;
    CHECK(contact_check(&c, d));
    bool ok = address_compose(a, &c, &t->options, d, &block);
    address_dump(&block, &dump);
    buf_putc(&dump, '\0');
    int failed = unit_failed;
    CHECK_INT(ok, t->block != NULL);
    CHECK_STR(dump.s, t->block ? t->block : "");
    CHECK_STR(diag_text(a, d), t->diag);
    if (unit_failed > failed)
        printf("  in: %s\n", t->what);
    buf_free(&dump);
    diag_free(d);
}

static const char *returned(Arena *a, const char *spec, bool abroad, bool *ok) {
    Diag *d = diag_new();
    Buf dump = {0};
    Contact c = contact_spec(a, "senders.yaml", spec);
    AddressBlock block;
    CHECK(contact_check(&c, d));
    *ok = address_return(a, &c, abroad, d, &block);
    address_dump(&block, &dump);
    const char *s = arena_strdup(a, *ok ? dump.s : diag_text(a, d));
    buf_free(&dump);
    diag_free(d);
    return s;
}

static void returns(Arena *a) {
    bool ok;
    static const char sender[] =
        "name=Ana Ruiz\nlines=Ring 1\ncity=Köln\npostcode=50667\ncountry=DE\n";
    CHECK_STR(returned(a, sender, false, &ok),
              "name de| Ana Ruiz\nplace de| Ring 1\nplace de| 50667 Köln\n");
    CHECK_STR(returned(a, sender, true, &ok),
              "name de| Ana Ruiz\nplace de| Ring 1\nplace de| 50667 Köln\n"
              "country en| GERMANY\n");
    CHECK(ok);
    CHECK_STR(returned(a, "name=Ana\nlines=Ring 1\ncity=Köln\n", false, &ok),
              "name en| Ana\nplace en| Ring 1\nplace en| Köln\n");
    CHECK_STR(
        returned(a, "name=王\nlines=北京市西城区1号\ncountry=CN\n", false, &ok),
        "local zh-Hans| 北京市西城区1号\nname zh-Hans| 王\n");
    CHECK_STR(returned(a, "name=王\nlines=1 Lu\ncity=Beijing\ncountry=CN\n",
                       false, &ok),
              "name en| 王\nplace en| 1 Lu\nplace en| Beijing\n");
    returned(a, "name=Ana\nlines=Ring 1\n", true, &ok);
    CHECK(!ok);
    CHECK_STR(returned(a, "name=Ana\ncountry=DE\n", false, &ok),
              "senders.yaml:1:1: error: \"Ana\" has no address; give it lines, "
              "city and postcode, or one whole address\n"
              "    1 | name=Ana\n      | ^~~~~~~~\n");
}

/* What the user gave keeps its place in the file; what we add has none. */
static void spans(Arena *a) {
    Diag *d = diag_new();
    Contact c = contact_spec(a, "book.yaml", XINJIANG);
    AddressOptions options = {.origin = "DE"};
    AddressBlock b;
    contact_check(&c, d);
    CHECK(address_compose(a, &c, &options, d, &b));
    CHECK_INT(b.v[2].n, 4);
    CHECK(b.v[2].parts[0].span.src != NULL);
    CHECK_STR(arena_strndup(a, text_of_span(b.v[2].parts[0].span).s, 6),
              "830041");
    CHECK(b.v[2].parts[1].span.src == NULL);
    CHECK(b.v[2].parts[3].span.off >
          b.v[2].parts[2].span.off + b.v[2].parts[2].span.n);
    CHECK(b.v[4].parts[2].span.src != NULL);
    CHECK(text_equal(text_of_span(b.v[4].parts[2].span), "Urumqi"));
    diag_free(d);
}

int main(void) {
    Arena *a = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        run(a, &cases[i]);
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        run(a, &codes[i]);
    for (size_t i = 0; i < sizeof people / sizeof *people; i++)
        run(a, &people[i]);
    for (size_t i = 0; i < sizeof posts / sizeof *posts; i++)
        run(a, &posts[i]);
    for (size_t i = 0; i < sizeof homeless / sizeof *homeless; i++)
        run(a, &homeless[i]);
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
        run(a, &errors[i]);
    returns(a);
    spans(a);
    arena_free(a);
    return unit_done("model_address");
}
