#include "unit.h"

#include "contact_spec.h"
#include "model/shortname.h"

/* "Ana R., Lima" of a sender, or the message. */
static const char *shortened(Arena *a, const char *country, const char *spec) {
    Diag *d = diag_new();
    Contact c = contact_spec(a, "s", spec), out;
    snprintf(c.country, sizeof c.country, "%s", country);
    const char *got;
    if (contact_shorten(a, &c, d, &out)) {
        Text name = out.base.fields[CONTACT_NAME];
        Text city = out.base.fields[CONTACT_CITY];
        got = arena_printf(a, "%.*s, %.*s", (int)name.n, name.s, (int)city.n,
                           city.s);
        /* Nothing else goes with it. */
        CHECK(out.base.lines.n == 0 && out.base.address.n == 0 &&
              out.nforms == 0 && !out.base.fields[CONTACT_POSTCODE].s &&
              !out.base.fields[CONTACT_EMAIL].s);
        CHECK_STR(out.country, country);
    } else {
        got = diag_text(a, d);
    }
    diag_free(d);
    return got;
}

#define CITY "lines=1 Calle X\npostcode=15001\ncity=Lima\nemail=a@example.org\n"
#define HINT                                                                   \
    "; write the short name yourself, as in short_name: Ana R., or choose "    \
    "another --return"

static void names(Arena *a) {
    static const char *const cases[][3] = {
        {"PE", "name=Ana Ruiz\n" CITY, "Ana R., Lima"},
        {"PE", "name=Ana Lucía Ruiz Peña\n" CITY, "Ana P., Lima"},
        {"FR", "name=Jean-Luc d’Arc \n" CITY, "Jean-Luc d., Lima"},
        {"RU", "name=Анна Иванова\n" CITY, "Анна И., Lima"},
        {"CZ", "name=Eva C\u030Cerna\n" CITY, "Eva C\u030C., Lima"},
        {"PE", "name=Ana Ruiz\nshort_name=A. from Lima\n" CITY,
         "A. from Lima, Lima"},
        {"HU", "name=Nagy Anna\nshort_name=Anna N.\n" CITY, "Anna N., Lima"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CHECK_STR(shortened(a, cases[i][0], cases[i][1]), cases[i][2]);
}

static void nothing_is_guessed(Arena *a) {
    static const char *const cases[][3] = {
        {"HU", "name=Nagy Anna\n" CITY,
         "which word of this name is the first name cannot be told"},
        {"PE", "name=Ruiz, Ana\n" CITY,
         "which word of this name is the first name cannot be told"},
        {"PE", "name=Ana\n" CITY, "a name of one word cannot be shortened"},
        {"KZ", "name=ئەكپەر ئەسەت\n" CITY, "this name has no initial"},
        {"PE", "organisation=Group\n" CITY, "there is no name to shorten"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *want = arena_printf(a, "error: %s" HINT, cases[i][2]);
        const char *got = shortened(a, cases[i][0], cases[i][1]);
        CHECK(strstr(got, want) != NULL);
    }
    CHECK(strstr(shortened(a, "PE", "name=Ana Ruiz\nlines=1 Calle X\n"),
                 "the sender's city is not known") != NULL);
}

int main(void) {
    Arena *a = arena_new();
    names(a);
    nothing_is_guessed(a);
    arena_free(a);
    return unit_done("shortname");
}
