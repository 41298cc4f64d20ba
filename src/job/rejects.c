#include "job/rejects.h"

#include "job/rejectrows.h"

#include <stdlib.h>
#include <string.h>

struct Rejects {
    DiagTaker taker;
    bool keeps; /* --keep-going: else what is taken is given back */
    Arena *arena;
    Diag *diag;
    VEC(const Source *) sources; /* in the order in which they came up */
    VEC(const ContactList *) lists;
    VEC(Reject) all; /* sorted, each reason once, up to `sorted` */
    size_t sorted;
    size_t followers; /* behind those, of records that were asked for once */
    size_t taken;     /* so far, those that came up again counted */
};

static size_t source_index(Rejects *r, const Source *src) {
    for (size_t i = 0; i < r->sources.n; i++)
        if (r->sources.v[i] == src)
            return i;
    vec_push(r->arena, &r->sources, src);
    return r->sources.n - 1;
}

static bool is_inside(Span where, Span record) {
    return where.src == record.src && where.off >= record.off &&
           where.off <= record.off + record.n;
}

/* The record of `list` that byte `off` is in; no source: none. */
static Span record_at(const ContactList *list, Span where) {
    Arena *a = arena_new();
    Span found = {0};
    size_t low = 0, high = list->n;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        Span record = contactlist_get(list, mid, a)->span;
        arena_reset(a);
        if (record.src != where.src)
            break;
        if (is_inside(where, record))
            found = record;
        if (record.off <= where.off)
            low = mid + 1;
        else
            high = mid;
    }
    arena_free(a);
    return found;
}

/* What is wrong in a letter may be what one of its two records has there, and
 * not the one that it was held against. */
static Span at_fault(const Rejects *r, Span record, Span where) {
    if (!where.src || is_inside(where, record))
        return record;
    for (size_t i = 0; i < r->lists.n; i++) {
        Span found = record_at(r->lists.v[i], where);
        if (found.src)
            return found;
    }
    return record;
}

static void keep(Rejects *r, Span record, Span where, const char *cure,
                 const char *text) {
    Reject reject = {.source = source_index(r, record.src),
                     .record = record,
                     .where = where,
                     .cure = cure ? arena_strdup(r->arena, cure) : NULL,
                     .text = arena_strdup(r->arena, text),
                     .order = r->taken++};
    vec_push(r->arena, &r->all, reject);
}

static void take(DiagTaker *self, Span record, Span where, const char *cure,
                 const char *text) {
    Rejects *r = (Rejects *)self;
    keep(r, at_fault(r, record, where), where, cure, text);
}

Rejects *rejects_begin(Arena *a, SelectOptions *opt, const JobOutput *out,
                       Diag *diag) {
    Rejects *r = ARENA_NEW(a, Rejects);
    *r = (Rejects){
        .taker = {take}, .keeps = opt->keep_going, .arena = a, .diag = diag};
    if (r->keeps && out->path && strcmp(out->path, "-") == 0)
        diag_file(diag, DIAG_USAGE, NULL,
                  "--keep-going writes %s beside the PDF: give -o a file",
                  REJECTS_NAME);
    diag_divert(diag, &r->taker);
    opt->rejects = r;
    return r;
}

/* A wrong command line does not tell what to draw. */
bool rejects_find(Rejects *r, bool ok, RejectsDraw *draw, void *run) {
    bool tries = r->keeps || !ok || r->all.n > 0;
    if (tries && diag_count(r->diag, DIAG_USAGE) == 0)
        draw(run);
    diag_divert(r->diag, NULL);
    return ok && (r->keeps || !tries);
}

void rejects_list(Rejects *r, const ContactList *list) {
    for (size_t i = 0; i < r->lists.n; i++)
        if (r->lists.v[i] == list)
            return;
    vec_push(r->arena, &r->lists, list);
}

/* ---- which records ---- */

static int by_record(const Reject *a, size_t source, size_t off) {
    if (a->source != source)
        return a->source < source ? -1 : 1;
    return a->record.off < off ? -1 : a->record.off > off;
}

