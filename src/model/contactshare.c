#include "model/contact.h"

#include "base/limits.h"
#include "model/country.h"

#include <stdlib.h>
#include <string.h>

/* An id and whose it is. */
typedef struct Id {
    Text text;
    size_t record;
} Id;

typedef enum State { STATE_NEW, STATE_OPEN, STATE_DONE } State;

typedef struct Sharing {
    Arena *arena;
    Contacts *all;
    Diag *diag;
    Id *ids; /* sorted, of all records that have one */
    size_t n;
    State *states;      /* one a record */
    const char **names; /* the ids; NULL before the first guess */
    size_t guesses;
    bool ok;
} Sharing;

static const ContactField place_fields[] = {CONTACT_DISTRICT, CONTACT_CITY,
                                            CONTACT_REGION, CONTACT_POSTCODE};
#define PLACE_FIELDS (sizeof place_fields / sizeof *place_fields)

static int compare_text(Text x, Text y) {
    int order = memcmp(x.s, y.s, x.n < y.n ? x.n : y.n);
    return order != 0 ? order : (x.n > y.n) - (x.n < y.n);
}

/* Of two equal ids the record that stands first comes first. */
static int by_id(const void *x, const void *y) {
    const Id *a = x, *b = y;
    int order = compare_text(a->text, b->text);
    return order != 0 ? order
                      : (a->record > b->record) - (a->record < b->record);
}

static void collect_ids(Sharing *s) {
    s->ids = ARENA_ARRAY(s->arena, Id, s->all->n);
    for (size_t i = 0; i < s->all->n; i++) {
        Text t = s->all->v[i].base.fields[CONTACT_ID];
        if (t.s)
            s->ids[s->n++] = (Id){t, i};
    }
    if (s->n > 0)
        qsort(s->ids, s->n, sizeof *s->ids, by_id);
}

static bool fail(Sharing *s) {
    s->ok = false;
    return false;
}

/* The nearest id, or NULL. Each guess is a walk over all ids, and past
 * LIMIT_DIAGS nobody reads it. */
static const char *guess_id(Sharing *s, Text id) {
    if (id.n <= 2 || s->guesses++ >= LIMIT_DIAGS)
        return NULL;
    if (!s->names) {
        s->names = ARENA_ARRAY(s->arena, const char *, s->n);
        for (size_t i = 0; i < s->n; i++)
            s->names[i] =
                arena_strndup(s->arena, s->ids[i].text.s, s->ids[i].text.n);
    }
    return diag_did_you_mean(id.s, id.n, s->names, s->n);
}

static bool unknown_id(Sharing *s, Text id) {
    const char *near = guess_id(s, id);
    diag_at(s->diag, DIAG_ERROR, id.span,
            "no record of this file has the id \"%.*s\"%s%s%s", (int)id.n, id.s,
            near ? "; did you mean \"" : "; give the other record an id",
            near ? near : "", near ? "\"?" : "");
    return fail(s);
}

static bool find_record(Sharing *s, Text id, size_t *out) {
    size_t low = 0, high = s->n;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (compare_text(s->ids[mid].text, id) < 0)
            low = mid + 1;
        else
            high = mid;
    }
    if (low == s->n || compare_text(s->ids[low].text, id) != 0)
        return unknown_id(s, id);
    if (low + 1 < s->n && compare_text(s->ids[low + 1].text, id) == 0) {
        diag_at(s->diag, DIAG_ERROR, id.span,
                "two records have the id \"%.*s\", and either could be meant; "
                "change one",
                (int)id.n, id.s);
        return fail(s);
    }
    *out = s->ids[low].record;
    return true;
}

/* The first of a form's own places, NULL if it has none. */
static const Text *own_place(const ContactForm *form) {
    if (form->address.n > 0)
        return &form->address.v[0];
    if (form->lines.n > 0)
        return &form->lines.v[0];
    for (size_t i = 0; i < PLACE_FIELDS; i++)
        if (form->fields[place_fields[i]].n > 0)
            return &form->fields[place_fields[i]];
    return NULL;
}

static bool has_no_place(Sharing *s, const Contact *c) {
    Text id = c->base.fields[CONTACT_SAME_ADDRESS_AS];
    const Text *own = own_place(&c->base);
    for (size_t i = 0; i < c->nforms && !own; i++)
        own = own_place(&c->forms[i]);
    if (!own)
        return true;
    diag_at(s->diag, DIAG_ERROR, own->span,
            "this record has a place of its own and that of \"%.*s\"; take "
            "out one of them",
            (int)id.n, id.s);
    return fail(s);
}

