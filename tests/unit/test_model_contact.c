#include "unit.h"

#include "contact_spec.h"

/* The tag of the form found, "" for none. */
static const char *form(Arena *a, const char *tags, const char *lang) {
    const char *spec = "";
    for (const char *t = tags; *t; t += strcspn(t, " ") + (strchr(t, ' ') != 0))
        spec =
            arena_printf(a, "%sname:%.*s=x\n", spec, (int)strcspn(t, " "), t);
    Contact c = contact_spec(a, "t", spec);
    const ContactForm *found = contact_form(&c, lang);
    return found ? found->lang : "";
}

static void forms(Arena *a) {
    static const char *const cases[][3] = {
        /* forms there are, language asked for, form found */
        {"zh", "zh", "zh"},
        {"zh", "ZH", "zh"},
        {"zh", "zh-Hans", "zh"},
        {"zh-Hans", "zh", "zh-Hans"},
        {"zh-Hans", "zh-CN", "zh-Hans"},
        {"zh-CN", "zh-Hans", "zh-CN"},
        {"zh-CN", "zh-SG", "zh-CN"},
        {"zh-Hant", "zh", ""},
        {"zh-Hant", "zh-Hans", ""},
        {"zh-Hans", "zh-Hant", ""},
        {"zh-Hans", "zh-TW", ""},
        {"zh", "zh-HK", ""},
        {"zh-Hant", "zh-TW", "zh-Hant"},
        {"zh-Hant", "zh-HK", "zh-Hant"},
        {"zh-TW", "zh-Hant", "zh-TW"},
        {"zh-HK", "zh-Hant", "zh-HK"},
        {"zh-HK zh-Hant", "zh-TW", "zh-Hant"},
        {"zh-Hant zh-HK", "zh-HK", "zh-HK"},
        {"zh-Hant zh-HK", "zh-Hant-HK", "zh-HK"},
        {"zh-Hant zh", "zh-Hans", "zh"},
        {"zh-Hans zh", "zh", "zh"},
        {"ug", "ug", "ug"},
        {"ug", "ug-Arab", "ug"},
        {"ug", "ug-Latn", ""},
        {"kk", "kk-Arab", ""},
        {"kk-Arab", "kk", ""},
        {"kk-CN", "kk-Arab", "kk-CN"},
        {"en-GB", "en-US", "en-GB"},
        {"en-US en-GB", "en-GB", "en-GB"},
        {"en", "eng", ""},
        {"zh ug", "ja", ""},
        {"zh", "", ""},
        {"zh", "no tag at all", ""},
        {"", "zh", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *found = form(a, cases[i][0], cases[i][1]);
        if (strcmp(found, cases[i][2]) != 0)
            printf("in [%s] for %s\n", cases[i][0], cases[i][1]);
        CHECK_STR(found, cases[i][2]);
    }
}

static void fields(void) {
    CHECK_INT(contact_field("organisation", 12), CONTACT_ORGANISATION);
    CHECK_INT(contact_field("fax", 3), CONTACT_FAX);
    CHECK_INT(contact_field("fa", 2), CONTACT_FIELDS);
    CHECK_INT(contact_field("lines", 5), CONTACT_FIELDS);
    CHECK_INT(contact_field("Name", 4), CONTACT_FIELDS);
    for (int f = 0; f < CONTACT_FIELDS; f++)
        CHECK_INT(contact_field(contact_field_names[f],
                                strlen(contact_field_names[f])),
                  f);
}

static const char *str(Arena *a, Text t) {
    return t.s ? arena_strndup(a, t.s, t.n) : "(none)";
}

static void values(Arena *a) {
    Contact c = contact_spec(a, "t",
                             "name=Ma Xingrui\ntitle=Secretary\nname:zh=马兴瑞"
                             "\ntitle:zh=\ncountry=CN\nCase No=7\nempty=\n");
    Diag *d = diag_new();
    CHECK(contact_check(&c, d));
    CHECK_STR(str(a, contact_get(&c, CONTACT_NAME, "")), "Ma Xingrui");
    CHECK_STR(str(a, contact_get(&c, CONTACT_NAME, NULL)), "Ma Xingrui");
    CHECK_STR(str(a, contact_get(&c, CONTACT_NAME, "zh-Hans")), "马兴瑞");
    CHECK_STR(str(a, contact_get(&c, CONTACT_NAME, "zh-Hant")), "Ma Xingrui");
    CHECK_STR(str(a, contact_get(&c, CONTACT_TITLE, "zh")), "Secretary");
    CHECK_STR(str(a, contact_get(&c, CONTACT_FAX, "zh")), "(none)");
    CHECK_STR(str(a, contact_merge(a, &c, "name", 4, "zh")), "马兴瑞");
    CHECK_STR(str(a, contact_merge(a, &c, "Case No", 7, "en")), "7");
    CHECK_STR(str(a, contact_merge(a, &c, "empty", 5, "en")), "(none)");
    CHECK_STR(str(a, contact_merge(a, &c, "lines", 5, "en")), "(none)");
    CHECK_STR(str(a, contact_merge(a, &c, "country", 7, "de")), "China");
    CHECK_STR(str(a, contact_merge(a, &c, "country", 7, "xx")), "CN");
    diag_free(d);
}

/* The country a record ends up with, or what is wrong with it. */
static const char *check(Arena *a, const char *spec) {
    Diag *d = diag_new();
    Contact c = contact_spec(a, "b.yaml", spec);
    bool ok = contact_check(&c, d);
    const char *said = diag_text(a, d);
    CHECK(ok == (said[0] == '\0'));
    diag_free(d);
    return ok ? arena_strdup(a, c.country)
              : arena_strndup(a, said, strcspn(said, "\n"));
}

static void checks(Arena *a) {
    CHECK_STR(check(a, "name=A\n"), "");
    CHECK_STR(check(a, "name=A\ncountry=P.R. China\n"), "CN");
    CHECK_STR(check(a, "organisation=A\ncountry=uk\n"), "GB");
    CHECK_STR(check(a, "name:zh=马\n"), "");
    CHECK_STR(check(a, "address=1 Main St|Berlin|Germany\n"), "DE");
    CHECK_STR(check(a, "address=1 Main St|Washington DC 20008\n"), "");
    CHECK_STR(check(a, "address=1 Main St|China\ncountry=FR\n"), "FR");
    CHECK_STR(check(a, "title=Director\nlines=5 Court Road\ncity=X\n"), "");
    CHECK_STR(check(a, "title=Director\ncity=X\n"),
              "b.yaml:1:1: error: record 14 has no name, no organisation and "
              "no address; give it one of them");
    CHECK_STR(check(a, "name=A\ncountry=Chna\n"),
              "b.yaml:2:9: error: unknown country \"Chna\"; did you mean "
              "\"China\"?");
    CHECK_STR(check(a, "name=A\ncountry=CN\ncountry:zh=中国\n"),
              "b.yaml:3:12: error: country \"中国\" is given for the language "
              "zh; a record has one country: write it once, without a "
              "language");
}

static void labels(Arena *a) {
    Contact c = contact_spec(a, "t", "name=Ma\nid=m1\n");
    CHECK_STR(contact_label(a, &c), "Ma");
    c = contact_spec(a, "t", "id=m1\n");
    CHECK_STR(contact_label(a, &c), "m1");
    c = contact_spec(a, "t", "id=m1\nname:zh=马\n");
    CHECK_STR(contact_label(a, &c), "马");
    c = contact_spec(a, "t", "city=X\n");
    CHECK_STR(contact_label(a, &c), "record 14");
    /* Cut between characters: 53 of 3 bytes fit into 160. */
    char spec[512] = "name=";
    for (int i = 0; i < 100; i++)
        strcat(spec, "马");
    c = contact_spec(a, "t", strcat(spec, "\n"));
    const char *label = contact_label(a, &c);
    CHECK_INT(strlen(label), 53 * 3 + 3);
    CHECK_STR(label + 52 * 3, "马…");
}

int main(void) {
    Arena *a = arena_new();
    forms(a);
    fields();
    values(a);
    checks(a);
    labels(a);
    arena_free(a);
    return unit_done("model_contact");
}
