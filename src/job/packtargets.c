#include "job/packtargets.h"

#include "model/country.h"

#include <string.h>

#define ABROAD                                                                 \
    "all targets with a postal address are embassies in other countries; "     \
    "name one with --targets, or give --origin"

/* Where a sender posts; "" if nobody knows. */
static const char *posts_in(const PackTargets *t, const Contact *from) {
    return t->origin[0] ? t->origin : from ? from->country : "";
}

/* Mailings give the records of the list themselves. */
static size_t index_of(const PackTargets *t, const Contact *to) {
    return (size_t)(to - t->list.all.v);
}

static bool writes(const MailingChooser *self, const Contact *from,
                   const Contact *to) {
    const PackTargets *t = (const PackTargets *)self;
    const char *origin = posts_in(t, from);
    size_t i = index_of(t, to);
    if (!contact_has_place(to))
        return false;
    return !to->embassy_in[0] || !origin[0] ||
           strcmp(to->embassy_in, origin) == 0 || t->named[i];
}

static const char *all_ids(const PackTargets *t, Arena *a) {
    const char *all = "";
    for (size_t i = 0; i < t->appeal->ntargets; i++)
        all = arena_printf(a, "%s%s%s", all, i ? ", " : "",
                           t->appeal->targets[i].id);
    return all;
}

static bool name_target(PackTargets *t, const char *id, size_t n, Diag *diag) {
    Arena *a = arena_new();
    const char **ids = ARENA_ARRAY(a, const char *, t->appeal->ntargets);
    bool known = false;
    for (size_t i = 0; i < t->appeal->ntargets && !known; i++) {
        ids[i] = t->appeal->targets[i].id;
        known = strlen(ids[i]) == n && memcmp(ids[i], id, n) == 0;
        t->named[i] = t->named[i] || known;
    }
    if (!known) {
        const char *meant = diag_did_you_mean(id, n, ids, t->appeal->ntargets);
        diag_file(diag, DIAG_USAGE, NULL,
                  "--targets: no target of %s has the id \"%.*s\"; %s%s%s",
                  t->appeal->folder, (int)n, id,
                  meant ? "did you mean \"" : "it has ",
                  meant ? meant : all_ids(t, a), meant ? "\"?" : "");
    }
    arena_free(a);
    return known;
}

static bool name_targets(PackTargets *t, const char *wanted, Arena *a,
                         Diag *diag) {
    bool ok = true, any = false;
    while (*wanted) {
        wanted += strspn(wanted, ", ");
        size_t n = strcspn(wanted, ", ");
        any = any || n > 0;
        ok = (n == 0 || name_target(t, wanted, n, diag)) && ok;
        wanted += n;
    }
    if (!any)
        diag_file(diag, DIAG_USAGE, NULL, "--targets names nobody; %s has %s",
                  t->appeal->folder, all_ids(t, a));
    return ok && any;
}

static const char *why_nobody(const PackTargets *t) {
    for (size_t i = 0; i < t->chosen.n; i++)
        if (contact_has_place(&t->list.all.v[t->chosen.at[i]]))
            return ABROAD;
    return "no target has a postal address; add one to the appeal, or name "
           "another with --targets";
}

bool packtargets_open(Arena *a, const Appeal *appeal, const char *wanted,
                      const char *origin, ReturnPolicy policy, Diag *diag,
                      PackTargets *out) {
    size_t n = appeal->ntargets;
    *out = (PackTargets){.chooser = {.writes = writes},
                         .appeal = appeal,
                         .origin = origin,
                         .named = ARENA_ARRAY(a, bool, n),
                         .policies = ARENA_ARRAY(a, ReturnPolicy, n)};
    out->list.n = n;
    out->list.all = (Contacts){ARENA_ARRAY(a, Contact, n), n};
    for (size_t i = 0; i < n; i++) {
        out->list.all.v[i] = *appeal->targets[i].contact;
        out->policies[i] = appeal_policy(&appeal->targets[i], policy);
    }
    bool ok = !wanted || name_targets(out, wanted, a, diag);
    out->chosen =
        (Selection){.list = &out->list, .at = ARENA_ARRAY(a, size_t, n)};
    for (size_t i = 0; i < n; i++)
        if (!wanted || out->named[i])
            out->chosen.at[out->chosen.n++] = i;
    out->chooser.nobody = why_nobody(out);
    return ok;
}

/* ---- what is told ---- */

/* About its sender: --keep-going leaves him out. */
static void tell_empty(const PackTargets *t, uint32_t number,
                       const Contact *from, Arena *a, Diag *diag) {
    Span record = from ? from->span : (Span){0};
    Span before = diag_about(diag, record);
    diag_at(diag, DIAG_ERROR, record,
            "pack %u (%s) has nobody to write to: " ABROAD, number,
            country_display(a, posts_in(t, from), "en"));
    diag_about(diag, before);
}

bool packtargets_serve(const PackTargets *t, const Mailing *m, Diag *diag) {
    Arena *scratch = arena_new();
    bool ok = true;
    for (size_t p = 0; p < mailing_packs(m); p++) {
        MailingPack pack = mailing_pack(m, p);
        arena_reset(scratch);
        if (pack.n > 0)
            continue;
        tell_empty(t, pack.number, mailing_sender(m, p, scratch), scratch,
                   diag);
        ok = false;
    }
    arena_free(scratch);
    return ok;
}

