#include "unit.h"

#include "base/diag.h"
#include "model/collation.h"
#include "model/contactjoin.h"
#include "model/contactkey.h"
#include "model/fold.h"
#include "model/plainnumber.h"

static const char *folded(Arena *a, const char *s, bool loose) {
    Buf b = {0};
    if (loose)
        fold_loose(text_literal(s), &b);
    else
        fold_case(text_literal(s), &b);
    const char *out = arena_strndup(a, b.s ? b.s : "", b.n);
    buf_free(&b);
    return out;
}

static int order(const char *lang, const char *x, const char *y) {
    Collation *c = collation_open(lang);
    Buf a = {0}, b = {0};
    collation_key(c, text_literal(x), &a);
    collation_key(c, text_literal(y), &b);
    int result = memcmp(a.s, b.s, a.n < b.n ? a.n : b.n);
    CHECK(a.s[a.n - 1] == '\0' && memchr(a.s, 0, a.n - 1) == NULL);
    buf_free(&a);
    buf_free(&b);
    collation_close(c);
    return (result > 0) - (result < 0);
}

static int compare(const char *x, const char *y) {
    PlainNumber a, b;
    CHECK(plainnumber_parse(text_literal(x), &a));
    CHECK(plainnumber_parse(text_literal(y), &b));
    CHECK_INT(plainnumber_compare(&b, &a), -plainnumber_compare(&a, &b));
    return plainnumber_compare(&a, &b);
}

static const char *joined(Arena *a, const char *lang, const char *x,
                          const char *y, const char *z) {
    Text v[] = {text_literal(x), text_literal(y), text_literal(z ? z : "")};
    return names_and(a, &(TextList){v, z ? 3 : 2}, lang);
}

/* The key of a record that has these. */
static const char *key(Arena *a, const char *name, const char *line,
                       const char *city, const char *country) {
    Text lines[] = {text_literal(line)};
    Contact c = {.base = {.lang = "", .lines = {lines, 1}}};
    Buf b = {0};
    c.base.fields[CONTACT_NAME] = text_literal(name);
    c.base.fields[CONTACT_CITY] = text_literal(city);
    memcpy(c.country, country, 3);
    CHECK(contactkey_place(&c, &b));
    contactkey_people(&c, &b);
    const char *out = arena_strndup(a, b.s, b.n);
    buf_free(&b);
    return out;
}

static void test_folding(Arena *a) {
    CHECK_STR(folded(a, "Rue De L'Exemple", false), "rue de l'exemple");
    CHECK_STR(folded(a, "\xEF\xBC\xA1\xEF\xBC\x92", false), "a2"); /* wide */
    CHECK_STR(folded(a,
                     "Stra\xC3\x9F"
                     "e",
                     false),
              "strasse");
    CHECK_STR(folded(a, "\xC3\x89mile", false), "\xC3\xA9mile");
    CHECK_STR(folded(a, "\xC3\x89mile", true), "emile");
    CHECK_STR(folded(a, "E\xCC\x81mile", true), "emile"); /* decomposed */
    CHECK_STR(folded(a,
                     "\xC5\x81\xC3\xB3"
                     "d\xC5\xBA, 12-b.",
                     true),
              "lodz12b");
    CHECK_STR(folded(a, "\xE5\x8C\x97 \xE4\xBA\xAC\xEF\xBC\x8C", true),
              "\xE5\x8C\x97\xE4\xBA\xAC");
    /* A vowel sign is no accent: two Hindi syllables stay two. */
    CHECK(strcmp(folded(a, "\xE0\xA4\x95\xE0\xA4\xBF", true),
                 folded(a, "\xE0\xA4\x95\xE0\xA5\x80", true)) != 0);
    CHECK_STR(folded(a, "\xEF\xB7\xBA", false) /* one character of 18 */,
              "\xD8\xB5\xD9\x84\xD9\x89 \xD8\xA7\xD9\x84\xD9\x84\xD9\x87 "
              "\xD8\xB9\xD9\x84\xD9\x8A\xD9\x87 "
              "\xD9\x88\xD8\xB3\xD9\x84\xD9\x85");
    CHECK_STR(folded(a, "", true), "");
    CHECK(fold_equal(text_literal("CAF\xC3\x89"), text_literal("caf\xC3\xA9")));
    CHECK(!fold_equal(text_literal("cafe"), text_literal("caf\xC3\xA9")));
}

