#include "job/duplicates.h"

#include <stdlib.h>
#include <string.h>

#include "model/contactkey.h"

/* A chosen record by the hash of its key: 100,000 keys would be 10 MB. */
typedef struct Hashed {
    uint64_t hash;
    size_t place;
} Hashed;

/* Different keys of one hash that are told apart. Honest lists have none. */
enum { HEADS = 8 };

/* One run of equal hashes. */
typedef struct Run {
    Buf keys[HEADS];
    size_t places[HEADS];
    size_t n;
} Run;

typedef struct Finder {
    const Selection *selection;
    bool people;
    Arena *scratch; /* of one record */
    Buf key;        /* its key */
    size_t *same;
} Finder;

/* FNV-1a, 64 bits. */
static uint64_t hash_of(const Buf *b) {
    uint64_t hash = 14695981039346656037U;
    for (size_t i = 0; i < b->n; i++)
        hash = (hash ^ (unsigned char)b->s[i]) * 1099511628211U;
    return hash;
}

/* Into f->key; false if the record has no address. */
static bool make_key(Finder *f, size_t place) {
    arena_reset(f->scratch);
    f->key.n = 0;
    const Contact *c = selection_get(f->selection, place, f->scratch);
    if (!contactkey_place(c, &f->key))
        return false;
    if (f->people)
        contactkey_people(c, &f->key);
    return true;
}

static int by_hash(const void *x, const void *y) {
    const Hashed *a = x, *b = y;
    if (a->hash != b->hash)
        return a->hash < b->hash ? -1 : 1;
    return a->place < b->place ? -1 : a->place > b->place;
}

/* The first of the run that has this key, or the record itself. */
static size_t first_like(Run *run, const Buf *key, size_t place) {
    for (size_t i = 0; i < run->n; i++)
        if (run->keys[i].n == key->n &&
            (key->n == 0 || memcmp(run->keys[i].s, key->s, key->n) == 0))
            return run->places[i];
    if (run->n < HEADS) {
        buf_add(&run->keys[run->n], key->s ? key->s : "", key->n);
        run->places[run->n++] = place;
    }
    return place;
}

static void find_in_run(Finder *f, const Hashed *v, size_t n) {
    Run run = {0};
    for (size_t i = 0; n > 1 && i < n; i++) {
        make_key(f, v[i].place);
        f->same[v[i].place] = first_like(&run, &f->key, v[i].place);
    }
    for (size_t i = 0; i < run.n; i++)
        buf_free(&run.keys[i]);
}

size_t *duplicates_find(Arena *a, const Selection *s, bool people) {
    Arena *own = arena_new();
    Hashed *v = ARENA_ARRAY(own, Hashed, s->n);
    Finder f = {.selection = s, .people = people, .scratch = arena_new()};
    size_t n = 0;
    f.same = ARENA_ARRAY(a, size_t, s->n);
    for (size_t i = 0; i < s->n; i++) {
        f.same[i] = i;
        if (make_key(&f, i))
            v[n++] = (Hashed){hash_of(&f.key), i};
    }
    if (n > 0)
        qsort(v, n, sizeof *v, by_hash);
    for (size_t i = 0, run; i < n; i += run) {
        run = 1;
        while (i + run < n && v[i + run].hash == v[i].hash)
            run++;
        find_in_run(&f, v + i, run);
    }
    buf_free(&f.key);
    arena_free(f.scratch);
    arena_free(own);
    return f.same;
}

/* Say of the record at `place` that it is like that at `first`. */
static void tell(const Selection *s, size_t place, size_t first, bool dropped,
                 Arena *scratch, Diag *diag) {
    arena_reset(scratch);
    const Contact *c = selection_get(s, place, scratch);
    const Contact *other = selection_get(s, first, scratch);
    const char *name = contact_label(scratch, c);
    if (dropped)
        diag_at(diag, DIAG_NOTE, c->span,
                "record %zu, \"%s\", is left out: the same name and address as "
                "record %zu",
                c->number, name, other->number);
    else
        diag_at(diag, DIAG_WARNING, c->span,
                "record %zu, \"%s\", has the same name and address as record "
                "%zu, and both are printed; --dedupe leaves the second out",
                c->number, name, other->number);
}

void duplicates_warn(const Selection *s, Diag *diag) {
    Arena *a = arena_new(), *scratch = arena_new();
    const size_t *same = duplicates_find(a, s, true);
    for (size_t i = 0; i < s->n; i++)
        if (same[i] != i)
            tell(s, i, same[i], false, scratch, diag);
    arena_free(scratch);
    arena_free(a);
}

void duplicates_drop(Selection *s, Diag *diag) {
    Arena *a = arena_new(), *scratch = arena_new();
    const size_t *same = duplicates_find(a, s, true);
    for (size_t i = 0; i < s->n; i++)
        if (same[i] != i)
            tell(s, i, same[i], true, scratch, diag);
    size_t n = 0;
    for (size_t i = 0; i < s->n; i++)
        if (same[i] == i)
            s->at[n++] = s->at[i];
    s->n = n;
    arena_free(scratch);
    arena_free(a);
}
