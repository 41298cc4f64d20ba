#include "input/contactvcard.h"

#include "base/buf.h"
#include "input/contactvalues.h"
#include "input/vcard.h"

#include <stdlib.h>
#include <string.h>

/* A card becoming a record. */
typedef struct Card {
    Arena *arena;
    Diag *diag;
    const Vcard *card;
    const char *base; /* the language of the base form; "": none is said */
    CountryIndex *countries;
    Contact *out;
} Card;

/* ---- which of several ---- */

/* "" without one, and of a tag that is none. */
static const char *language_of(Arena *a, const VcardProperty *p) {
    const Text *t = vcard_param(p, "LANGUAGE");
    const char *tag = t ? language_tag(a, *t) : NULL;
    return tag ? tag : "";
}

/* The form that the property goes into. */
static const char *form_of(const Card *c, const VcardProperty *p) {
    const char *lang = language_of(c->arena, p);
    return strcmp(lang, c->base) == 0 ? "" : lang;
}

/* "ADR:;;;;;;" says nothing, as programs write what was not filled in. */
static bool says_nothing(Text value) {
    for (size_t i = 0; i < value.n; i++)
        if (!strchr("; \t", value.s[i]))
            return false;
    return true;
}

static bool is_spoken(const VcardProperty *p) {
    static const char *const names[] = {"FN", "N", "ORG", "TITLE", "ADR"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(p->name, names[i]) == 0 && !says_nothing(p->value))
            return true;
    return false;
}

/* The first language, if there is nothing without one. */
static const char *base_language(Arena *a, const Vcard *card) {
    const char *first = NULL;
    for (size_t i = 0; i < card->n; i++) {
        if (!is_spoken(&card->v[i]))
            continue;
        const char *lang = language_of(a, &card->v[i]);
        if (!lang[0])
            return "";
        first = first ? first : lang;
    }
    return first ? first : "";
}

/* 1 is preferred most, 101 not at all. TYPE=pref is version 3.0, a bare PREF
 * 2.1. */
static int rank_of(const VcardProperty *p) {
    const Text *pref = vcard_param(p, "PREF");
    if (pref && pref->n > 0 && pref->n <= 3) {
        char digits[4] = {0};
        memcpy(digits, pref->s, pref->n);
        long rank = strtol(digits, NULL, 10);
        return rank >= 1 && rank <= 100 ? (int)rank : 101;
    }
    return vcard_has(p, "TYPE", "pref") ? 1 : 101;
}

static bool is_fax(const VcardProperty *p) {
    return vcard_has(p, "TYPE", "fax");
}

/* Is it one of those that compete for a place in the form `lang`? */
static bool competes(const Card *c, const VcardProperty *p, const char *name,
                     const char *lang, bool fax) {
    return strcmp(p->name, name) == 0 && !says_nothing(p->value) &&
           (strcmp(name, "TEL") != 0 || is_fax(p) == fax) &&
           strcmp(form_of(c, p), lang) == 0;
}

/* The best of a name and form, or NULL. */
static const VcardProperty *best(const Card *c, const char *name,
                                 const char *lang, bool fax) {
    const VcardProperty *found = NULL;
    for (size_t i = 0; i < c->card->n; i++) {
        const VcardProperty *p = &c->card->v[i];
        if (competes(c, p, name, lang, fax) &&
            (!found || rank_of(p) < rank_of(found)))
            found = p;
    }
    return found;
}

/* ---- fields ---- */

static void store(Card *c, FieldKind kind, ContactField field, const char *lang,
                  const VcardProperty *p, Text value) {
    FieldKey key = {.kind = kind,
                    .field = field,
                    .lang = lang,
                    .name = text_literal(p->name)};
    field_store(c->arena, c->out, &key, value, c->diag);
}

/* Line ends become commas: a name goes over one line. */
static Text one_line(Arena *a, Text t) {
    if (!t.n || !memchr(t.s, '\n', t.n))
        return t;
    Buf b = {0};
    for (size_t i = 0; i < t.n; i++)
        if (t.s[i] == '\n')
            buf_puts(&b, ", ");
        else if (t.s[i] != '\r')
            buf_putc(&b, t.s[i]);
    t = (Text){arena_strndup(a, b.s, b.n), b.n, t.span};
    buf_free(&b);
    return t;
}

