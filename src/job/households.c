#include "job/households.h"

#include <string.h>

#include "job/duplicates.h"
#include "model/contactjoin.h"
#include "model/country.h"

/* The members of each household in the order of the selection: those of the
 * one whose first is at place i are v[first[i]] to before v[first[i + 1]]. */
typedef struct Members {
    size_t *first;
    size_t *v; /* places in the selection */
} Members;

static void find_members(Arena *a, const size_t *same, size_t n, Members *out) {
    size_t *fill = ARENA_ARRAY(a, size_t, n + 1);
    *out = (Members){ARENA_ARRAY(a, size_t, n + 1), ARENA_ARRAY(a, size_t, n)};
    for (size_t i = 0; i < n; i++)
        out->first[same[i] + 1]++;
    for (size_t i = 0; i < n; i++)
        out->first[i + 1] += out->first[i];
    memcpy(fill, out->first, (n + 1) * sizeof *fill);
    for (size_t i = 0; i < n; i++)
        out->v[fill[same[i]]++] = i;
}

/* Offices stay as they are, each by itself. */
static void leave_offices(const Selection *s, size_t *same) {
    Arena *scratch = arena_new();
    bool *person = ARENA_ARRAY(scratch, bool, s->n);
    Arena *record = arena_new();
    for (size_t i = 0; i < s->n; i++) {
        person[i] = contact_is_person(selection_get(s, i, record));
        arena_reset(record);
    }
    /* Where the first at an address is an office, the first person there. */
    size_t *heads = ARENA_ARRAY(scratch, size_t, s->n);
    for (size_t i = 0; i < s->n; i++) {
        size_t head = same[i];
        if (person[i] && heads[head] == 0)
            heads[head] = i + 1;
        same[i] = person[i] ? heads[head] - 1 : i;
    }
    arena_free(record);
    arena_free(scratch);
}

static const char *find_lang(Arena *a, const SelectOptions *opt,
                             const Contact *first) {
    Text lang = first->base.fields[CONTACT_LANG];
    if (opt->lang)
        return opt->lang;
    if (lang.n > 0)
        return arena_strndup(a, lang.s, lang.n);
    return opt->origin && opt->origin[0] ? country_lang(a, opt->origin) : "";
}

static bool says_hello(const Contact *c) {
    bool found = c->base.fields[CONTACT_SALUTATION].n > 0;
    for (size_t i = 0; i < c->nforms; i++)
        found = found || c->forms[i].fields[CONTACT_SALUTATION].n > 0;
    return found;
}

static void tell(Arena *a, const Contact *joined, const Contact *const *v,
                 size_t n, Diag *diag) {
    bool greeted = false;
    const char *records = "";
    for (size_t i = 0; i < n; i++) {
        records = i < 20 ? arena_printf(a, "%s%s%zu", records, i ? ", " : "",
                                        v[i]->number)
                         : records;
        greeted = greeted || says_hello(v[i]);
    }
    diag_at(diag, DIAG_NOTE, v[0]->span,
            "\"%s\" share one envelope: records %s%s", contact_label(a, joined),
            records, n > 20 ? " ..." : "");
    if (greeted && !says_hello(joined))
        diag_at(diag, DIAG_WARNING, v[0]->span,
                "\"%s\" share one envelope, and their salutations differ: "
                "neither is used; write one into the letter, or let them have "
                "a letter each",
                contact_label(a, joined));
}

/* False: they stay apart. */
static bool join(Arena *a, const SelectOptions *opt, Selection *s,
                 const size_t *places, size_t n, Diag *diag) {
    Arena *scratch = arena_new();
    const Contact **v = ARENA_ARRAY(scratch, const Contact *, n);
    for (size_t i = 0; i < n; i++) /* only the first one's strings stay */
        v[i] = selection_get(s, places[i], i == 0 ? a : scratch);
    Contact *joined = contact_join(a, v, n, find_lang(a, opt, v[0]));
    if (joined) {
        tell(scratch, joined, v, n, diag);
        s->joined[s->at[places[0]]] = joined;
        for (size_t i = 1; i < n; i++)
            s->next[s->at[places[i - 1]]] = s->at[places[i]] + 1;
    }
    arena_free(scratch);
    return joined != NULL;
}

void households_join(Arena *a, const SelectOptions *opt, Selection *s,
                     Diag *diag) {
    Arena *scratch = arena_new();
    size_t *same = duplicates_find(scratch, s, false);
    bool *gone = ARENA_ARRAY(scratch, bool, s->n);
    Members m;
    leave_offices(s, same);
    find_members(scratch, same, s->n, &m);
    s->next = ARENA_ARRAY(a, size_t, s->list->n);
    s->joined = ARENA_ARRAY(a, const Contact *, s->list->n);
    for (size_t i = 0; i < s->n; i++) {
        size_t n = m.first[i + 1] - m.first[i];
        if (n < 2 || !join(a, opt, s, m.v + m.first[i], n, diag))
            continue;
        for (size_t k = 1; k < n; k++)
            gone[m.v[m.first[i] + k]] = true;
    }
    size_t n = 0;
    for (size_t i = 0; i < s->n; i++)
        if (!gone[i])
            s->at[n++] = s->at[i];
    s->n = n;
    arena_free(scratch);
}