static int by_place(const void *x, const void *y) {
    const Reject *a = x, *b = y;
    int order = by_record(a, b->source, b->record.off);
    return order != 0 ? order : (a->order > b->order) - (a->order < b->order);
}

static bool same_reason(const Reject *a, const Reject *b) {
    return a->where.src == b->where.src && a->where.off == b->where.off &&
           strcmp(a->text, b->text) == 0;
}

/* One reason may come up for every letter to a record. */
static bool is_known(const Rejects *r, size_t first, size_t n,
                     const Reject *reason) {
    for (size_t i = first; i < n; i++)
        if (same_reason(&r->all.v[i], reason))
            return true;
    return false;
}

static void sort(Rejects *r) {
    if (r->sorted == r->all.n)
        return;
    qsort(r->all.v, r->all.n, sizeof *r->all.v, by_place);
    size_t n = 0, first = 0;
    for (size_t i = 0; i < r->all.n; i++) {
        Reject *now = &r->all.v[i];
        if (n == 0 ||
            by_record(&r->all.v[first], now->source, now->record.off) != 0)
            first = n;
        if (!is_known(r, first, n, now))
            r->all.v[n++] = *now;
    }
    r->all.n = r->sorted = n;
    r->followers = 0;
}

/* The first reason for a record among the sorted ones, or their number. */
static size_t find_sorted(const Rejects *r, Span record) {
    size_t low = 0, high = r->sorted, source = 0;
    while (source < r->sources.n && r->sources.v[source] != record.src)
        source++;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (by_record(&r->all.v[mid], source, record.off) < 0)
            low = mid + 1;
        else
            high = mid;
    }
    bool found =
        low < r->sorted && by_record(&r->all.v[low], source, record.off) == 0;
    return found ? low : r->sorted;
}

static size_t find(Rejects *r, Span record) {
    sort(r);
    return find_sorted(r, record);
}

bool rejects_has(Rejects *r, Span record) {
    return find(r, record) < r->all.n;
}

bool rejects_takes(Rejects *r, const Contact *c) {
    /* A whole list may share one address: it is sorted once. */
    if (r->sorted + r->followers != r->all.n)
        sort(r);
    if (find_sorted(r, c->span) < r->sorted)
        return false;
    if (!c->broken)
        return true;
    Text id = c->base.fields[CONTACT_SAME_ADDRESS_AS];
    Arena *a = arena_new();
    keep(r, c->span, id.span, NULL,
         arena_printf(a,
                      "the record \"%.*s\", whose address this one shares, "
                      "cannot be used",
                      (int)id.n, id.s ? id.s : ""));
    r->all.v[r->all.n - 1].follows = true;
    r->followers++;
    arena_free(a);
    return false;
}

/* Behind the reasons for the record of which `i` is the first. */
static size_t next_record(const Rejects *r, size_t i) {
    const Reject *first = &r->all.v[i];
    while (i < r->all.n &&
           by_record(&r->all.v[i], first->source, first->record.off) == 0)
        i++;
    return i;
}

size_t rejects_count(Rejects *r) {
    size_t n = 0;
    sort(r);
    for (size_t i = 0; i < r->all.n; i = next_record(r, i))
        n++;
    return n;
}

static Span place_of(const Reject *reject) {
    return reject->where.src ? reject->where : reject->record;
}

static void give_back(const Rejects *r, const Reject *reject) {
    if (reject->follows)
        return;
    if (reject->cure)
        diag_cure(r->diag, DIAG_ERROR, place_of(reject), reject->cure, "%s",
                  reject->text);
    else
        diag_at(r->diag, DIAG_ERROR, place_of(reject), "%s", reject->text);
}

