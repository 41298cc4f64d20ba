#include "unit.h"

#include "model/languagename.h"
#include "model/localnumber.h"

/* Names of `langs` in `in`, with commas between them. */
static const char *names(const char *const *langs, size_t n, const char *in,
                         bool head) {
    static char out[400];
    const char *v[8];
    size_t at = 0;
    Arena *a = arena_new();
    language_names(a, langs, n, in, head, v);
    out[0] = '\0';
    for (size_t i = 0; i < n; i++)
        at += (size_t)snprintf(out + at, sizeof out - at, "%s%s", i ? ", " : "",
                               v[i]);
    arena_free(a);
    return out;
}
#define NAMES(in, head, ...)                                                   \
    names((const char *const[]){__VA_ARGS__},                                  \
          sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *), in,     \
          head)

static void numbers(void) {
    Arena *a = arena_new();
    CHECK_STR(local_decimal(a, 4.35, 1, "en"), "4.4");
    CHECK_STR(local_decimal(a, 4, 1, "fr"), "4,0");
    CHECK_STR(local_decimal(a, 1234.5, 1, "de"), "1.234,5");
    CHECK_STR(local_decimal(a, 15.04, 1, "zh-Hant"), "15.0");
    CHECK_STR(local_decimal(a, 4.2, 1, "ar"), "4.2");
    CHECK_STR(local_decimal(a, 4.2, 1, "qqq"), "4.2");
    arena_free(a);
}

int main(void) {
    numbers();
    CHECK_STR(NAMES("fr", false, "en", "zh-Hans", "ug"),
              "anglais, chinois, ouïghour");
    CHECK_STR(NAMES("fr", true, "en", "zh-Hans", "ug"),
              "Anglais, Chinois, Ouïghour");
    CHECK_STR(NAMES("en-GB", false, "en", "zh"), "English, Chinese");
    CHECK_STR(NAMES("zh-Hans", true, "en", "bo", "zh-Hant"),
              "英语, 藏语, 中文");
    /* What is told apart by script or country alone. */
    CHECK_STR(NAMES("en", false, "zh-Hans", "zh-Hant", "ug"),
              "Simplified Chinese, Traditional Chinese, Uyghur");
    CHECK_STR(NAMES("en", false, "zh", "zh-Hant", "en-GB", "en"),
              "Simplified Chinese, Traditional Chinese, UK English, English");
    CHECK_STR(NAMES("de", true, "zh-Hans", "zh-Hant"),
              "Chinesisch (vereinfacht), Chinesisch (traditionell)");
    CHECK_STR(NAMES("en", false, "zh-Hans", "zh-Hans"), "Chinese, Chinese");
    CHECK_STR(NAMES("ug", true, "en", "zh", "ug"),
              "ئىنگلىزچە, خەنزۇچە, ئۇيغۇرچە");
    /* Tibetan has no word for Uyghur in CLDR: what Uyghurs call it. */
    CHECK_STR(NAMES("bo", true, "ug"), "ئۇيغۇرچە");
    /* Nor does ICU speak Kazakh in Arabic letters, and never the machine's
     * language instead. */
    CHECK_STR(NAMES("kk-Arab", false, "fr", "zh"), "français, 中文");
    CHECK_STR(NAMES("qqq", false, "qqq", "en"), "qqq, English");
    return unit_done("model/languagename");
}
