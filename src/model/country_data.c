#include "model/country_data.h"

/* Orders: google/libaddressinput region data of 2025, capitals: the same of
 * 2018 (facts 4.4). Where we differ:
 *
 * CN: D and C share a line, and so do S and Z: labels are short. In Chinese
 * the postcode leads the one line of the address, an ideographic space behind
 * it (libaddressinput gives it a line of its own).
 * CA: two spaces before the postcode (USPS Publication 51, Canada Post).
 * HK, TW, JP: region, city and street run on in one line, as they are written
 * there; libaddressinput has no city in JP at all.
 * KZ: libaddressinput sets everything large to small, the UPU puts the postcode
 * below the country; posts of origin want the country last (facts 4.3).
 * The last column of letters is the postcode's shape.
 */
/* clang-format off */
const CountryFormat country_formats[] = {
    {"AE", "N|O|A|S", "N|O|A|S", "ar", "", NULL},
    {"AT", "O|N|A|Z C", NULL, NULL, "", "dddd"},
    {"AU", "O|N|A|C S Z", NULL, NULL, "CS", "dddd"},
    {"BD", "N|O|A|C - Z", NULL, NULL, "", "dddd"},
    {"BE", "O|N|A|Z C", NULL, NULL, "", "dddd"},
    {"BG", "N|O|A|Z C", "N|O|A|Z C", "bg", "", "dddd"},
    {"BR", "N|O|A|D|C-S|Z", NULL, NULL, "CS", "ddddd-ddd|dddddddd"},
    {"CA", "N|O|A|C S  Z", NULL, NULL, "NOACSZ", "ada dad|adadad"},
    {"CH", "O|N|A|'CH-'Z C", NULL, NULL, "", "dddd"},
    {"CL", "N|O|A|Z C|S", NULL, NULL, "", "ddddddd|ddd-dddd"},
    {"CN", "N|O|A|D, C|S, Z", "Z\u3000SCDA|O|N", "zh-Hans", "", "dddddd"},
    {"CO", "N|O|A|D|C, S, Z", NULL, NULL, "", "dddddd"},
    {"CZ", "N|O|A|Z C", NULL, NULL, "", "ddd dd|ddddd"},
    {"DE", "N|O|A|Z C", NULL, NULL, "", "ddddd"},
    {"DK", "N|O|A|Z C", NULL, NULL, "", "dddd"},
    {"DZ", "N|O|A|Z C", NULL, NULL, "", "ddddd"},
    {"EE", "N|O|A|Z C S", NULL, NULL, "", "ddddd"},
    {"EG", "N|O|A|C|S|Z", "N|O|A|C|S|Z", "ar", "", "ddddd|ddddddd"},
    {"ES", "N|O|A|Z C S", NULL, NULL, "CS", "ddddd"},
    {"FI", "N|O|A|'FI-'Z C", NULL, NULL, "", "ddddd"},
    {"FR", "N|O|A|Z C", NULL, NULL, "C", "ddddd"},
    {"GB", "N|O|A|C|Z", NULL, NULL, "CZ",
     "ad daa|add daa|aad daa|aadd daa|ada daa|aada daa|"
     "addaa|adddaa|aaddaa|aadddaa|adadaa|aadadaa"},
    {"GR", "N|O|A|Z C", "N|O|A|Z C", "el", "", "ddd dd|ddddd"},
    {"HK", "N|O|A|C|S", "SCDA|O|N", "zh-HK", "", NULL},
    {"HR", "N|O|A|'HR-'Z C", NULL, NULL, "", "ddddd"},
    {"HU", "N|O|C|A|Z", NULL, NULL, "ACNO", "dddd"},
    {"ID", "N|O|A|C|S Z", NULL, NULL, "", "ddddd"},
    {"IE", "N|O|A|D|C|S|Z", NULL, NULL, "", "ad? ????|ad?????"},
    {"IL", "N|O|A|C Z", "N|O|A|C Z", "he", "", "ddddddd|ddddd"},
    {"IN", "N|O|A|C Z|S", NULL, NULL, "", "dddddd|ddd ddd"},
    {"IS", "N|O|A|Z C", NULL, NULL, "", "ddd"},
    {"IT", "N|O|A|Z C S", NULL, NULL, "CS", "ddddd"},
    {"JP", "N|O|A|D, C|S, Z", "\u3012Z|SCDA|O|N", "ja", "", "ddd-dddd|ddddddd"},
    {"KE", "N|O|A|C|Z", NULL, NULL, "", "ddddd"},
    {"KG", "N|O|A|Z C", "N|O|A|Z C", "ky", "", "dddddd"},
    {"KR", "N|O|A|D|C|S|Z", "S CD|A|O|N|Z", "ko", "", "ddddd|ddd-ddd"},
    {"KZ", "N|O|A|D|S|Z C", "Z|S|CD|A|O|N", "kk", "", "dddddd|add????"},
    {"LI", "O|N|A|'FL-'Z C", NULL, NULL, "", "dddd"},
    {"LK", "N|O|A|C|Z", NULL, NULL, "", "ddddd"},
    {"LT", "O|N|A|'LT-'Z C S", NULL, NULL, "", "ddddd"},
    {"LU", "O|N|A|'L-'Z C", NULL, NULL, "", "dddd"},
    {"LV", "N|O|A|S|C, Z", NULL, NULL, "", "dddd"},
    {"MA", "N|O|A|Z C", NULL, NULL, "", "ddddd"},
    {"MN", "N|O|A|C|S Z", "N|O|A|C|S Z", "mn", "", "ddddd|dddddd"},
    {"MO", "N|O|A", "A|O|N", "zh-MO", "", NULL},
    {"MX", "N|O|A|D|Z C, S", NULL, NULL, "CSZ", "ddddd"},
    {"MY", "N|O|A|D|Z C|S", NULL, NULL, "CS", "ddddd"},
    {"NG", "N|O|A|D|C Z|S", NULL, NULL, "CS", "dddddd"},
    {"NL", "O|N|A|Z C", NULL, NULL, "", "dddd aa|ddddaa"},
    {"NO", "N|O|A|Z C", NULL, NULL, "", "dddd"},
    {"NP", "N|O|A|C Z", NULL, NULL, "", "ddddd"},
    {"NZ", "N|O|A|D|C Z", NULL, NULL, "", "dddd"},
    {"PE", "N|O|A|C Z|S", NULL, NULL, "", "ddddd"},
    {"PH", "N|O|A|D, C|Z S", NULL, NULL, "", "dddd"},
    {"PK", "N|O|A|D|C-Z", NULL, NULL, "", "ddddd"},
    {"PL", "N|O|A|Z C", NULL, NULL, "", "dd-ddd"},
    {"PT", "N|O|A|Z C", NULL, NULL, "", "dddd-ddd|dddd"},
    {"RO", "N|O|A|Z S C", NULL, NULL, "AC", "dddddd"},
    {"RS", "N|O|A|Z C", NULL, NULL, "", "ddddd|dddddd"},
    {"RU", "N|O|A|C|S|Z", "N|O|A|C|S|Z", "ru", "AC", "dddddd"},
    {"SA", "N|O|A|C Z", "N|O|A|C Z", "ar", "", "ddddd|ddddd-dddd"},
    {"SE", "O|N|A|'SE-'Z C", NULL, NULL, "", "ddd dd|ddddd"},
    {"SG", "N|O|A|'SINGAPORE 'Z", NULL, NULL, "", "dddddd"},
    {"SI", "N|O|A|'SI-'Z C", NULL, NULL, "", "dddd"},
    {"SK", "N|O|A|Z C", NULL, NULL, "", "ddd dd|ddddd"},
    {"TH", "N|O|A|D, C|S Z", "N|O|A|D C|S Z", "th", "", "ddddd"},
    {"TJ", "N|O|A|Z C", "N|O|A|Z C", "tg", "", "dddddd"},
    {"TM", "N|O|A|Z C", NULL, NULL, "", "dddddd"},
    {"TN", "N|O|A|Z C", NULL, NULL, "", "dddd"},
    {"TR", "N|O|A|Z C/S", NULL, NULL, "", "ddddd"},
    {"TW", "N|O|A|D, C|S Z", "Z|SCDA|O|N", "zh-Hant", "",
     "ddd|ddddd|dddddd|ddd-dd|ddd-ddd"},
    {"UA", "N|O|A|C|S|Z", "N|O|A|C|S|Z", "uk", "", "ddddd"},
    {"US", "N|O|A|C, S Z", NULL, NULL, "CS", "ddddd|ddddd-dddd"},
    {"UZ", "N|O|A|Z C|S", NULL, NULL, "CS", "dddddd"},
    {"VE", "N|O|A|C Z, S", NULL, NULL, "CS", "dddd"},
    {"VN", "N|O|A|C|S Z", NULL, NULL, "", "dddddd|ddddd"},
    {"ZA", "N|O|A|D|C|Z", NULL, NULL, "", "dddd"},
};
const size_t country_formats_n =
    sizeof country_formats / sizeof *country_formats;

