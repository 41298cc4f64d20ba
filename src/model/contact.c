#include "model/contact.h"

#include "base/limits.h"
#include "model/country.h"
#include "model/countryindex.h"
#include "model/locale.h"

#include <string.h>
#include <strings.h>

const char *const contact_field_names[CONTACT_FIELDS] = {
    [CONTACT_ID] = "id",
    [CONTACT_NAME] = "name",
    [CONTACT_TITLE] = "title",
    [CONTACT_ORGANISATION] = "organisation",
    [CONTACT_DEPARTMENT] = "department",
    [CONTACT_ATTENTION] = "attention",
    [CONTACT_CARE_OF] = "care_of",
    [CONTACT_DISTRICT] = "district",
    [CONTACT_CITY] = "city",
    [CONTACT_REGION] = "region",
    [CONTACT_POSTCODE] = "postcode",
    [CONTACT_COUNTRY] = "country",
    [CONTACT_SALUTATION] = "salutation",
    [CONTACT_LANG] = "lang",
    [CONTACT_EMAIL] = "email",
    [CONTACT_PHONE] = "phone",
    [CONTACT_FAX] = "fax",
    [CONTACT_SOCIAL] = "social",
    [CONTACT_COPIES] = "copies",
    [CONTACT_SHORT_NAME] = "short_name",
    [CONTACT_GROUP] = "group",
    [CONTACT_SAME_ADDRESS_AS] = "same_address_as",
    [CONTACT_EMBASSY_IN] = "embassy_in",
};

ContactField contact_field(const char *name, size_t n) {
    for (int f = 0; f < CONTACT_FIELDS; f++)
        if (strlen(contact_field_names[f]) == n &&
            memcmp(contact_field_names[f], name, n) == 0)
            return (ContactField)f;
    return CONTACT_FIELDS;
}

/* Both begin with the same language subtag: the cheap test that keeps ICU out
 * of the way of most records. */
static bool same_language(const char *x, const char *y) {
    size_t n = strcspn(x, "-_");
    return n == strcspn(y, "-_") && strncasecmp(x, y, n) == 0;
}

const ContactForm *contact_form(const Contact *c, const char *lang) {
    const ContactForm *best = NULL;
    Locale want = {0}, have;
    for (size_t i = 0; i < c->nforms; i++)
        if (strcasecmp(c->forms[i].lang, lang) == 0)
            return &c->forms[i];
    for (size_t i = 0; i < c->nforms; i++) {
        const ContactForm *form = &c->forms[i];
        if (!same_language(form->lang, lang) ||
            (!want.language[0] && !locale_likely(lang, &want)) ||
            !locale_likely(form->lang, &have) ||
            strcmp(want.language, have.language) != 0 ||
            strcmp(want.script, have.script) != 0)
            continue;
        if (strcmp(want.region, have.region) == 0)
            return form;
        if (!best)
            best = form;
    }
    return best;
}

static bool present(Text t) {
    return t.s && t.n > 0;
}

Text contact_get(const Contact *c, ContactField field, const char *lang) {
    const ContactForm *form = lang && lang[0] ? contact_form(c, lang) : NULL;
    if (form && present(form->fields[field]))
        return form->fields[field];
    return present(c->base.fields[field]) ? c->base.fields[field] : (Text){0};
}

/* The country reads as its name in the letter, not as a code. */
static Text country_value(Arena *a, const Contact *c, const char *lang) {
    Text raw = contact_get(c, CONTACT_COUNTRY, "");
    if (!present(raw) || raw.n > 3 || !c->country[0])
        return raw;
    const char *name = lang ? country_display(a, c->country, lang) : NULL;
    return name ? (Text){name, strlen(name), raw.span} : raw;
}

Text contact_merge(Arena *a, const Contact *c, const char *name, size_t n,
                   const char *lang) {
    ContactField field = contact_field(name, n);
    if (field == CONTACT_COUNTRY)
        return country_value(a, c, lang);
    if (field != CONTACT_FIELDS)
        return contact_get(c, field, lang);
    for (size_t i = 0; i < c->nextra; i++)
        if (c->extra[i].name.n == n &&
            memcmp(c->extra[i].name.s, name, n) == 0 &&
            present(c->extra[i].value))
            return c->extra[i].value;
    return (Text){0};
}

static bool form_names_somebody(const ContactForm *form) {
    static const ContactField who[] = {CONTACT_NAME, CONTACT_ORGANISATION,
                                       CONTACT_DEPARTMENT, CONTACT_ATTENTION};
    /* "The Director, 5 Court Road" is somebody, a director in a town is not. */
    bool found = form->names.n > 0 || form->address.n > 0 ||
                 (present(form->fields[CONTACT_TITLE]) && form->lines.n > 0);
    for (size_t i = 0; i < sizeof who / sizeof *who; i++)
        found = found || present(form->fields[who[i]]);
    return found;
}

static bool names_somebody(const Contact *c) {
    bool found = form_names_somebody(&c->base);
    for (size_t i = 0; !found && i < c->nforms; i++)
        found = form_names_somebody(&c->forms[i]);
    return found;
}

/* A country is the same in every language; two spellings could only differ. So
 * are these, which are not looked for in the forms at all. */
