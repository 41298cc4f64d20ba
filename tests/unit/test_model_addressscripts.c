#include "unit.h"

#include "contact_spec.h"
#include "model/address.h"

/* Lines without a letter, a house's number or a postcode, in countries that
 * write their own script: they stay where they were written. */
typedef struct Case {
    const char *what, *spec;
    const char *native, *both; /* the blocks with either --script, posted in
                                  the country itself */
} Case;

static const Case cases[] = {
    {"Japan: the postcode below a whole address",
     "name=山田太郎\ncountry=JP\naddress=東京都千代田区霞が関1-1-1|100-0013\n",
     "local ja| 東京都千代田区霞が関1-1-1\nlocal ja| 100-0013\n"
     "name ja| 山田太郎\n",
     "local ja| 東京都千代田区霞が関1-1-1\nlocal ja| 100-0013\n"
     "name ja| 山田太郎\n"},
    {"Japan: the postcode above, the number below",
     "name=山田太郎\ncountry=JP\nlines=100-0013|東京都千代田区霞が関|1-1-1\n",
     "local ja| 100-0013\nlocal ja| 東京都千代田区霞が関\n"
     "local ja| 1-1-1\nname ja| 山田太郎\n",
     "local ja| 100-0013\nlocal ja| 東京都千代田区霞が関\n"
     "local ja| 1-1-1\nname ja| 山田太郎\n"},
    {"Japan: nothing but a number, where the rest of the place is Japanese",
     "name=Yamada\ncountry=JP\nlines=1-1-1\ncity=千代田区\nregion=東京都\n",
     "name en| Yamada\nlocal ja| 東京都千代田区1-1-1\n",
     "name en| Yamada\nlocal ja| 東京都千代田区1-1-1\n"},
    {"Japan: a house with a Latin name inside",
     "name=山田太郎\ncountry=JP\nlines=東京都千代田区霞が関1-1-1|"
     "Park Court 501|山田様方|100-0013\n",
     "local ja| 東京都千代田区霞が関1-1-1\nlocal ja| Park Court 501\n"
     "local ja| 山田様方\nlocal ja| 100-0013\nname ja| 山田太郎\n",
     "local ja| 東京都千代田区霞が関1-1-1\nlocal ja| Park Court 501\n"
     "local ja| 山田様方\nlocal ja| 100-0013\nname ja| 山田太郎\n"},
    {"Japan: a building with a Latin name at the end",
     "name=山田太郎\ncountry=JP\npostcode=100-0013\n"
     "lines=東京都千代田区霞が関1-1-1|Kasumi Tower Bldg. 3F\n",
     "local ja| 〒100-0013\nlocal ja| 東京都千代田区霞が関1-1-1\n"
     "local ja| Kasumi Tower Bldg. 3F\nname ja| 山田太郎\n",
     "local ja| 〒100-0013\nlocal ja| 東京都千代田区霞が関1-1-1\n"
     "local ja| Kasumi Tower Bldg. 3F\nname ja| 山田太郎\n"},
    {"Japan: a street in Latin letters at the end",
     "name=山田太郎\ncountry=JP\n"
     "lines=東京都千代田区霞が関1-1-1|Kasumigaseki 1-1-1\n",
     NULL,
     "local ja| 東京都千代田区霞が関1-1-1\nname ja| 山田太郎\n"
     "place en| Kasumigaseki 1-1-1\n"},
    {"Taiwan: a town with its code of three figures",
     "name=王小明\ncountry=TW\nlines=臺北市信義區市府路1號|Taipei 110\n", NULL,
     "local zh-Hant| 臺北市信義區市府路1號\nname zh-Hant| 王小明　收\n"
     "place en| Taipei 110\n"},
    {"Morocco: Arabic, and French, which is its Latin form",
     "name=وزير العدل\ncountry=MA\nlines=ساحة المامونية\ncity=الرباط\n"
     "postcode=10000\nname:fr=Ministre de la Justice\n"
     "lines:fr=Place El Mamounia\ncity:fr=Rabat\n",
     NULL,
     "name en| Ministre de la Justice\nlocal ar| وزير العدل\n"
     "local ar| ساحة المامونية\nlocal ar| 10000 الرباط\n"
     "place en| Place El Mamounia\nplace en| 10000 Rabat\n"},
    {"India: Hindi, and English",
     "name=गृह मंत्री\ncountry=IN\nlines=नॉर्थ ब्लॉक\ncity=नई दिल्ली\n"
     "postcode=110001\nlines:en=North Block\ncity:en=New Delhi\n",
     NULL,
     "name hi| गृह मंत्री\nlocal hi| नॉर्थ ब्लॉक\nlocal hi| नई दिल्ली 110001\n"
     "place en-IN| North Block\nplace en-IN| New Delhi 110001\n"},
    {"Serbia: both its scripts, the form in either",
     "name=Marko\ncountry=RS\nlines=Nemanjina 22\ncity=Beograd\n"
     "postcode=11000\nlines:sr=Немањина 22\ncity:sr=Београд\n",
     NULL,
     "name en| Marko\nlocal sr| Немањина 22\nlocal sr| 11000 Београд\n"
     "place en| Nemanjina 22\nplace en| 11000 Beograd\n"},
    {"Serbia: a form in Serbian that is in Latin letters",
     "name=Марко\ncountry=RS\nlines=Немањина 22\ncity=Београд\n"
     "postcode=11000\nlines:sr=Nemanjina 22\ncity:sr=Beograd\n",
     NULL,
     "name sr| Марко\nlocal sr| Немањина 22\nlocal sr| 11000 Београд\n"
     "place en| Nemanjina 22\nplace en| 11000 Beograd\n"},
    {"Japan: both scripts below each other, each with its numbers",
     "name=Yamada\ncountry=JP\nlines=霞が関|1-1-1|Kasumigaseki|2-2-2|日本\n",
     NULL,
     "name en| Yamada\nlocal ja| 霞が関\nlocal ja| 1-1-1\n"
     "place en| Kasumigaseki\nplace en| 2-2-2\n"},
    {"Korea",
     "name=김민수\ncountry=KR\nlines=세종대로|209\ncity=종로구\n"
     "region=서울특별시\npostcode=03171\n",
     "local ko| 서울특별시 종로구\nlocal ko| 세종대로\nlocal ko| 209\n"
     "name ko| 김민수\nlocal ko| 03171\n",
     "local ko| 서울특별시 종로구\nlocal ko| 세종대로\nlocal ko| 209\n"
     "name ko| 김민수\nlocal ko| 03171\n"},
    {"Russia: house and index",
     "name=Иван Петров\ncountry=RU\nlines=ул. Ленина|12-34|Москва|101000\n",
     "name ru| Иван Петров\nlocal ru| ул. Ленина\nlocal ru| 12-34\n"
     "local ru| Москва\nlocal ru| 101000\n",
     "name ru| Иван Петров\nlocal ru| ул. Ленина\nlocal ru| 12-34\n"
     "local ru| Москва\nlocal ru| 101000\n"},
    {"Greece", "name=Νίκος\ncountry=GR\naddress=Οδός Ερμού|25|10563 Αθήνα\n",
     "name el| Νίκος\nlocal el| Οδός Ερμού\nlocal el| 25\n"
     "local el| 10563 Αθήνα\n",
     "name el| Νίκος\nlocal el| Οδός Ερμού\nlocal el| 25\n"
     "local el| 10563 Αθήνα\n"},
    {"China: the number of a house, the postcode in front",
     "name=王敏\ncountry=CN\nlines=北京市西城区|西长安街|174|100017\n",
     "local zh-Hans| 100017　北京市西城区\nlocal zh-Hans| 西长安街\n"
     "local zh-Hans| 174\nname zh-Hans| 王敏　收\n",
     "local zh-Hans| 100017　北京市西城区\nlocal zh-Hans| 西长安街\n"
     "local zh-Hans| 174\nname zh-Hans| 王敏　收\n"},
    {"in Latin letters numbers are Latin",
     "name=Ivan\ncountry=RU\nlines=ul. Lenina|12-34\ncity=Moskva\n"
     "postcode=101000\nlines:ru=ул. Ленина|12-34\ncity:ru=Москва\n",
     "name en| Ivan\nlocal ru| ул. Ленина\nlocal ru| 12-34\n"
     "local ru| Москва\nlocal ru| 101000\n",
     "name en| Ivan\nlocal ru| ул. Ленина\nlocal ru| 12-34\n"
     "local ru| Москва\nlocal ru| 101000\nplace en| UL. LENINA\n"
     "place en| 12-34\nplace en| MOSKVA\nplace en| 101000\n"},
};