void rejects_only(Rejects *r, const ContactList *list) {
    Arena *a = arena_new();
    const Source *src =
        list->n > 0 ? contactlist_get(list, 0, a)->span.src : NULL;
    size_t n = 0;
    sort(r);
    for (size_t i = 0; i < r->all.n; i++) {
        const Reject *reject = &r->all.v[i];
        if (reject->record.src == src)
            r->all.v[n++] = *reject;
        else
            give_back(r, reject);
    }
    r->all.n = r->sorted = n;
    arena_free(a);
}

/* Who shares the envelope of a record that is dropped cannot have it alone. */
static size_t drop_others(Rejects *r, const Selection *s, size_t at,
                          Span record) {
    Arena *scratch = arena_new();
    size_t n = 0, first = find(r, record), end = next_record(r, first);
    for (size_t next = s->next[at]; next > 0; next = s->next[next - 1]) {
        Span other = contactlist_get(s->list, next - 1, scratch)->span;
        for (size_t i = first; i < end; i++)
            keep(r, other, r->all.v[i].where, r->all.v[i].cure,
                 r->all.v[i].text);
        n++;
    }
    arena_free(scratch);
    return n;
}

size_t rejects_drop(Rejects *r, Selection *s) {
    size_t kept = 0, dropped = 0;
    if (!s->list || r->all.n == 0)
        return 0;
    Arena *scratch = arena_new();
    const size_t n = s->at ? s->n : s->list->n;
    size_t *left = ARENA_ARRAY(r->arena, size_t, n);
    for (size_t i = 0; i < n; i++) {
        arena_reset(scratch);
        size_t at = s->at ? s->at[i] : i;
        Span record = selection_get(s, i, scratch)->span;
        if (!rejects_has(r, record)) {
            left[kept++] = at;
            continue;
        }
        dropped++;
        if (s->joined && s->joined[at])
            dropped += drop_others(r, s, at, record);
    }
    s->at = left; /* the former is whole: a copy of `s` still has all */
    s->n = kept;
    arena_free(scratch);
    return dropped;
}

bool rejects_left_nobody(Rejects *r, const Selection *s) {
    bool is_list = s->list && (s->list->rows || s->list->all.v);
    if (!is_list || s->n > 0)
        return false;
    if (r->keeps)
        diag_file(r->diag, DIAG_ERROR, NULL,
                  "--keep-going: no record is left that could be printed");
    return true;
}

/* ---- what is said of them ---- */

void rejects_end(Rejects *r, bool ok) {
    diag_divert(r->diag, NULL);
    sort(r);
    for (size_t i = 0; !ok && i < r->all.n; i++)
        give_back(r, &r->all.v[i]);
    for (size_t i = 0; ok && i < r->all.n; i = next_record(r, i))
        diag_at(r->diag, DIAG_NOTE, r->all.v[i].record,
                "this record is left out: %s", r->all.v[i].text);
}

void rejects_print(Rejects *r, Buf *out) {
    sort(r);
    rejectrows_print(r->all.v, r->all.n, r->lists.v, r->lists.n, out);
}

/* A list that is given back mended may well have this name. */
bool rejects_may_write(Rejects *r, const char *path) {
    if (!r->keeps)
        return true;
    if (!fs_spares_input(path, r->diag))
        return false;
    if (rejects_count(r) == 0 && fs_exists(path))
        diag_file(r->diag, DIAG_NOTE, path,
                  "no record was left out this time; the file is of an earlier "
                  "run");
    return true;
}

bool rejects_open(Rejects *r, const char *beside, const FsOut *before,
                  FsOut **out) {
    Arena *a = arena_new();
    const char *path = fs_beside(a, beside, REJECTS_NAME);
    Buf text = {0};
    *out = NULL;
    sort(r);
    bool ok = rejects_may_write(r, path);
    if (ok && r->keeps && r->all.n > 0) {
        rejects_print(r, &text);
        *out = before ? fs_out_open_with(before, path, r->diag)
                      : fs_out_open(path, r->diag);
        ok = *out != NULL;
        if (ok)
            fs_out_write(*out, text.s, text.n);
    }
    buf_free(&text);
    arena_free(a);
    return ok;
}