/* The same country twice is no harm: a table has the column filled in. */
static void share_country(Sharing *s, const Contact *from, Contact *to) {
    Text *own = &to->base.fields[CONTACT_COUNTRY];
    Text theirs = from->base.fields[CONTACT_COUNTRY];
    char code[3], other[3];
    if (own->n == 0) {
        *own = theirs;
    } else if (country_find(own->s, own->n, code) && theirs.n > 0 &&
               country_find(theirs.s, theirs.n, other) &&
               strcmp(code, other) != 0) {
        diag_at(s->diag, DIAG_ERROR, own->span,
                "the country is \"%.*s\" here and \"%.*s\" in the record whose "
                "address this one shares; leave it out here",
                (int)own->n, own->s, (int)theirs.n, theirs.s);
        fail(s);
    }
}

static ContactForm *form_in(Arena *a, Contact *c, const char *lang) {
    for (size_t i = 0; i < c->nforms; i++)
        if (strcmp(c->forms[i].lang, lang) == 0)
            return &c->forms[i];
    ContactForm *forms = ARENA_ARRAY(a, ContactForm, c->nforms + 1);
    if (c->nforms > 0)
        memcpy(forms, c->forms, c->nforms * sizeof *forms);
    forms[c->nforms].lang = lang;
    c->forms = forms;
    return &forms[c->nforms++];
}

static void share_form(const ContactForm *from, ContactForm *to) {
    to->lines = from->lines;
    to->address = from->address;
    for (size_t i = 0; i < PLACE_FIELDS; i++)
        to->fields[place_fields[i]] = from->fields[place_fields[i]];
}

static void share_place(Sharing *s, const Contact *from, Contact *to) {
    share_form(&from->base, &to->base);
    for (size_t i = 0; i < from->nforms; i++)
        if (own_place(&from->forms[i]))
            share_form(&from->forms[i],
                       form_in(s->arena, to, from->forms[i].lang));
    share_country(s, from, to);
}

static bool refuse_circle(Sharing *s, Text id) {
    diag_at(s->diag, DIAG_ERROR, id.span,
            "the address is that of \"%.*s\", which comes back to this record; "
            "one of them must have an address of its own",
            (int)id.n, id.s);
    return fail(s);
}

/* Follow a chain to the record that has a place, then give it to all on the
 * way back. The chain is walked twice and needs no stack. */
static void settle(Sharing *s, size_t record) {
    VEC(size_t) chain = {0};
    size_t at = record;
    bool found = true;
    while (found && s->states[at] == STATE_NEW) {
        const Contact *c = &s->all->v[at];
        Text id = c->base.fields[CONTACT_SAME_ADDRESS_AS];
        if (id.n == 0)
            break;
        s->states[at] = STATE_OPEN;
        vec_push(s->arena, &chain, at);
        Span before = diag_about(s->diag, c->span);
        found = has_no_place(s, c) && find_record(s, id, &at);
        if (found && s->states[at] == STATE_OPEN)
            found = refuse_circle(s, id);
        diag_about(s->diag, before);
    }
    found = found && !s->all->v[at].broken;
    for (size_t i = chain.n; i > 0; i--) {
        Contact *c = &s->all->v[chain.v[i - 1]];
        if (found)
            share_place(s, &s->all->v[i == chain.n ? at : chain.v[i]], c);
        c->broken = c->broken || !found;
        s->states[chain.v[i - 1]] = STATE_DONE;
    }
}

static bool shares_any(const Contacts *all) {
    for (size_t i = 0; i < all->n; i++)
        if (all->v[i].base.fields[CONTACT_SAME_ADDRESS_AS].n > 0)
            return true;
    return false;
}

bool contacts_share(Arena *a, Contacts *all, Diag *diag) {
    if (!shares_any(all))
        return true;
    Sharing s = {.arena = a, .all = all, .diag = diag, .ok = true};
    s.states = ARENA_ARRAY(a, State, all->n);
    collect_ids(&s);
    for (size_t i = 0; i < all->n; i++)
        settle(&s, i);
    return s.ok;
}