const CountryAlias country_aliases[] = {
    {"uk", "GB"}, {"greatbritain", "GB"}, {"britain", "GB"},
    {"england", "GB"}, {"scotland", "GB"}, {"wales", "GB"},
    {"northernireland", "GB"},
    {"unitedkingdomofgreatbritainandnorthernireland", "GB"},
    {"unitedstatesofamerica", "US"}, {"etatsunisdamerique", "US"},
    {"vereinigtestaatenvonamerika", "US"},
    {"estadosunidosdeamerica", "US"},
    {"prc", "CN"}, {"prchina", "CN"}, {"chinapr", "CN"}, {"chinaprc", "CN"},
    {"peoplesrepublicofchina", "CN"}, {"mainlandchina", "CN"},
    {"republiquepopulairedechine", "CN"}, {"rpchine", "CN"},
    {"rpdechine", "CN"}, {"volksrepublikchina", "CN"}, {"vrchina", "CN"},
    {"republicapopularchina", "CN"}, {"republicapopulardechina", "CN"},
    {"repubblicapopolarecinese", "CN"}, {"volksrepubliekchina", "CN"},
    {"中华人民共和国", "CN"}, {"中華人民共和國", "CN"},
    {"جۇڭخۇاخەلقجۇمھۇرىيىتى", "CN"},
    {"臺灣", "TW"}, {"taiwanroc", "TW"}, {"republicofchina", "TW"}, {"roc", "TW"},
    {"hongkongsar", "HK"}, {"macau", "MO"}, {"macaosar", "MO"},
    {"russianfederation", "RU"}, {"korea", "KR"}, {"rok", "KR"},
    {"republicofkorea", "KR"}, {"dprk", "KP"},
    {"democraticpeoplesrepublicofkorea", "KP"},
    {"czechrepublic", "CZ"}, {"holland", "NL"}, {"brd", "DE"},
    {"federalrepublicofgermany", "DE"}, {"bundesrepublikdeutschland", "DE"},
    {"republicofireland", "IE"}, {"eire", "IE"}, {"turkiye", "TR"},
    {"weissrussland", "BY"}, {"ivorycoast", "CI"}, {"burma", "MM"}, {"myanmar", "MM"},
    {"macedonia", "MK"}, {"swaziland", "SZ"}, {"easttimor", "TL"},
    {"caboverde", "CV"}, {"vatican", "VA"}, {"holysee", "VA"},
    {"stateofpalestine", "PS"}, {"uae", "AE"}, {"bosnia", "BA"},
    {"drc", "CD"}, {"drcongo", "CD"}, {"democraticrepublicofthecongo", "CD"},
    {"congo", "CG"}, {"republicofthecongo", "CG"},
    {"islamicrepublicofiran", "IR"}, {"syrianarabrepublic", "SY"},
    {"laopdr", "LA"}, {"laopeoplesdemocraticrepublic", "LA"},
    {"kyrgyzrepublic", "KG"}, {"republicofkazakhstan", "KZ"},
    {"republicofmoldova", "MD"}, {"unitedrepublicoftanzania", "TZ"},
    {"socialistrepublicofvietnam", "VN"}, {"saintlucia", "LC"},
    {"saintkittsandnevis", "KN"}, {"saintvincentandthegrenadines", "VC"},
};
const size_t country_aliases_n =
    sizeof country_aliases / sizeof *country_aliases;

