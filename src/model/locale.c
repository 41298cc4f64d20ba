#include "model/locale.h"

#include <unicode/ures.h>

#include <assert.h>
#include <string.h>

static bool maximise(const char *id, Locale *out) {
    char full[ULOC_FULLNAME_CAPACITY];
    UErrorCode status = U_ZERO_ERROR;
    uloc_addLikelySubtags(id, full, sizeof full, &status);
    uloc_getLanguage(full, out->language, sizeof out->language, &status);
    uloc_getScript(full, out->script, sizeof out->script, &status);
    uloc_getCountry(full, out->region, sizeof out->region, &status);
    return U_SUCCESS(status) && out->language[0];
}

/* What ICU says of the languages that letters are written in, and of the
 * countries that most go to or come from: every address asks, and ICU takes its
 * time. tests/unit/test_model_country.c compares. */
static const struct {
    const char *tag;
    Locale likely;
} usual[] = {
    {"bo", {"bo", "Tibt", "CN"}},      {"de", {"de", "Latn", "DE"}},
    {"en", {"en", "Latn", "US"}},      {"es", {"es", "Latn", "ES"}},
    {"fr", {"fr", "Latn", "FR"}},      {"it", {"it", "Latn", "IT"}},
    {"ja", {"ja", "Jpan", "JP"}},      {"kk", {"kk", "Cyrl", "KZ"}},
    {"ko", {"ko", "Kore", "KR"}},      {"nl", {"nl", "Latn", "NL"}},
    {"pt", {"pt", "Latn", "BR"}},      {"ug", {"ug", "Arab", "CN"}},
    {"zh", {"zh", "Hans", "CN"}},      {"zh-Hans", {"zh", "Hans", "CN"}},
    {"zh-Hant", {"zh", "Hant", "TW"}}, {"und-CN", {"zh", "Hans", "CN"}},
    {"und-DE", {"de", "Latn", "DE"}},  {"und-FR", {"fr", "Latn", "FR"}},
    {"und-GB", {"en", "Latn", "GB"}},  {"und-US", {"en", "Latn", "US"}}};

/* And of countries that letters are written from, as "und-FR". */
static const Locale usual_regions[] = {
    {"de", "Latn", "AT"}, {"en", "Latn", "AU"}, {"nl", "Latn", "BE"},
    {"en", "Latn", "CA"}, {"de", "Latn", "CH"}, {"de", "Latn", "DE"},
    {"da", "Latn", "DK"}, {"es", "Latn", "ES"}, {"fi", "Latn", "FI"},
    {"fr", "Latn", "FR"}, {"en", "Latn", "GB"}, {"en", "Latn", "IE"},
    {"it", "Latn", "IT"}, {"nl", "Latn", "NL"}, {"nb", "Latn", "NO"},
    {"en", "Latn", "NZ"}, {"pt", "Latn", "PT"}, {"sv", "Latn", "SE"},
    {"en", "Latn", "US"}, {"zh", "Hans", "CN"}};

static const Locale *find_usual(const char *tag) {
    size_t regions = sizeof usual_regions / sizeof *usual_regions;
    for (size_t i = 0; strncmp(tag, "und-", 4) == 0 && i < regions; i++)
        if (strcmp(usual_regions[i].region, tag + 4) == 0)
            return &usual_regions[i];
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        if (strcmp(usual[i].tag, tag) == 0)
            return &usual[i].likely;
    return NULL;
}

bool locale_likely(const char *tag, Locale *out) {
    char id[ULOC_FULLNAME_CAPACITY];
    UErrorCode status = U_ZERO_ERROR;
    const Locale *known = find_usual(tag);
    *out = known ? *known : (Locale){0};
    if (known)
        return true;
    uloc_forLanguageTag(tag, id, sizeof id, NULL, &status);
    return U_SUCCESS(status) && status != U_STRING_NOT_TERMINATED_WARNING &&
           id[0] && maximise(id, out);
}

static void add(LocaleChain *chain, const char *language, const char *script,
                const char *region) {
    const char *const parts[] = {language, script, region};
    char *out = chain->v[chain->n++];
    size_t n = 0;
    for (size_t i = 0; i < 3; i++) {
        size_t length = strlen(parts[i]);
        assert(n + length + 2 <= ULOC_FULLNAME_CAPACITY);
        if (length > 0 && i > 0)
            out[n++] = '_';
        memcpy(out + n, parts[i], length);
        n += length;
    }
    out[n] = '\0';
}

void locale_chain(const char *tag, LocaleChain *out) {
    Locale full, bare;
    out->n = 0;
    if (!locale_likely(tag, &full))
        return;
    bool is_usual = locale_likely(full.language, &bare) &&
                    strcmp(bare.script, full.script) == 0;
    if (full.region[0])
        add(out, full.language, full.script, full.region);
    if (full.region[0] && is_usual)
        add(out, full.language, "", full.region);
    add(out, full.language, full.script, "");
    if (is_usual)
        add(out, full.language, "", "");
    /* Both written forms of Norwegian inherit from "no" (CLDR 39). */
    if (strcmp(full.language, "nb") == 0 || strcmp(full.language, "nn") == 0)
        add(out, "no", "", "");
}

const char *locale_with_data(const char *tag, LocaleChain *chain) {
    locale_chain(tag, chain);
    for (size_t i = 0; i < chain->n; i++) {
        UErrorCode status = U_ZERO_ERROR;
        ures_close(ures_openDirect(NULL, chain->v[i], &status));
        if (U_SUCCESS(status))
            return chain->v[i];
    }
    return NULL;
}