static void tell_one(const PackTargets *t, size_t i, Arena *a, Diag *diag) {
    const Contact *c = &t->list.all.v[i];
    const char *id = t->appeal->targets[i].id;
    if (!contact_has_place(c))
        diag_at(diag, DIAG_NOTE, c->span,
                "%s has no postal address and gets no letters; its other "
                "channels are on the covers",
                id);
    else
        diag_at(diag, DIAG_NOTE, c->span,
                "%s: this embassy is in another country (%s) and left out; "
                "--targets %s writes to it all the same",
                contact_label(a, c), country_display(a, c->embassy_in, "en"),
                id);
}

/* Senders who post where no embassy of the targets is. */
typedef struct Abroad {
    char country[3];
    size_t n;
    const char *names; /* of the first few */
} Abroad;

enum { NAMED = 3, COUNTRIES = 300 };

typedef struct Tally {
    const PackTargets *t;
    Arena *arena;
    bool *written; /* by target: somebody writes to it */
    bool asks;     /* an embassy is written to from nobody knows where */
    Abroad abroad[COUNTRIES];
    size_t nabroad;
    bool some_served; /* a pack has a letter to an embassy */
} Tally;

static void add_sender(Tally *y, Abroad *a, const Contact *from) {
    if (a->n++ < NAMED && from)
        a->names =
            arena_printf(y->arena, "%s%s\"%s\"", a->names, a->n > 1 ? ", " : "",
                         contact_label(y->arena, from));
}

static void add_abroad(Tally *y, const Contact *from) {
    const char *country = posts_in(y->t, from);
    size_t i = 0;
    while (i < y->nabroad && strcmp(y->abroad[i].country, country) != 0)
        i++;
    if (i == COUNTRIES)
        return;
    if (i == y->nabroad) {
        y->abroad[y->nabroad++] = (Abroad){.names = ""};
        memcpy(y->abroad[i].country, country, 3);
    }
    add_sender(y, &y->abroad[i], from);
}

static void count_pack(Tally *y, const Mailing *m, size_t p, Arena *scratch) {
    MailingPack pack = mailing_pack(m, p);
    bool served = false, known = false;
    for (size_t i = 0; i < pack.n; i++) {
        MailingItem item;
        arena_reset(scratch);
        mailing_get(m, pack.first + i, scratch, &item);
        bool embassy = item.to->embassy_in[0];
        known = posts_in(y->t, item.from)[0] != '\0';
        y->written[item.to_at] = true;
        served = served || embassy;
        y->asks = y->asks || (embassy && !known);
    }
    y->some_served = y->some_served || served;
    const Contact *from = mailing_sender(m, p, scratch);
    /* Its own country has no embassy that could be added. */
    if (known && !served &&
        strcmp(posts_in(y->t, from), y->t->appeal->country) != 0)
        add_abroad(y, from);
}

/* Once a country: these letters are one less than those of the others. */
static void tell_abroad(const Tally *y, Diag *diag) {
    for (size_t i = 0; i < y->nabroad; i++) {
        const Abroad *a = &y->abroad[i];
        diag_file(diag, DIAG_NOTE, NULL,
                  "no embassy of the targets is in %s, so %zu pack%s no letter "
                  "to one: %s%s; add it to %s/targets.yaml with embassy_in: %s",
                  country_display(y->arena, a->country, "en"), a->n,
                  a->n == 1 ? " has" : "s have", a->names,
                  a->n > NAMED ? " and others" : "", y->t->appeal->folder,
                  a->country);
    }
}

static void tell_left_out(const Tally *y, Diag *diag) {
    const PackTargets *t = y->t;
    bool embassy = false;
    for (size_t k = 0; k < t->chosen.n; k++) {
        size_t i = t->chosen.at[k];
        embassy = embassy || t->list.all.v[i].embassy_in[0];
        if (!y->written[i])
            tell_one(t, i, y->arena, diag);
    }
    if (!embassy)
        return;
    if (y->some_served || y->nabroad > 1)
        tell_abroad(y, diag);
    else if (y->nabroad > 0)
        diag_file(diag, DIAG_NOTE, NULL,
                  "none of the embassies is where these letters are posted; "
                  "add that one to %s/targets.yaml with embassy_in:",
                  t->appeal->folder);
}

void packtargets_tell(const PackTargets *t, const Mailing *m, Diag *diag) {
    Arena *a = arena_new(), *scratch = arena_new();
    Tally *y = ARENA_NEW(a, Tally);
    *y =
        (Tally){.t = t, .arena = a, .written = ARENA_ARRAY(a, bool, t->list.n)};
    for (size_t p = 0; p < mailing_packs(m); p++)
        count_pack(y, m, p, scratch);
    if (y->asks)
        diag_file(diag, DIAG_WARNING, NULL,
                  "nothing says where the letters are posted, so all embassies "
                  "are written to; give --origin CC");
    tell_left_out(y, diag);
    arena_free(scratch);
    arena_free(a);
}
