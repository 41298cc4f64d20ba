#include "model/shortname.h"

#include "base/utf8.h"

#include <string.h>
#include <unicode/uchar.h>

const char *const return_policy_names[RETURN_POLICIES] = {
    [RETURN_FULL] = "full",
    [RETURN_INITIALS] = "initials",
    [RETURN_GROUP] = "group",
    [RETURN_NONE] = "none",
};

/* Where the family name comes first: in Latin letters a name from there may
 * have either order, and nobody can tell which. */
static bool family_name_first(const char *country) {
    static const char countries[] = "CN HK HU JP KP KR MO SG TW VN";
    return country[0] && strstr(countries, country);
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n';
}

/* The first letter with the marks on it; 0 if the script has no initials: only
 * those with capitals do. */
static size_t initial(const char *s, size_t n) {
    size_t at = 0;
    UChar32 c = (UChar32)utf8_next(s, n, &at);
    if (!(u_isUUppercase(c) || u_isULowercase(c) || u_istitle(c)))
        return 0;
    for (size_t end = at; end < n; at = end) {
        c = (UChar32)utf8_next(s, n, &end);
        if (!(U_GET_GC_MASK(c) & U_GC_M_MASK))
            break;
    }
    return at;
}

static bool ask(const Contact *c, Diag *diag, Span where, const char *why) {
    diag_at(diag, DIAG_ERROR, where.src ? where : c->span,
            "%s; write the short name yourself, as in short_name: Ana R., or "
            "choose another --return",
            why);
    return false;
}

/* "Ana Lucía Ruiz" to "Ana R." */
static bool shorten(Arena *a, const Contact *c, Diag *diag, Text *out) {
    Text name = c->base.fields[CONTACT_NAME];
    while (name.n && is_blank(name.s[name.n - 1]))
        name.n--;
    if (!name.n || c->base.names.n > 1)
        return ask(c, diag, name.span,
                   name.n ? "several people have no one initial"
                          : "there is no name to shorten");
    if (family_name_first(c->country) || memchr(name.s, ',', name.n))
        return ask(c, diag, name.span,
                   "which word of this name is the first name cannot be told");
    size_t first = 0, last = name.n;
    while (first < name.n && !is_blank(name.s[first]))
        first++;
    while (last > 0 && !is_blank(name.s[last - 1]))
        last--;
    size_t letter = last > first ? initial(name.s + last, name.n - last) : 0;
    if (!letter)
        return ask(c, diag, name.span,
                   last > first ? "this name has no initial"
                                : "a name of one word cannot be shortened");
    char *s = arena_printf(a, "%.*s %.*s.", (int)first, name.s, (int)letter,
                           name.s + last);
    *out = (Text){s, strlen(s), name.span};
    return true;
}

bool contact_shorten(Arena *a, const Contact *c, Diag *diag, Contact *out) {
    Text name = c->base.fields[CONTACT_SHORT_NAME];
    bool ok = name.n || shorten(a, c, diag, &name);
    Text city = c->base.fields[CONTACT_CITY];
    if (!city.n) {
        diag_at(diag, DIAG_ERROR, c->span,
                "the sender's city is not known; write it as city: or choose "
                "another --return");
        ok = false;
    }
    *out = (Contact){.span = c->span, .number = c->number};
    out->base.lang = c->base.lang;
    out->base.fields[CONTACT_NAME] = name;
    out->base.fields[CONTACT_CITY] = city;
    out->base.fields[CONTACT_COUNTRY] = c->base.fields[CONTACT_COUNTRY];
    memcpy(out->country, c->country, sizeof out->country);
    return ok;
}
