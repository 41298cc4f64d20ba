#include "job/mailing.h"

#include "base/limits.h"

#include <assert.h>
#include <string.h>

/* A list of so many records is long: what is done for each is not kept. */
#define LONG_LIST 8

/* One of the two lists. */
typedef struct Side {
    Selection in;
    size_t n;             /* records; 1 without any: the item of nobody */
    const Contact **kept; /* by their place in the order, when they were asked
                             for; NULL: they are read each time */
} Side;

/* Packs whose numbers follow one another, and their items: of the whole run,
 * and how many of the slice come before. */
typedef struct Stretch {
    uint32_t number; /* of its first pack */
    size_t packs_before, packs;
    size_t first, before, n;
} Stretch;

struct Mailing {
    Arena *arena;
    const MailingOptions *opt;
    Side from, to;
    unsigned varies;
    size_t whole;     /* items of the whole run */
    uint32_t *before; /* of a chooser: items before each sender's, and all */
    Stretch *stretches;
    size_t nstretches;
    size_t n, packs; /* of the slice */
};

/* ---- the lists ---- */

static bool is_empty(const Selection *l) {
    return !l->list || (l->at ? l->n : l->list->n) == 0;
}

static Side side(const Selection *l, size_t nobodies) {
    Side s = {.in = *l, .n = nobodies};
    if (!is_empty(l))
        s.n = l->at ? l->n : l->list->n;
    return s;
}

/* The index in its list of the record at place `at`. */
static size_t index_of(const Side *s, size_t at) {
    return is_empty(&s->in) ? 0 : s->in.at ? s->in.at[at] : at;
}

static const Contact *record(const Mailing *m, const Side *s, size_t at,
                             Arena *scratch) {
    if (is_empty(&s->in))
        return NULL;
    if (!s->kept)
        return selection_get(&s->in, at, scratch);
    if (!s->kept[at])
        s->kept[at] = selection_get(&s->in, at, m->arena);
    return s->kept[at];
}

static void keep_shorter(Mailing *m) {
    size_t from = m->from.n, to = m->to.n;
    if (from >= LONG_LIST || to >= LONG_LIST)
        m->varies = from >= to ? LETTER_OF_FROM : LETTER_OF_TO;
    if (!is_empty(&m->from.in) && m->varies != LETTER_OF_FROM)
        m->from.kept = ARENA_ARRAY(m->arena, const Contact *, from);
    if (m->varies != LETTER_OF_TO)
        m->to.kept = ARENA_ARRAY(m->arena, const Contact *, to);
}

/* ---- items of the whole run ---- */

static bool chosen(const Mailing *m, const Contact *from, size_t to_at,
                   Arena *scratch) {
    const MailingChooser *c = m->opt->chooser;
    return c->writes(c, from, record(m, &m->to, to_at, scratch));
}

/* False if there are more than numbers. */
static bool count_chosen(Mailing *m) {
    Arena *scratch = arena_new();
    size_t total = 0;
    m->before = ARENA_ARRAY(m->arena, uint32_t, m->from.n + 1);
    for (size_t i = 0; i < m->from.n && total <= UINT32_MAX; i++) {
        arena_reset(scratch);
        const Contact *from = record(m, &m->from, i, scratch);
        for (size_t k = 0; k < m->to.n; k++)
            total += chosen(m, from, k, scratch);
        m->before[i + 1] = (uint32_t)total;
    }
    arena_free(scratch);
    m->whole = total;
    return total <= UINT32_MAX;
}

static bool count_all(Mailing *m) {
    if (m->opt->chooser && !is_empty(&m->to.in))
        return count_chosen(m);
    m->whole = m->from.n * m->to.n;
    return m->from.n <= UINT32_MAX / m->to.n;
}

static size_t before_sender(const Mailing *m, size_t from) {
    return m->before ? m->before[from] : from * m->to.n;
}

/* The sender of item `whole`. */
static size_t sender_of(const Mailing *m, size_t whole) {
    size_t low = 0, high = m->from.n;
    if (!m->before)
        return whole / m->to.n;
    while (high - low > 1) {
        size_t mid = low + (high - low) / 2;
        if (m->before[mid] <= whole)
            low = mid;
        else
            high = mid;
    }
    return low;
}

