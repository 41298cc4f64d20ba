#include "unit.h"

#include "contact_spec.h"
#include "model/letter.h"

static const char *date(Arena *a, const char *iso, const char *lang) {
    const char *out = NULL;
    return letter_date(a, iso, strlen(iso), lang, &out) ? out : "no date";
}

static void dates(Arena *a) {
    static const char *const cases[][3] = {
        {"2026-11-22", "en", "November 22, 2026"},
        {"2026-11-22", "en-US", "November 22, 2026"},
        {"2026-11-22", "en-GB", "22 November 2026"},
        {"2026-11-22", "fr", "22 novembre 2026"},
        {"2026-11-22", "de", "22. November 2026"},
        {"2026-11-22", "de-AT", "22. November 2026"},
        {"2026-11-22", "es", "22 de noviembre de 2026"},
        {"2026-11-22", "nb", "22. november 2026"},
        {"2026-11-22", "zh", "2026年11月22日"},
        {"2026-11-22", "zh-Hans", "2026年11月22日"},
        {"2026-11-02", "zh-Hant", "2026年11月2日"},
        {"2026-11-22", "zh-HK", "2026年11月22日"},
        {"2026-11-22", "ja", "2026年11月22日"},
        {"2026-11-22", "ko", "2026년 11월 22일"},
        {"2026-11-22", "ug", "2026-يىلى 22-نويابىر"},
        {"2021-06-26", "ug", "2021-يىلى 26-ئىيۇن"},
        {"2021-06-26", "ug-CN", "2021-يىلى 26-ئىيۇن"},
        {"2021-06-26", "kk", "2021\u202Fж. 26 маусым"},
        {"2021-06-26", "kk-Arab", "2021-جىلى 26-ماۋسىم"},
        {"2021-06-26", "kk-CN", "2021-جىلى 26-ماۋسىم"},
        {"2024-02-29", "fr", "29 février 2024"},
        {"2000-02-29", "en-GB", "29 February 2000"},
        {"1970-01-01", "en-GB", "1 January 1970"},
        {"1583-01-01", "en-GB", "1 January 1583"},
        {"9999-12-31", "en-GB", "31 December 9999"},
        {"2026-11-22", "xx", "2026-11-22"},
        {"2026-11-22", "", "2026-11-22"},
        {"2026-11-22", "not a tag", "2026-11-22"},
        {"2026-02-30", "en", "no date"},
        {"2026-02-29", "en", "no date"},
        {"1900-02-29", "en", "no date"},
        {"2026-13-01", "en", "no date"},
        {"2026-00-01", "en", "no date"},
        {"2026-01-00", "en", "no date"},
        {"1582-12-31", "en", "no date"},
        {"2026-1-1", "en", "no date"},
        {"2026/11/22", "en", "no date"},
        {"22 November", "en", "no date"},
        {"", "en", "no date"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CHECK_STR(date(a, cases[i][0], cases[i][1]), cases[i][2]);
}

/* The value of {{name}} in a letter of one line, or what the diag says. */
static const char *value(Arena *a, const char *name, const Contact *sender,
                         const Contact *addressee, const char *lang) {
    Diag *d = diag_new();
    const char *line = arena_printf(a, "Dear {{%s}}", name);
    const Source *src = source_from(a, "letter.md", line, strlen(line));
    Text field = text_of_span((Span){src, 7, strlen(name)}), out;
    bool ok = letter_field_value(a, field, sender, addressee, lang, d, &out);
    const char *said = diag_text(a, d);
    CHECK(ok == (said[0] == '\0'));
    CHECK(ok || out.s == NULL);
    diag_free(d);
    const char *cut = strchr(said, '\n');
    return ok ? arena_strndup(a, out.s, out.n)
              : arena_strndup(a, said, cut ? (size_t)(cut - said) : 0);
}

static void merge(Arena *a, const Contact *sender, const Contact *addressee) {
    CHECK_STR(value(a, "to.name", sender, addressee, "en"), "Ma Xingrui");
    CHECK_STR(value(a, " to.name ", sender, addressee, "en"), "Ma Xingrui");
    CHECK_STR(value(a, "to.name", sender, addressee, "zh"), "马兴瑞");
    CHECK_STR(value(a, "from.city", sender, addressee, "en"), "Köln");
    CHECK_STR(value(a, "title", sender, addressee, "en"), "Secretary");
    CHECK_STR(value(a, "color", sender, addressee, "en"), "red");
    CHECK_STR(value(a, "to.color", sender, addressee, "en"), "red");
    CHECK_STR(value(a, "to.country", sender, addressee, "fr"), "Chine");
    CHECK_STR(value(a, "from.country", sender, addressee, "fr"), "Allemagne");
    CHECK_STR(value(a, "name", NULL, addressee, "en"), "Ma Xingrui");
    CHECK_STR(value(a, "city", sender, NULL, "en"), "Köln");

    CHECK_STR(value(a, "name", sender, addressee, "en"),
              "letter.md:1:8: error: {{name}}: both the addressee \"Ma "
              "Xingrui\" (book.yaml:1) and the sender \"Ana Ruiz\" "
              "(me.yaml:1) have one; write {{to.name}} or {{from.name}}");
    CHECK_STR(value(a, "to.fax", sender, addressee, "en"),
              "letter.md:1:8: error: {{to.fax}}: \"Ma Xingrui\" (book.yaml:1) "
              "has no fax; add it there, or write what to print without it: "
              "{{to.fax|...}}");
    CHECK_STR(value(a, "shade", sender, addressee, "en"),
              "letter.md:1:8: error: {{shade}}: \"Ma Xingrui\" (book.yaml:1) "
              "has no shade; add it there, or write what to print without it: "
              "{{shade|...}}");
    CHECK_STR(value(a, "to.fax|none", sender, addressee, "en"), "none");
    CHECK_STR(value(a, "to.fax | by post ", sender, addressee, "en"),
              "by post");
    CHECK_STR(value(a, "to.fax|", sender, addressee, "en"), "");
    CHECK_STR(value(a, "to.name|none", sender, addressee, "en"),
              value(a, "to.name", sender, addressee, "en"));
    CHECK_STR(value(a, "from.name|us", NULL, addressee, "en"), "us");
    CHECK_STR(value(a, "to.tilte|none", sender, addressee, "en"),
              value(a, "to.tilte", sender, addressee, "en"));
    CHECK(letter_field_side(text_literal("from.city|to.x")) == LETTER_OF_FROM);
    CHECK_STR(value(a, "to.tilte", sender, addressee, "en"),
              "letter.md:1:8: error: unknown field \"tilte\"; did you mean "
              "\"title\"?");
    CHECK_STR(value(a, "colour", sender, addressee, "en"),
              "letter.md:1:8: error: unknown field \"colour\"; did you mean "
              "\"color\"?");
    CHECK_STR(value(a, "to.zzz", sender, addressee, "en"),
              "letter.md:1:8: error: unknown field \"zzz\"; a record has name, "
              "title, organisation, city, country and the columns of its list");
    CHECK_STR(value(a, "from.name", NULL, addressee, "en"),
              "letter.md:1:8: error: {{from.name}}: the letter has no sender; "
              "give it one with \"from:\" or --from");
    CHECK_STR(value(a, "name", NULL, NULL, "en"),
              "letter.md:1:8: error: {{name}}: the letter has no addressee; "
              "give it one with \"to:\" or --to");
    CHECK(strstr(value(a, "to.", sender, addressee, "en"), "unknown field"));
    CHECK(strstr(value(a, "", sender, addressee, "en"), "unknown field"));
}

int main(void) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    Contact addressee = contact_spec(
        a, "book.yaml",
        "name=Ma Xingrui\ntitle=Secretary\ncountry=CN\nname:zh=马兴瑞\n"
        "lines=x\ncolor=red\nshade=\n");
    Contact sender = contact_spec(
        a, "me.yaml", "name=Ana Ruiz\ncity=Köln\ncountry=Deutschland\n");
    /* A name in the file's own words stays; a code becomes a name. */
    sender.base.fields[CONTACT_COUNTRY] = text_literal("DE");
    CHECK(contact_check(&addressee, d) && contact_check(&sender, d));
    dates(a);
    merge(a, &sender, &addressee);
    CHECK_STR(letter_field_names[LETTER_SALUTATION], "salutation");
    CHECK_STR(letter_field_names[LETTER_FROM], "from");
    diag_free(d);
    arena_free(a);
    return unit_done("model_letter");
}
