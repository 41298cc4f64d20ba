#include "unit.h"

#include "base/arena.h"
#include "model/country.h"
#include "model/countryindex.h"
#include "model/locale.h"

#include <stdio.h>
#include <string.h>
#include <unicode/uloc.h>

/* The index finds what the walk finds. */
static void same_in_index(CountryIndex *index, const char *name) {
    char walked[3] = "", found[3] = "";
    bool is = country_find_common(name, strlen(name), walked);
    CHECK(countryindex_find(index, name, strlen(name), found) == is);
    CHECK(!is || strcmp(found, walked) == 0);
}

/* The table of all languages, which is made after some questions, says what the
 * walks say. */
static void any_language(void) {
    static const char *const names[] = {
        "Ffrainc", "Ranska",   "Magyarország", "Ubufaransa", "Francuska",
        "法国",    "フランス", "ფრანგეთი",     "ፈረንሳይ",      "Atlantis",
        "USA",     "",         "12",           "Kína",       "Kiinan"};
    Arena *a = arena_new();
    CountryIndex *index = countryindex_new(a);
    for (int round = 0; round < 3; round++)
        for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
            char walked[3] = "", found[3] = "";
            size_t n = strlen(names[i]);
            bool is = country_find(names[i], n, walked);
            CHECK(countryindex_find_any(index, names[i], n, found) == is);
            CHECK_STR(found, walked);
        }
    arena_free(a);
}

static void finding(void) {
    static const struct {
        const char *name, *code;
    } cases[] = {
        {"CN", "CN"},
        {"cn", "CN"},
        {"chn", "CN"},
        {" China ", "CN"},
        {"CHINA", "CN"},
        {"Chine", "CN"},
        {"P. R. China", "CN"},
        {"P.R.China", "CN"},
        {"PRC", "CN"},
        {"People's Republic of China", "CN"},
        {"People’s Republic of China", "CN"},
        {"the People’s Republic of China", "CN"},
        {"中国", "CN"},
        {"中國", "CN"},
        {"中华人民共和国", "CN"},
        {"جۇڭگو", "CN"},
        {"Қытай", "CN"},
        {"Κίνα", "CN"},
        {"རྒྱ་ནག", "CN"},
        {"UK", "GB"},
        {"U.K.", "GB"},
        {"Great Britain", "GB"},
        {"United Kingdom", "GB"},
        {"USA", "US"},
        {"U.S.A.", "US"},
        {"United States of America", "US"},
        {"États-Unis", "US"},
        {"ETATS-UNIS", "US"},
        {"Russia", "RU"},
        {"South Korea", "KR"},
        {"Republic of Korea", "KR"},
        {"대한민국", "KR"},
        {"日本", "JP"},
        {"Czech Republic", "CZ"},
        {"Czechia", "CZ"},
        {"Holland", "NL"},
        {"The Netherlands", "NL"},
        {"the Gambia", "GM"},
        {"Deutschland", "DE"},
        {"Schweiz", "CH"},
        {"Weißrussland", "BY"},
        {"WEISSRUSSLAND", "BY"},
        {"Côte d'Ivoire", "CI"},
        {"Cote d’Ivoire", "CI"},
        {"TÜRKİYE", "TR"},
        {"Turkey", "TR"},
        {"Viet Nam", "VN"},
        {"Hong Kong", "HK"},
        {"香港", "HK"},
        {"Taiwan", "TW"},
        {"臺灣", "TW"},
        {"台灣", "TW"},
        {"Bosnia and Herzegovina", "BA"},
        {"Thailand", "TH"},
        {"Tonga", "TO"},
        {"Kasakhstan", "KZ"},
    };
    Arena *a = arena_new();
    CountryIndex *index = countryindex_new(a);
    char code[3];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        memcpy(code, "--", 3);
        if (!country_find(cases[i].name, strlen(cases[i].name), code))
            printf("not found: %s\n", cases[i].name);
        CHECK_STR(code, cases[i].code);
        same_in_index(index, cases[i].name);
    }
    static const char *const none[] = {
        "",    " ",        ".",      "XX",    "ZZ",  "QQQ", "Chin", "Urumqi",
        "the", "Atlantis", "Europe", "World", "001", "EU",  "新疆"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        if (country_find(none[i], strlen(none[i]), code))
            printf("found: %s as %s\n", none[i], code);
        CHECK(!country_find(none[i], strlen(none[i]), code));
        same_in_index(index, none[i]);
    }
    char longest[2000];
    memset(longest, 'a', sizeof longest);
    CHECK(!countryindex_find(index, longest, sizeof longest, code));
    arena_free(a);
    CHECK(!country_find(longest, sizeof longest, code));
    CHECK(!country_find(longest, 300, code));
    CHECK(country_named("CN", "People’s Republic of China", 28));
    CHECK(country_named("CN", "CHINA", 5));
    CHECK(country_named("CN", "Chine", 5));
    CHECK(country_named("CN", "中国", 6));
    CHECK(country_named("CN", "CHN", 3));
    CHECK(!country_named("CN", "Taiwan", 6));
    CHECK(!country_named("US", "Washington DC 20008", 19));
}