/* The Latin block as the plain and the compact arrangement of one composition:
 * neither changes the other. */
static const struct {
    const char *spec, *origin, *plain, *compact;
} both_ways[] = {
    {"name=A\nlines=1234 Main St\ncity=Washington\nregion=DC\n"
     "postcode=20008\ncountry=US\n",
     "US",
     "name en| A\nplace en| 1234 Main St\nplace en| WASHINGTON DC 20008\n",
     "name en| A\nplace en| 1234 Main St, WASHINGTON DC 20008\n"},
    {"name=A\nlines=1234 Main St\ncity=Washington\nregion=DC\n"
     "postcode=20008\ncountry=US\n",
     "GB",
     "name en| A\nplace en| 1234 Main St\nplace en| WASHINGTON, DC 20008\n"
     "country en-GB| UNITED STATES\n",
     "name en| A\nplace en| 1234 Main St, WASHINGTON, DC 20008\n"
     "country en-GB| UNITED STATES\n"},
};

/* What is said where a six-digit number is not the postcode. */
static const struct {
    const char *spec, *block, *diag;
} numbers[] = {
    {"name=A\ncountry=CN\n"
     "lines:zh=新疆乌鲁木齐市天山区 830041|监狱 第 123456 监区\n",
     "name en| A\nlocal zh-Hans| 830041　新疆乌鲁木齐市天山区\n"
     "local zh-Hans| 监狱 第 123456 监区\n",
     ""},
    {"name=A\ncountry=CN\nlines:zh=830041 新疆|监狱 123456 王\n",
     "name en| A\nlocal zh-Hans| 830041　新疆\n"
     "local zh-Hans| 监狱 123456 王\n",
     "book.yaml:3:23: warning: \"A\": the address has the postcode 123456 here "
     "and 830041 elsewhere; 830041 is printed in front, check which is right\n"
     "    3 | lines:zh=830041 新疆|监狱 123456 王\n"},
};