/* The target that is number `nth`, from 0, of those the sender writes to. */
static size_t target_of(const Mailing *m, const Contact *from, size_t nth,
                        Arena *scratch) {
    if (!m->before)
        return nth;
    for (size_t k = 0; k < m->to.n; k++)
        if (chosen(m, from, k, scratch) && nth-- == 0)
            return k;
    assert(!"the chooser has changed its mind");
    return 0;
}

/* ---- the slice ---- */

static size_t whole_packs(const Mailing *m) {
    return m->opt->packs ? m->from.n : m->whole;
}

/* The items of a pack of the whole run begin. */
static size_t pack_begins(const Mailing *m, size_t pack) {
    return m->opt->packs ? before_sender(m, pack) : pack;
}

static void add_stretch(Mailing *m, Range packs) {
    size_t first = pack_begins(m, packs.from - 1);
    Stretch s = {.number = packs.from,
                 .packs_before = m->packs,
                 .packs = packs.to - packs.from + 1,
                 .first = first,
                 .before = m->n,
                 .n = pack_begins(m, packs.to) - first};
    m->stretches[m->nstretches++] = s;
    m->packs += s.packs;
    m->n += s.n;
}

static void choose_ranges(Mailing *m, const Ranges *wanted) {
    m->stretches = ARENA_ARRAY(m->arena, Stretch, wanted->n);
    for (size_t i = 0; i < wanted->n; i++)
        add_stretch(m, wanted->v[i]);
}

static bool choose_redo(Mailing *m, Diag *diag) {
    Ranges wanted;
    const char *value = m->opt->redo;
    size_t n = whole_packs(m);
    const char *whole =
        arena_printf(m->arena, "the run has the numbers 1 to %zu", n);
    const char *wrong = ranges_parse(m->arena, value, strlen(value),
                                     (uint32_t)n, whole, &wanted);
    if (wrong) {
        diag_file(diag, DIAG_USAGE, NULL, "--redo %s: %s",
                  *value ? value : "\"\"", wrong);
        return false;
    }
    choose_ranges(m, &wanted);
    return true;
}

static bool choose_shard(Mailing *m, Diag *diag) {
    uint64_t n = whole_packs(m), k = m->opt->shard, of = m->opt->shards;
    Range r = {1, (uint32_t)n};
    m->stretches = ARENA_NEW(m->arena, Stretch);
    if (of) {
        r.from = (uint32_t)(n * (k - 1) / of) + 1;
        r.to = (uint32_t)(n * k / of);
    }
    if (r.to < r.from) {
        diag_file(diag, DIAG_USAGE, NULL,
                  "--shard %u/%u: the run has only %u numbers; make fewer "
                  "slices",
                  m->opt->shard, m->opt->shards, (unsigned)n);
        return false;
    }
    add_stretch(m, r);
    return true;
}

/* Are the items of the slice few enough? */
static bool few_enough(const Mailing *m, Diag *diag) {
    const bool look = m->opt->use == MAILING_LOOK;
    const size_t most = look ? LIMIT_LOOKED_AT : LIMIT_ITEMS;
    if (m->n <= most || m->opt->use == MAILING_NUMBERS)
        return true;
    const char *next =
        arena_printf(m->arena, "print in slices with --shard 1/%zu and so on",
                     m->n / most + 1);
    if (look)
        next = "leave it out, or take a part of the senders";
    else if (m->opt->redo || m->opt->only)
        next = "choose fewer at a time";
    diag_file(diag, DIAG_ERROR, NULL,
              "%zu senders and %zu targets make %zu letters, and %s at most "
              "%zu; %s",
              m->from.n, m->to.n, m->whole,
              look ? "--keep-going looks through" : "a run prints", most, next);
    return false;
}

static bool choose_slice(Mailing *m, Diag *diag) {
    if (m->opt->chooser && m->whole == 0) {
        diag_file(diag, DIAG_ERROR, NULL, "nobody writes to anybody: %s",
                  m->opt->chooser->nobody);
        return false;
    }
    if (m->opt->only)
        choose_ranges(m, m->opt->only);
    else if (!(m->opt->redo ? choose_redo(m, diag) : choose_shard(m, diag)))
        return false;
    return few_enough(m, diag);
}