static bool stand_once(const Contact *c, Diag *diag) {
    static const struct {
        ContactField field;
        const char *what;
    } once[] = {
        {CONTACT_COUNTRY, "one country"},
        {CONTACT_COPIES, "one number of them"},
        {CONTACT_EMBASSY_IN, "one country that it is in"},
        {CONTACT_ID, "one id"},
        {CONTACT_LANG, "one language of its own"},
        {CONTACT_GROUP, "one group"},
        {CONTACT_SAME_ADDRESS_AS, "one that it shares an address with"},
    };
    bool ok = true;
    for (size_t k = 0; k < c->nforms * (sizeof once / sizeof *once); k++) {
        const ContactForm *form = &c->forms[k % c->nforms];
        Text t = form->fields[once[k / c->nforms].field];
        if (!present(t))
            continue;
        diag_at(diag, DIAG_ERROR, t.span,
                "%s \"%.*s\" is given for the language %s; a record has %s: "
                "write it once, without a language",
                contact_field_names[once[k / c->nforms].field], text_shown(t),
                t.s, form->lang, once[k / c->nforms].what);
        ok = false;
    }
    return ok;
}

static bool read_copies(Contact *c, Diag *diag) {
    Text t = c->base.fields[CONTACT_COPIES];
    c->copies = present(t) ? 0 : 1;
    bool ok = true;
    for (size_t i = 0; present(t) && ok && i < t.n; i++) {
        ok = t.s[i] >= '0' && t.s[i] <= '9';
        c->copies = c->copies * 10 + (uint32_t)(t.s[i] - '0');
        ok = ok && c->copies <= LIMIT_ITEMS;
    }
    if (!ok)
        diag_at(diag, DIAG_ERROR, t.span,
                "copies \"%.*s\" is no whole number from 0 to %d; 0 prints no "
                "label of this record",
                text_shown(t), t.s, LIMIT_ITEMS);
    return ok;
}

static void unknown_country(const char *what, Text t, CountryIndex *countries,
                            Diag *diag) {
    Arena *a = arena_new();
    const char *near = countryindex_guess(countries, a, t.s, t.n);
    int n = text_shown(t);
    if (near)
        diag_at(diag, DIAG_ERROR, t.span,
                "%sunknown country \"%.*s\"; did you mean \"%s\"?", what, n,
                t.s, near);
    else
        diag_at(diag, DIAG_ERROR, t.span,
                "%sunknown country \"%.*s\"; write its two-letter code (CN, "
                "US) or its name",
                what, n, t.s);
    arena_free(a);
}

static bool resolve_country(Contact *c, CountryIndex *countries, Diag *diag) {
    Text t = c->base.fields[CONTACT_COUNTRY];
    TextList address = c->base.address;
    c->country[0] = '\0';
    if (!present(t)) {
        /* A whole address may end in its country; if it does not, whoever
         * needs one says so. */
        if (address.n > 0) {
            Text last = address.v[address.n - 1];
            countryindex_find_any(countries, last.s, last.n, c->country);
        }
        return true;
    }
    if (countryindex_find_any(countries, t.s, t.n, c->country))
        return true;
    unknown_country("", t, countries, diag);
    return false;
}

static bool resolve_embassy(Contact *c, CountryIndex *countries, Diag *diag) {
    Text t = c->base.fields[CONTACT_EMBASSY_IN];
    c->embassy_in[0] = '\0';
    if (!present(t) ||
        countryindex_find_any(countries, t.s, t.n, c->embassy_in))
        return true;
    unknown_country("embassy_in: ", t, countries, diag);
    return false;
}

bool contact_check(Contact *c, Diag *diag) {
    return contact_check_of(c, NULL, diag);
}

bool contact_check_of(Contact *c, CountryIndex *countries, Diag *diag) {
    bool ok = true;
    if (c->broken)
        return false;
    if (!names_somebody(c)) {
        diag_at(diag, DIAG_ERROR, c->span,
                "record %zu has no name, no organisation and no address; give "
                "it one of them",
                c->number);
        ok = false;
    }
    ok = stand_once(c, diag) && ok;
    ok = read_copies(c, diag) && ok;
    ok = resolve_embassy(c, countries, diag) && ok;
    return resolve_country(c, countries, diag) && ok;
}

static bool form_has_place(const ContactForm *form) {
    static const ContactField parts[] = {CONTACT_DISTRICT, CONTACT_CITY,
                                         CONTACT_REGION, CONTACT_POSTCODE};
    bool found = form->lines.n > 0 || form->address.n > 0;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        found = found || present(form->fields[parts[i]]);
    return found;
}

bool contact_has_place(const Contact *c) {
    bool found = form_has_place(&c->base);
    for (size_t i = 0; !found && i < c->nforms; i++)
        found = form_has_place(&c->forms[i]);
    return found;
}

/* A message is a line; a name that is longer is a mistake in itself. */
enum { LABEL_BYTES = 160 };

const char *contact_label(Arena *a, const Contact *c) {
    Text t = c->base.fields[CONTACT_NAME];
    for (size_t i = 0; !present(t) && i < c->nforms; i++)
        t = c->forms[i].fields[CONTACT_NAME];
    static const ContactField others[] = {CONTACT_ID, CONTACT_ORGANISATION,
                                          CONTACT_DEPARTMENT, CONTACT_ATTENTION,
                                          CONTACT_TITLE};
    for (size_t i = 0; !present(t) && i < sizeof others / sizeof *others; i++)
        t = c->base.fields[others[i]];
    if (!present(t))
        return arena_printf(a, "record %zu", c->number);
    if (t.n <= LABEL_BYTES)
        return arena_strndup(a, t.s, t.n);
    size_t n = LABEL_BYTES;
    while (n > 0 && ((unsigned char)t.s[n] & 0xC0) == 0x80)
        n--;
    return arena_printf(a, "%.*s\xE2\x80\xA6", (int)n, t.s);
}
