#include "unit.h"

#include "base/buf.h"
#include "model/country.h"

#include <stdlib.h>

#include <unicode/uloc.h>

/* Facts 4.4 as they stand there: order, order in Latin letters where it is
 * another one, capitals. The table of the program is checked against them line
 * by line. */
typedef struct Listed {
    const char *code, *order, *latin, *upper;
} Listed;

/* clang-format off */
static const Listed listed[] = {
    {"AE", "N|O|A|S", NULL, ""}, {"AT", "O|N|A|Z C", NULL, ""},
    {"AU", "O|N|A|C S Z", NULL, "CS"}, {"BD", "N|O|A|C - Z", NULL, ""},
    {"BE", "O|N|A|Z C", NULL, ""}, {"BG", "N|O|A|Z C", NULL, ""},
    {"BR", "O|N|A|D|C-S|Z", NULL, "CS"},
    {"CA", "N|O|A|C S Z", NULL, "NOACSZ"},
    {"CH", "O|N|A|CH-Z C", NULL, ""}, {"CL", "N|O|A|Z C|S", NULL, ""},
    {"CN", "Z|SCD|A|O|N", "N|O|A|D|C|S, Z", ""},
    {"CO", "N|O|A|D|C, S, Z", NULL, ""}, {"CZ", "N|O|A|Z C", NULL, ""},
    {"DE", "N|O|A|Z C", NULL, ""}, {"DK", "N|O|A|Z C", NULL, ""},
    {"DZ", "N|O|A|Z C", NULL, ""}, {"EE", "N|O|A|Z C S", NULL, ""},
    {"EG", "N|O|A|C|S|Z", NULL, ""}, {"ES", "N|O|A|Z C S", NULL, "CS"},
    {"FI", "O|N|A|FI-Z C", NULL, ""}, {"FR", "O|N|A|Z C", NULL, "C"},
    {"GB", "N|O|A|C|Z", NULL, "CZ"}, {"GR", "N|O|A|Z C", NULL, ""},
    {"HK", "S|C|A|O|N", "N|O|A|C|S", ""}, {"HR", "N|O|A|HR-Z C", NULL, ""},
    {"HU", "N|O|C|A|Z", NULL, "ACNO"}, {"ID", "N|O|A|C|S Z", NULL, ""},
    {"IE", "N|O|A|D|C|S|Z", NULL, ""}, {"IL", "N|O|A|C Z", NULL, ""},
    {"IN", "N|O|A|C Z|S", NULL, ""}, {"IS", "N|O|A|Z C", NULL, ""},
    {"IT", "N|O|A|Z C S", NULL, "CS"},
    {"JP", "\u3012Z|S|A|O|N", "N|O|A, S|Z", ""},
    {"KE", "N|O|A|C|Z", NULL, ""}, {"KG", "N|O|A|Z C", NULL, ""},
    {"KR", "S CD|A|O|N|Z", "N|O|A|D|C|S|Z", ""},
    {"KZ", "Z|S|C|A|O|N", NULL, ""}, {"LI", "O|N|A|FL-Z C", NULL, ""},
    {"LK", "N|O|A|C|Z", NULL, ""}, {"LT", "O|N|A|LT-Z C S", NULL, ""},
    {"LU", "O|N|A|L-Z C", NULL, ""}, {"LV", "N|O|A|S|C, Z", NULL, ""},
    {"MA", "N|O|A|Z C", NULL, ""}, {"MN", "N|O|A|C|S Z", NULL, ""},
    {"MO", "A|O|N", "N|O|A", ""}, {"MX", "N|O|A|D|Z C, S", NULL, "CSZ"},
    {"MY", "N|O|A|D|Z C|S", NULL, "CS"}, {"NG", "N|O|A|D|C Z|S", NULL, "CS"},
    {"NL", "O|N|A|Z C", NULL, ""}, {"NO", "N|O|A|Z C", NULL, ""},
    {"NP", "N|O|A|C Z", NULL, ""}, {"NZ", "N|O|A|D|C Z", NULL, ""},
    {"PE", "N|O|A|C Z|S", NULL, ""}, {"PH", "N|O|A|D, C|Z S", NULL, ""},
    {"PK", "N|O|A|D|C-Z", NULL, ""}, {"PL", "N|O|A|Z C", NULL, ""},
    {"PT", "N|O|A|Z C", NULL, ""}, {"RO", "N|O|A|Z S C", NULL, "AC"},
    {"RS", "N|O|A|Z C", NULL, ""}, {"RU", "N|O|A|C|S|Z", NULL, "AC"},
    {"SA", "N|O|A|C Z", NULL, ""}, {"SE", "O|N|A|SE-Z C", NULL, ""},
    {"SG", "N|O|A|SINGAPORE Z", NULL, ""}, {"SI", "N|O|A|SI-Z C", NULL, ""},
    {"SK", "N|O|A|Z C", NULL, ""},
    {"TH", "N|O|A|D C|S Z", "N|O|A|D, C|S Z", ""},
    {"TJ", "N|O|A|Z C", NULL, ""}, {"TM", "N|O|A|Z C", NULL, ""},
    {"TN", "N|O|A|Z C", NULL, ""}, {"TR", "N|O|A|Z C/S", NULL, ""},
    {"TW", "Z|SC|A|O|N", "N|O|A|C, S Z", ""},
    {"UA", "N|O|A|C|S|Z", NULL, ""}, {"US", "N|O|A|C, S Z", NULL, "CS"},
    {"UZ", "N|O|A|Z C|S", NULL, "CS"}, {"VE", "N|O|A|C Z, S", NULL, "CS"},
    {"VN", "N|O|A|C|S Z", NULL, ""}, {"ZA", "N|O|A|D|C|Z", NULL, ""},
};
/* clang-format on */