static void test_collation(void) {
    CHECK_INT(order("", "apple", "Banana"), -1);
    CHECK_INT(order("de", "\xC3\x84rger", "Zorn"), -1);
    CHECK_INT(order("sv", "\xC3\x84rger", "Zorn"), 1);
    CHECK_INT(order("fr", "item 2", "item 10"), -1);
    /* \u5317 is bei, \u4E0A shang: pinyin. By radicals it is the other way. */
    CHECK_INT(order("zh", "\xE5\x8C\x97", "\xE4\xB8\x8A"), -1);
    CHECK_INT(order("", "\xE5\x8C\x97", "\xE4\xB8\x8A"), 1);
    CHECK_INT(order("no language", "a", "b"), -1);
    CHECK_INT(order("fr", "x", "x"), 0);
}

static void test_numbers(void) {
    PlainNumber n;
    static const char *const bad[] = {"",    "-",   "1,5", "1.", ".5",
                                      "1e3", "0x1", "1 2", "a",  "--1"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        CHECK(!plainnumber_parse(text_literal(bad[i]), &n));
    CHECK_INT(compare("9", "10"), -1);
    CHECK_INT(compare("007", "7"), 0);
    CHECK_INT(compare("1.50", "1.5"), 0);
    CHECK_INT(compare("1.25", "1.3"), -1);
    CHECK_INT(compare("-2", "1"), -1);
    CHECK_INT(compare("-2", "-10"), 1);
    CHECK_INT(compare("-0", "+0.0"), 0);
    CHECK_INT(compare("99999999999999999999998", "99999999999999999999999"),
              -1);
}

static void test_names(Arena *a) {
    CHECK_STR(joined(a, "en", "Ana", "Ben", NULL), "Ana and Ben");
    CHECK_STR(joined(a, "fr", "Ana", "Ben", NULL), "Ana et Ben");
    CHECK_STR(joined(a, "de-CH", "Ana", "Ben", "Clara"), "Ana, Ben und Clara");
    CHECK_STR(joined(a, "zh-Hans", "Ana", "Ben", NULL), "Ana\xE5\x92\x8C"
                                                        "Ben");
    CHECK_STR(joined(a, "", "Ana", "Ben", NULL), "Ana, Ben");
    /* Whose patterns in CLDR are the English ones. */
    CHECK_STR(joined(a, "ug", "Ana", "Ben", NULL), "Ana\xD8\x8C Ben");
    CHECK_STR(joined(a, "bo", "Ana", "Ben", "Clara"), "Ana, Ben, Clara");
    CHECK_STR(joined(a, "en-GB", "Ana", "Ben", "Clara"), "Ana, Ben and Clara");
    /* A language ICU knows nothing of, on a machine of any language. */
    CHECK_STR(joined(a, "tlh", "Ana", "Ben", "Clara"), "Ana, Ben, Clara");
}

int main(void) {
    Arena *a = arena_new();
    test_folding(a);
    test_collation();
    test_numbers();
    test_names(a);
    CHECK_STR(key(a, "Ana Ru\xC3\xADz", "12, Rue de l'\xC3\x89t\xC3\xA9",
                  "PARIS", "FR"),
              key(a, "ANA RUIZ", "12 rue de l'ete", "Paris", "FR"));
    CHECK(strcmp(key(a, "Ana", "1 A St", "X", "FR"),
                 key(a, "Ana", "1 A St", "X", "BE")) != 0);
    CHECK(strcmp(key(a, "Ana", "1 A St", "X", "FR"),
                 key(a, "Ane", "1 A St", "X", "FR")) != 0);
    arena_free(a);
    return unit_done("fold");
}