static const char *dump(Arena *a, const AddressBlock *b) {
    Buf out = {0};
    address_dump(b, &out);
    buf_putc(&out, '\0');
    const char *s = arena_strdup(a, out.s);
    buf_free(&out);
    return s;
}

static void check(Arena *a, const Case *t, AddressScript script,
                  const char *want) {
    Diag *d = diag_new();
    Contact c = contact_spec(a, "book.yaml", t->spec);
    AddressBlock block;
    CHECK(contact_check(&c, d));
    AddressOptions options = {.origin = c.country, .script = script};
    CHECK(address_compose(a, &c, &options, d, &block));
    int failed = unit_failed;
    CHECK_STR(dump(a, &block), want);
    CHECK_STR(diag_text(a, d), "");
    if (unit_failed > failed)
        printf("  in: %s\n", t->what);
    diag_free(d);
}

static void check_both(Arena *a, size_t i) {
    Diag *d = diag_new();
    Contact c = contact_spec(a, "book.yaml", both_ways[i].spec);
    AddressOptions options = {.origin = both_ways[i].origin};
    AddressBlock plain, compact;
    CHECK(contact_check(&c, d));
    CHECK(address_compose_both(a, &c, &options, d, &plain, &compact));
    CHECK_STR(dump(a, &plain), both_ways[i].plain);
    CHECK_STR(dump(a, &compact), both_ways[i].compact);
    diag_free(d);
}

static void check_numbers(Arena *a, size_t i) {
    Diag *d = diag_new();
    Contact c = contact_spec(a, "book.yaml", numbers[i].spec);
    AddressOptions options = {.origin = "CN"};
    AddressBlock block;
    CHECK(contact_check(&c, d));
    CHECK(address_compose(a, &c, &options, d, &block));
    CHECK_STR(dump(a, &block), numbers[i].block);
    CHECK_STR(diag_text(a, d), numbers[i].diag);
    diag_free(d);
}

int main(void) {
    Arena *a = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        if (cases[i].native)
            check(a, &cases[i], ADDRESS_NATIVE, cases[i].native);
        check(a, &cases[i], ADDRESS_BOTH, cases[i].both);
    }
    for (size_t i = 0; i < sizeof both_ways / sizeof *both_ways; i++)
        check_both(a, i);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        check_numbers(a, i);
    arena_free(a);
    return unit_done("model_addressscripts");
}