/* Where we differ, on purpose; country_data.c says why. */
static const struct {
    const char *code, *native, *latin;
} differ[] = {
    {"CA", NULL, "N|O|A|C S  Z"},
    {"CN", "Z\u3000SCDA|O|N", "N|O|A|D, C|S, Z"},
    {"HK", "SCDA|O|N", "N|O|A|C|S"},
    {"JP", "\u3012Z|SCDA|O|N", "N|O|A|D, C|S, Z"},
    {"KZ", "Z|S|CD|A|O|N", "N|O|A|D|S|Z C"},
    {"TW", "Z|SCDA|O|N", "N|O|A|D, C|S Z"},
};

/* Facts write literals as they are, the table in apostrophes. */
static const char *bare(Arena *a, const char *format) {
    if (!format)
        return NULL;
    char *out = arena_strdup(a, format);
    size_t n = 0;
    for (const char *f = format; *f; f++)
        if (!strchr("'<>", *f))
            out[n++] = *f;
    out[n] = '\0';
    return out;
}

static void against_facts(Arena *a) {
    for (size_t i = 0; i < sizeof listed / sizeof *listed; i++) {
        const Listed *want = &listed[i];
        const CountryFormat *f = country_format(want->code);
        const char *latin = want->latin ? want->latin : want->order;
        const char *native = f->native ? want->order : NULL;
        for (size_t k = 0; k < sizeof differ / sizeof *differ; k++)
            if (strcmp(differ[k].code, want->code) == 0) {
                latin = differ[k].latin;
                native = differ[k].native;
            }
        int failed = unit_failed;
        CHECK_STR(f->code, want->code);
        CHECK_STR(bare(a, f->latin), latin);
        CHECK((f->native == NULL) == (native == NULL));
        if (f->native && native)
            CHECK_STR(bare(a, f->native), native);
        CHECK_STR(f->upper, want->upper);
        /* An order of its own for another script must be there. */
        CHECK(!want->latin || f->native);
        if (unit_failed > failed)
            printf("  of %s\n", want->code);
    }
    CHECK_INT(sizeof listed / sizeof *listed, 77);
}

/* Every field but those of an order that has fewer, once, and known codes. */
static void check_format(const char *code, const char *format) {
    int seen[128] = {0};
    bool quoted = false;
    for (const char *f = format; *f; f++) {
        quoted = *f == '<' || (quoted != (*f == '\'') && *f != '>');
        if (!quoted && *f >= 'A' && *f <= 'Z') {
            seen[(int)*f]++;
            if (!strchr("NOADCSZ", *f))
                printf("  %s: %s\n", code, format);
            CHECK(strchr("NOADCSZ", *f) != NULL);
        }
    }
    CHECK(!quoted);
    for (const char *f = "NOA"; *f; f++)
        CHECK_INT(seen[(int)*f], 1);
    for (const char *f = "DCSZ"; *f; f++)
        CHECK(seen[(int)*f] <= 1);
}

static const char *or_dash(const char *s) {
    return s && *s ? s : "-";
}

static char *read_all(Arena *a, const char *path) {
    FILE *f = fopen(path, "r");
    char *bytes = arena_alloc(a, 65536);
    size_t n = f ? fread(bytes, 1, 65535, f) : 0;
    if (f)
        fclose(f);
    bytes[n] = '\0';
    return bytes;
}

/* All regions of ISO 3166, as a table to be read:
 * tests/unit/country_formats.txt; BLESS=1 writes it anew. */
static void golden(Arena *a) {
    Buf out = {0};
    const char *root = getenv("ENVOI_DATA");
    const char *path =
        arena_printf(a, "%s/tests/unit/country_formats.txt", root ? root : ".");
    for (const char *const *c = uloc_getISOCountries(); *c; c++) {
        const CountryFormat *f = country_format(*c);
        CHECK(f->native == NULL || f->native_lang != NULL);
        check_format(*c, f->latin);
        if (f->native)
            check_format(*c, f->native);
        buf_printf(&out, "%s\t%s\t%s\t%s\t%s\t%s\n", *c, f->latin,
                   or_dash(f->native), or_dash(f->native_lang),
                   or_dash(f->upper), or_dash(f->postcode));
    }
    buf_putc(&out, '\0');
    if (getenv("BLESS")) {
        FILE *f = fopen(path, "w");
        fputs(out.s, f);
        fclose(f);
    }
    CHECK_STR(out.s, read_all(a, path));
    buf_free(&out);
}

int main(void) {
    Arena *a = arena_new();
    against_facts(a);
    golden(a);
    arena_free(a);
    return unit_done("model_country_formats");
}