static void store_text(Card *c, ContactField field, const char *lang,
                       const VcardProperty *p) {
    if (p)
        store(c, FIELD_SIMPLE, field, lang, p,
              one_line(c->arena, vcard_text(c->arena, p)));
}

/* The parts of N (RFC 6350, 6.2.2) as one writes a name. */
static void store_parts(Card *c, const char *lang, const VcardProperty *p) {
    static const size_t order[] = {3, 1, 2, 0, 4};
    static const size_t joined[] = {0, 1, 2};
    Buf name = {0};
    bool plain = !name_is_joined(vcard_component(c->arena, p, 0, ' '));
    for (size_t i = 0; !plain && i < sizeof joined / sizeof *joined; i++) {
        Text t = vcard_component(c->arena, p, joined[i], ' ');
        buf_add(&name, t.s, t.n);
    }
    for (size_t i = 0; plain && i < sizeof order / sizeof *order; i++) {
        Text t = vcard_component(c->arena, p, order[i], ' ');
        if (t.n)
            buf_printf(&name, "%s%.*s", name.n ? " " : "", (int)t.n, t.s);
    }
    Text all = {arena_strndup(c->arena, name.s ? name.s : "", name.n), name.n,
                p->value.span};
    buf_free(&name);
    store(c, FIELD_SIMPLE, CONTACT_NAME, lang, p, one_line(c->arena, all));
}

static bool same_text(Text x, Text y) {
    return x.n == y.n && (x.n == 0 || memcmp(x.s, y.s, x.n) == 0);
}

/* The name of an organisation's own card stands in FN and in ORG. */
static void store_names(Card *c, const char *lang) {
    const VcardProperty *fn = best(c, "FN", lang, false);
    const VcardProperty *n = best(c, "N", lang, false);
    const VcardProperty *org = best(c, "ORG", lang, false);
    Text name = {0}, office = {0};
    if (org) {
        office = vcard_component(c->arena, org, 0, '\0');
        store(c, FIELD_SIMPLE, CONTACT_ORGANISATION, lang, org,
              one_line(c->arena, office));
        store(c, FIELD_SIMPLE, CONTACT_DEPARTMENT, lang, org,
              one_line(c->arena, vcard_component(c->arena, org, 1, '\0')));
    }
    if (fn)
        name = vcard_text(c->arena, fn);
    if (fn && name.n && !(org && same_text(name, office)))
        store(c, FIELD_SIMPLE, CONTACT_NAME, lang, fn,
              one_line(c->arena, name));
    else if (!name.n && n)
        store_parts(c, lang, n);
}

/* RFC 6350, 6.3.1: box, extended address, street, place, region, code and
 * country. The street stands first, as it is printed. */
static void store_address(Card *c, const char *lang) {
    static const struct {
        size_t i;
        ContactField field;
    } parts[] = {{3, CONTACT_CITY}, {4, CONTACT_REGION}, {5, CONTACT_POSTCODE}};
    static const size_t lines[] = {2, 1, 0};
    const VcardProperty *p = best(c, "ADR", lang, false);
    if (!p)
        return;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        store(c, FIELD_LINES, CONTACT_FIELDS, lang, p,
              vcard_component(c->arena, p, lines[i], '\n'));
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        store(
            c, FIELD_SIMPLE, parts[i].field, lang, p,
            one_line(c->arena, vcard_component(c->arena, p, parts[i].i, '\n')));
    Text country = vcard_component(c->arena, p, 6, '\0');
    /* A country has no forms in languages. */
    if (!lang[0] || !c->out->base.fields[CONTACT_COUNTRY].s)
        store(c, FIELD_SIMPLE, CONTACT_COUNTRY, "", p,
              one_line(c->arena, country));
    for (size_t i = 0; i < c->card->n; i++) {
        const VcardProperty *other = &c->card->v[i];
        if (other != p && competes(c, other, "ADR", lang, false) &&
            vcard_component(c->arena, other, 2, ' ').n)
            diag_at(c->diag, DIAG_NOTE, other->span,
                    "another address of the same card is used; the one to be "
                    "used is marked with %s",
                    c->card->old ? "PREF" : "PREF=1 or TYPE=pref");
    }
}

static void store_form(Card *c, const char *lang) {
    store_names(c, lang);
    store_text(c, CONTACT_TITLE, lang, best(c, "TITLE", lang, false));
    store_address(c, lang);
}