const Mailing *mailing_open(Arena *a, const MailingOptions *opt, Diag *diag) {
    Mailing *m = ARENA_NEW(a, Mailing);
    MailingOptions *own = ARENA_NEW(a, MailingOptions);
    *own = *opt;
    *m = (Mailing){.arena = a,
                   .opt = own,
                   .from = side(&opt->from, opt->copies ? opt->copies : 1),
                   .to = side(&opt->to, 1)};
    keep_shorter(m);
    if (!count_all(m)) {
        diag_file(diag, DIAG_ERROR, NULL,
                  "%zu senders and %zu targets make more letters than there "
                  "are numbers for; take a part of the senders",
                  m->from.n, m->to.n);
        return NULL;
    }
    return choose_slice(m, diag) ? m : NULL;
}

/* ---- what it has ---- */

size_t mailing_count(const Mailing *m) {
    return m->n;
}

size_t mailing_packs(const Mailing *m) {
    return m->packs;
}

uint32_t mailing_last(const Mailing *m) {
    return (uint32_t)whole_packs(m);
}

size_t mailing_records(const Mailing *m) {
    return is_empty(&m->to.in) ? 0 : m->to.in.list->n;
}

unsigned mailing_varies(const Mailing *m) {
    return m->varies;
}

/* The stretch that item `i` is in, or, with `by_pack`, pack `i`. */
static const Stretch *stretch_of(const Mailing *m, size_t i, bool by_pack) {
    size_t low = 0, high = m->nstretches;
    while (high - low > 1) {
        size_t mid = low + (high - low) / 2;
        const Stretch *s = &m->stretches[mid];
        if ((by_pack ? s->packs_before : s->before) <= i)
            low = mid;
        else
            high = mid;
    }
    return &m->stretches[low];
}

static size_t whole_of(const Mailing *m, size_t i) {
    const Stretch *s = stretch_of(m, i, false);
    assert(i < m->n);
    return s->first + (i - s->before);
}

static uint32_t number_of(const Mailing *m, size_t whole) {
    return (uint32_t)(m->opt->packs ? sender_of(m, whole) : whole) + 1;
}

uint32_t mailing_number(const Mailing *m, size_t i) {
    return number_of(m, whole_of(m, i));
}

/* Item `whole` of the whole run. */
static void get(const Mailing *m, size_t whole, Arena *scratch,
                MailingItem *out) {
    size_t from = sender_of(m, whole);
    *out = (MailingItem){.number = number_of(m, whole),
                         .from_at = index_of(&m->from, from),
                         .from = record(m, &m->from, from, scratch)};
    size_t to =
        target_of(m, out->from, whole - before_sender(m, from), scratch);
    out->to_at = index_of(&m->to, to);
    out->to = record(m, &m->to, to, scratch);
}

void mailing_get(const Mailing *m, size_t i, Arena *scratch, MailingItem *out) {
    get(m, whole_of(m, i), scratch, out);
}

bool *mailing_written(const Mailing *m, bool whole, Arena *a) {
    bool *written = ARENA_ARRAY(a, bool, mailing_records(m) + 1);
    Arena *scratch = arena_new();
    for (size_t i = 0; i < (whole ? m->whole : m->n); i++) {
        MailingItem item;
        arena_reset(scratch);
        get(m, whole ? i : whole_of(m, i), scratch, &item);
        written[item.to_at] = true;
    }
    arena_free(scratch);
    return written;
}

/* Pack `p` of the slice among those of the whole run. */
static size_t whole_pack(const Mailing *m, size_t p) {
    const Stretch *s = stretch_of(m, p, true);
    assert(p < m->packs);
    return s->number - 1 + (p - s->packs_before);
}

static size_t sender_of_pack(const Mailing *m, size_t pack) {
    return m->opt->packs ? pack : sender_of(m, pack);
}

MailingPack mailing_pack(const Mailing *m, size_t p) {
    const Stretch *s = stretch_of(m, p, true);
    size_t pack = whole_pack(m, p), begins = pack_begins(m, pack);
    return (MailingPack){.number = (uint32_t)pack + 1,
                         .first = s->before + (begins - s->first),
                         .n = pack_begins(m, pack + 1) - begins,
                         .from_at =
                             index_of(&m->from, sender_of_pack(m, pack))};
}

const Contact *mailing_sender(const Mailing *m, size_t p, Arena *scratch) {
    return record(m, &m->from, sender_of_pack(m, whole_pack(m, p)), scratch);
}

const Contact *mailing_sender_of(const Mailing *m, uint32_t number,
                                 Arena *scratch) {
    assert(number >= 1 && number <= mailing_last(m));
    return record(m, &m->from, sender_of_pack(m, number - 1), scratch);
}
