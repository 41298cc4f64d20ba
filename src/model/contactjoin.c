#include "model/contactjoin.h"

#include <string.h>

#include <unicode/ulistformatter.h>
#include <unicode/ustring.h>

#include "base/buf.h"
#include "model/locale.h"

/* ---- "and" ---- */

static const char *by_icu(Arena *a, const TextList *names, const char *id) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t n = 0, bytes = 0;
    const UChar **wide = ARENA_ARRAY(a, const UChar *, names->n);
    int32_t *lengths = ARENA_ARRAY(a, int32_t, names->n);
    int32_t room = 1;
    for (size_t i = 0; i < names->n; i++) {
        Text t = names->v[i];
        UChar *w = ARENA_ARRAY(a, UChar, t.n + 1);
        u_strFromUTF8(w, (int32_t)t.n + 1, &lengths[i], t.s, (int32_t)t.n,
                      &status);
        wide[i] = w;
        room += lengths[i] + 32;
    }
    UListFormatter *f = ulistfmt_openForType(id, ULISTFMT_TYPE_AND,
                                             ULISTFMT_WIDTH_WIDE, &status);
    UChar *all = ARENA_ARRAY(a, UChar, (size_t)room);
    char *out = ARENA_ARRAY(a, char, (size_t)room * 3 + 1);
    if (U_SUCCESS(status))
        n = ulistfmt_format(f, wide, lengths, (int32_t)names->n, all, room,
                            &status);
    if (f)
        ulistfmt_close(f);
    u_strToUTF8(out, room * 3, &bytes, all, n, &status);
    return U_SUCCESS(status) && n > 0 ? out : NULL;
}

/* CLDR 42 has English lists for Uyghur and Tibetan. */
static bool is_english(Arena *a, const char *id) {
    Text letters[] = {text_literal("x"), text_literal("y")};
    TextList two = {letters, 2};
    const char *own = by_icu(a, &two, id), *english = by_icu(a, &two, "en");
    return own && english && strcmp(own, english) == 0;
}

const char *names_and(Arena *a, const TextList *names, const char *lang) {
    LocaleChain chain;
    Locale full = {.language = ""};
    const char *id = lang[0] && locale_likely(lang, &full)
                         ? locale_with_data(lang, &chain)
                         : NULL;
    if (id && strcmp(full.language, "en") != 0 && is_english(a, id))
        id = NULL;
    const char *all = id ? by_icu(a, names, id) : NULL;
    if (all)
        return all;
    Buf list = {0};
    const char *comma = strcmp(full.script, "Arab") == 0 ? "\xD8\x8C " : ", ";
    for (size_t i = 0; i < names->n; i++)
        buf_printf(&list, "%s%.*s", i ? comma : "", (int)names->v[i].n,
                   names->v[i].s);
    all = arena_strndup(a, list.s ? list.s : "", list.n);
    buf_free(&list);
    return all;
}

/* ---- one record of many ---- */

static bool form_has_office(const ContactForm *f) {
    static const ContactField office[] = {CONTACT_TITLE, CONTACT_ORGANISATION,
                                          CONTACT_DEPARTMENT,
                                          CONTACT_ATTENTION};
    for (size_t i = 0; i < sizeof office / sizeof *office; i++)
        if (f->fields[office[i]].n > 0)
            return true;
    return false;
}

bool contact_is_person(const Contact *c) {
    bool named = c->base.fields[CONTACT_NAME].n > 0;
    if (form_has_office(&c->base))
        return false;
    for (size_t i = 0; i < c->nforms; i++) {
        if (form_has_office(&c->forms[i]))
            return false;
        named = named || c->forms[i].fields[CONTACT_NAME].n > 0;
    }
    return named;
}

static const ContactForm *form_of(const Contact *c, const char *lang) {
    if (!lang[0])
        return &c->base;
    for (size_t i = 0; i < c->nforms; i++)
        if (strcmp(c->forms[i].lang, lang) == 0)
            return &c->forms[i];
    return NULL;
}

static Text copied(Arena *a, Text t) {
    return (Text){arena_strndup(a, t.s, t.n), t.n, t.span};
}

/* The names of all of them in one language; none if one has no name in it. */
static TextList names_in(Arena *a, const Contact *const *v, size_t n,
                         const char *lang) {
    VEC(Text) all = {0};
    for (size_t i = 0; i < n; i++) {
        const ContactForm *f = form_of(v[i], lang);
        if (!f || f->fields[CONTACT_NAME].n == 0)
            return (TextList){0};
        for (size_t k = 0; k < f->names.n; k++)
            vec_push(a, &all, copied(a, f->names.v[k]));
        if (f->names.n == 0)
            vec_push(a, &all, copied(a, f->fields[CONTACT_NAME]));
    }
    return (TextList){all.v, all.n};
}

static bool is_place(ContactField f) {
    return f == CONTACT_CARE_OF || f == CONTACT_DISTRICT || f == CONTACT_CITY ||
           f == CONTACT_REGION || f == CONTACT_POSTCODE || f == CONTACT_COUNTRY;
}

static bool same(Text x, Text y) {
    return x.n == y.n && (x.n == 0 || memcmp(x.s, y.s, x.n) == 0);
}

static void join_form(Arena *a, const Contact *const *v, size_t n,
                      const char *lang, ContactForm *out) {
    for (int f = 0; f < CONTACT_FIELDS; f++) {
        bool keep = true;
        for (size_t i = 1; i < n && !is_place((ContactField)f); i++) {
            const ContactForm *other = form_of(v[i], out->lang);
            keep = keep &&
                   same(other ? other->fields[f] : (Text){0}, out->fields[f]);
        }
        if (!keep)
            out->fields[f] = (Text){0};
    }
    out->names = names_in(a, v, n, out->lang);
    out->fields[CONTACT_NAME] = (Text){0};
    if (out->names.n == 0)
        return;
    const char *all = names_and(a, &out->names, lang);
    out->fields[CONTACT_NAME] = (Text){all, strlen(all), out->names.v[0].span};
}

static void join_extras(Arena *a, const Contact *const *v, size_t n,
                        Contact *out) {
    MergeField *extra = ARENA_ARRAY(a, MergeField, out->nextra);
    for (size_t i = 0; i < out->nextra; i++) {
        extra[i] = out->extra[i];
        for (size_t k = 1; k < n; k++) {
            bool found = false;
            for (size_t e = 0; e < v[k]->nextra && !found; e++)
                found = same(v[k]->extra[e].name, extra[i].name) &&
                        same(v[k]->extra[e].value, extra[i].value);
            if (!found)
                extra[i].value = (Text){0};
        }
    }
    out->extra = extra;
}

static bool has_names(const Contact *c) {
    bool found = c->base.names.n > 0;
    for (size_t i = 0; i < c->nforms; i++)
        found = found || c->forms[i].names.n > 0;
    return found;
}

Contact *contact_join(Arena *a, const Contact *const *v, size_t n,
                      const char *lang) {
    Contact *out = ARENA_NEW(a, Contact);
    *out = *v[0];
    join_form(a, v, n, lang, &out->base);
    out->forms = ARENA_ARRAY(a, ContactForm, out->nforms);
    for (size_t i = 0; i < out->nforms; i++) {
        out->forms[i] = v[0]->forms[i];
        join_form(a, v, n, out->forms[i].lang, &out->forms[i]);
    }
    if (!has_names(out))
        return NULL;
    join_extras(a, v, n, out);
    for (size_t i = 1; i < n; i++)
        if (v[i]->copies > out->copies)
            out->copies = v[i]->copies;
    return out;
}