static void read_card(Card *c) {
    store_form(c, "");
    for (size_t i = 0; i < c->card->n; i++) {
        const char *lang = form_of(c, &c->card->v[i]);
        bool first = is_spoken(&c->card->v[i]) && lang[0];
        for (size_t k = 0; k < i && first; k++)
            first = !is_spoken(&c->card->v[k]) ||
                    strcmp(form_of(c, &c->card->v[k]), lang) != 0;
        if (first)
            store_form(c, lang);
    }
    store_text(c, CONTACT_EMAIL, "", best(c, "EMAIL", "", false));
    store_text(c, CONTACT_PHONE, "", best(c, "TEL", "", false));
    store_text(c, CONTACT_FAX, "", best(c, "TEL", "", true));
    store_text(c, CONTACT_LANG, "", best(c, "LANG", "", false));
    store_text(c, CONTACT_ID, "", best(c, "UID", "", false));
    fields_check(c->arena, c->out, c->diag);
    contact_check_of(c->out, c->countries, c->diag);
}

static void fill(const ContactRows *r, Arena *a, const Vcard *card,
                 size_t number, Diag *diag, Contact *out) {
    Card c = {.arena = a,
              .diag = diag,
              .card = card,
              .base = base_language(a, card),
              .countries = r->countries,
              .out = out};
    *out =
        (Contact){.span = card->span, .number = number, .base = {.lang = ""}};
    read_card(&c);
}

static void read_record(const ContactRows *r, size_t off, size_t number,
                        Arena *a, Diag *diag, Contact *out) {
    Vcard card;
    bool sound;
    size_t at = off;
    vcard_next(a, r->src, &at, diag, &sound, &card);
    if (sound)
        fill(r, a, &card, number, diag, out);
    else
        *out = (Contact){.span = {r->src, off, 1},
                         .number = number,
                         .base = {.lang = ""},
                         .broken = true};
}

static bool is_group(const Vcard *card) {
    for (size_t i = 0; i < card->n; i++)
        if (strcmp(card->v[i].name, "KIND") == 0 &&
            text_equal(card->v[i].value, "group"))
            return true;
    return false;
}

/* Is the text of the card at byte `at` wrong? That is told then; nothing else
 * is said of it. */
static bool tell_faults(ContactRows *r, size_t at) {
    Vcard card;
    bool sound;
    if (!contactrows_faulty(r, SIZE_MAX))
        return false;
    vcard_next(r->scratch, r->src, &at, r->again, &sound, &card);
    return contactrows_faults(r, at) > 0;
}

/* The card at byte `at`; where it ends. */
static size_t load_card(ContactRows *r, size_t at, bool *group) {
    const size_t from = at;
    Vcard card;
    Contact c;
    bool sound;
    arena_reset(r->scratch);
    contactrows_faults(r, from);
    Span before = diag_about(r->diag, (Span){r->src, from, 1});
    bool faulty = tell_faults(r, from);
    vcard_next(r->scratch, r->src, &at, faulty ? r->again : r->diag, &sound,
               &card);
    *group = is_group(&card);
    /* A card with mistakes counts all the same: numbers are the file's. */
    if (!*group) {
        vec_push(r->arena, &r->starts, (uint32_t)from);
        if (faulty)
            contactrows_break(r);
        else if (sound)
            fill(r, r->scratch, &card, r->starts.n, r->diag, &c);
    }
    diag_about(r->diag, before);
    return at;
}

ContactRows *contactvcard_load(Arena *a, const Source *src, TextFaults *faults,
                               Diag *diag) {
    ContactRows *r = contactrows_new(a, src, read_record, NULL, faults, diag);
    size_t groups = 0, cards = 0;
    for (size_t at = vcard_blank(src, 0); at < src->n;
         at = vcard_blank(src, at)) {
        bool group;
        at = load_card(r, at, &group);
        cards++;
        groups += group;
    }
    if (groups)
        diag_file(diag, DIAG_NOTE, src->name,
                  "%zu card%s a group of others and no record", groups,
                  groups == 1 ? " is" : "s are");
    if (cards == groups)
        diag_at(diag, DIAG_ERROR, (Span){src, 0, 0},
                "the file holds no card of a person or an office");
    contactrows_end(r);
    return r;
}