static void names(Arena *a) {
    static const struct {
        const char *code, *lang, *name;
    } cases[] = {
        {"CN", "en", "CHINA"},
        {"CN", "en-GB", "CHINA"},
        {"CN", "fr", "CHINE"},
        {"CN", "fr-CH", "CHINE"},
        {"CN", "de", "CHINA"},
        {"CN", "nb", "KINA"},
        {"CN", "tr", "ÇİN"},
        {"CN", "ug", "جۇڭگو"},
        {"CN", "kk", "ҚЫТАЙ"},
        {"CN", "ka", "ჩინეთი"},
        {"US", "zh-Hans", "美国"},
        {"US", "zh", "美国"},
        {"US", "zh-Hant", "美國"},
        {"US", "zh-HK", "美國"},
        {"US", "en", "UNITED STATES"},
        {"US", "de", "USA"},
        {"GB", "en", "UNITED KINGDOM"},
        {"HK", "en", "HONG KONG"},
        {"HK", "fr", "HONG KONG"},
        {"HK", "nl", "HONGKONG"},
        {"HK", "zh-HK", "香港"},
        {"MO", "pt", "MACAU"},
        {"BY", "de", "BELARUS"},
        {"TT", "en", "TRINIDAD AND TOBAGO"},
        {"MM", "en", "MYANMAR"},
        {"CD", "en", "DEMOCRATIC REPUBLIC OF THE CONGO"},
        {"GR", "el", "ΕΛΛΑΔΑ"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CHECK_STR(country_name(a, cases[i].code, cases[i].lang), cases[i].name);
    /* Never the machine's language instead. */
    CHECK(!country_name(a, "CN", "kk-Arab"));
    CHECK(!country_name(a, "CN", "xx"));
    CHECK(!country_name(a, "CN", ""));
    CHECK(!country_name(a, "CN", "not a tag"));
    CHECK(!country_name(a, "QQ", "en"));
    CHECK_STR(country_display(a, "CN", "en"), "China");
    CHECK_STR(country_display(a, "CN", "fr"), "Chine");
}

/* The languages of the posts whose rules we know: full names, nothing that is
 * for a menu. The Cocos Islands are called Keeling too. */
static void postal_names(Arena *a) {
    static const char *const langs[] = {"en", "en-GB", "fr", "de"};
    for (size_t l = 0; l < sizeof langs / sizeof *langs; l++)
        for (const char *const *c = uloc_getISOCountries(); *c; c++) {
            const char *name = country_name(a, *c, langs[l]);
            bool german = strcmp(langs[l], "de") == 0;
            CHECK(name != NULL);
            bool good = name && (strcmp(*c, "CC") == 0 ||
                                 !strpbrk(name, "()&/,;0123456789"));
            good = good && !strstr(name, " - ") && !strstr(name, "SAR") &&
                   !strstr(name, "R.A.S.") && (german || !strchr(name, '.'));
            if (!good)
                printf("%s in %s: %s\n", *c, langs[l], name ? name : "-");
            CHECK(good);
        }
}

static void languages(Arena *a) {
    static const char *const cases[][2] = {
        {"CN", "zh-Hans"}, {"TW", "zh-Hant"}, {"HK", "zh-HK"}, {"MO", "zh-MO"},
        {"FR", "fr"},      {"CH", "de"},      {"BE", "nl"},    {"DE", "de"},
        {"US", "en"},      {"GB", "en-GB"},   {"IN", "en-IN"}, {"JP", "ja"},
        {"KR", "ko"},      {"BR", "pt"},      {"GH", "en-GH"}, {"CD", "fr"},
        {"", "en"},        {"AQ", "en"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CHECK_STR(country_lang(a, cases[i][0]), cases[i][1]);
    CHECK(country_uses_letter_paper("US"));
    CHECK(country_uses_letter_paper("CA"));
    CHECK(country_uses_letter_paper("MX"));
    CHECK(country_uses_letter_paper("PH"));
    CHECK(!country_uses_letter_paper("CN"));
    CHECK(!country_uses_letter_paper("DE"));
    CHECK(!country_uses_letter_paper(""));
}

static bool ok(const char *code, const char *postcode) {
    return country_postcode_ok(code, postcode, strlen(postcode));
}

static void formats(void) {
    CHECK_STR(country_format("CN")->latin, "N|O|A|D, C|S, Z");
    CHECK_STR(country_format("CN")->native, "Z　SCDA|O|N");
    CHECK_STR(country_format("AE")->native_lang, "ar");
    CHECK_STR(country_format("ZA")->latin, "N|O|A|D|C|Z");
    CHECK_STR(country_format("TG")->latin, "N|O|A|C");
    CHECK_STR(country_format("")->latin, "N|O|A|C");
    CHECK(ok("CN", "830041"));
    CHECK(!ok("CN", "83004"));
    CHECK(!ok("CN", "8300411"));
    CHECK(!ok("CN", "83004a"));
    CHECK(ok("GB", "W1B 1JL"));
    CHECK(ok("GB", "SW1A 1AA"));
    CHECK(!ok("GB", "12345"));
    CHECK(ok("GB", "GIR 0AA"));
    CHECK(ok("GB", "BFPO 61"));
    CHECK(!ok("GB", "W1B1 JL"));
    CHECK(ok("US", "20008"));
    CHECK(ok("US", "20008-2308"));
    CHECK(!ok("US", "2008"));
    CHECK(ok("CH", "8001"));
    CHECK(ok("CH", "CH-8001"));
    CHECK(ok("KZ", "050012"));
    CHECK(ok("KZ", "A26F8D9"));
    CHECK(!ok("KZ", "5001"));
    CHECK(!ok("KZ", "AB6F8D9"));
    CHECK(ok("IE", "D02 AF30"));
    CHECK(ok("CA", "K1A 0B1"));
    CHECK(ok("HK", ""));
    CHECK(ok("TG", "anything"));
}

static void check_likely(const char *tag, const char *id) {
    char full[ULOC_FULLNAME_CAPACITY], want[ULOC_FULLNAME_CAPACITY],
        got[ULOC_FULLNAME_CAPACITY];
    Locale l;
    UErrorCode status = U_ZERO_ERROR;
    if (!locale_likely(tag, &l))
        return;
    uloc_addLikelySubtags(id, full, sizeof full, &status);
    CHECK(U_SUCCESS(status));
    snprintf(want, sizeof want, "%s", full);
    snprintf(got, sizeof got, "%s_%s_%s", l.language, l.script, l.region);
    CHECK_STR(got, want);
}

/* What is known without asking ICU is what ICU says. */
static void likely(void) {
    for (const char *const *c = uloc_getISOCountries(); *c; c++) {
        char tag[] = {'u', 'n', 'd', '-', (*c)[0], (*c)[1], '\0'};
        char id[] = {'u', 'n', 'd', '_', (*c)[0], (*c)[1], '\0'};
        check_likely(tag, id);
    }
    check_likely("zh-Hans", "zh_Hans");
    check_likely("zh-Hant", "zh_Hant");
    for (int32_t i = 0; i < uloc_countAvailable(); i++) {
        const char *tag = uloc_getAvailable(i);
        if (!strchr(tag, '_'))
            check_likely(tag, tag);
    }
    for (const char *const *code = uloc_getISOCountries(); *code; code++) {
        char tag[16], full[ULOC_FULLNAME_CAPACITY] = "",
                      got[ULOC_FULLNAME_CAPACITY];
        Locale l;
        UErrorCode status = U_ZERO_ERROR;
        snprintf(tag, sizeof tag, "und-%s", *code);
        if (!locale_likely(tag, &l))
            continue;
        tag[3] = '_';
        uloc_addLikelySubtags(tag, full, sizeof full, &status);
        snprintf(got, sizeof got, "%s_%s_%s", l.language, l.script, l.region);
        CHECK_STR(got, full);
    }
}

/* No two countries are called the same in any language. */
static void apart(void) {
    for (int32_t i = 0; i < uloc_countAvailable(); i++) {
        const char *lang = uloc_getAvailable(i), *names[300];
        size_t n = 0;
        if (strcmp(lang, "zh_Hant") == 0)
            lang = "zh-Hant";
        else if (strchr(lang, '_'))
            continue;
        Arena *a = arena_new();
        for (const char *const *c = uloc_getISOCountries(); *c; c++) {
            const char *name = country_display(a, *c, lang);
            for (size_t k = 0; name && k < n; k++)
                if (strcmp(names[k], name) == 0) {
                    printf("  %s: %s %s\n", lang, *c, name);
                    CHECK(strcmp(names[k], name) != 0);
                }
            if (name && n < 300)
                names[n++] = name;
        }
        arena_free(a);
    }
}

int main(void) {
    Arena *a = arena_new();
    apart();
    likely();
    finding();
    any_language();
    names(a);
    postal_names(a);
    languages(a);
    formats();
    arena_free(a);
    return unit_done("model_country");
}