/* The two Congos read "Congo - Kinshasa" in CLDR; Deutsche Post writes USA. */
const CountryOverride country_overrides[] = {
    {"CD", "de", "Demokratische Republik Kongo"},
    {"CD", "en", "Democratic Republic of the Congo"},
    {"CD", "es", "República Democrática del Congo"},
    {"CD", "fr", "République démocratique du Congo"},
    {"CG", "de", "Republik Kongo"},
    {"CG", "en", "Republic of the Congo"},
    {"CG", "es", "República del Congo"},
    {"CG", "fr", "République du Congo"},
    {"US", "de", "USA"},
};
const size_t country_overrides_n =
    sizeof country_overrides / sizeof *country_overrides;

/* What the post works in where CLDR names first what people speak:
 * libaddressinput's languages of the region. */
const CountryLanguage country_languages[] = {
    {"AS", "en-AS"}, {"BI", "fr"}, {"BQ", "nl"}, {"CD", "fr"}, {"CW", "nl"},
    {"DJ", "fr"}, {"GH", "en-GH"}, {"GL", "da"}, {"HT", "fr"}, {"IN", "en-IN"},
    {"KE", "en-KE"}, {"LS", "en-LS"}, {"MG", "fr"}, {"ML", "fr"},
    {"MU", "en-MU"}, {"NA", "en-NA"}, {"NE", "fr"}, {"PG", "en-PG"},
    {"PH", "en-PH"}, {"PK", "en-PK"}, {"PW", "en-PW"}, {"PY", "es"},
    {"RW", "fr"}, {"TK", "en-TK"}, {"TO", "en-TO"}, {"TZ", "en-TZ"},
    {"UG", "en-UG"}, {"VU", "en-VU"}, {"WS", "en-WS"}, {"ZW", "en-ZW"},
};
const size_t country_languages_n =
    sizeof country_languages / sizeof *country_languages;
/* clang-format on */

const char *const country_common_languages[] = {
    "en", "fr", "de", "es", "zh", "zh_Hant", "ja", "ko", "ru", "it",
    "pt", "nl", "pl", "cs", "sv", "da",      "no", "fi", "tr", "ar",
    "fa", "ug", "kk", "uk", "el", "he",      "hu", "ro", NULL,
};
