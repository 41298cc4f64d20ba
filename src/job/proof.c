#include "job/proof.h"

#include <stdlib.h>
#include <string.h>

#include "job/print.h"
#include "job/prooffacts.h"

/* Entries that are laid out together; each such group begins a page. */
#define GROUP 12

static const char title[] = "Proof of addresses";
static const char intro[] =
    "For everybody who cannot read them: put the letter or list that an "
    "address comes from beside this sheet and compare the characters one by "
    "one, in their order. The code below each tells characters apart that look "
    "alike. What stands here was read back from the finished PDF.";
static const char empty[] =
    "No address is printed on these pages, so there is nothing to compare.";

/* Addresses that print the same. */
typedef struct Entry {
    size_t first;    /* of them, the one that is shown */
    size_t *records; /* all */
    size_t nrecords;
    ProofCopies copies;
} Entry;

typedef struct Proof {
    PageSource source;
    Arena *arena;
    const ProofSource *of;
    Diag *diag;
    ProofText *texts;
    const char **names;
    uint64_t *keys; /* alike for addresses that print alike; 0: not printed */
    ProofReading reading;
    const char **files; /* their names, for more than one; else NULL */
    VEC(Entry) entries;
    size_t *entry_of; /* by address */
    size_t pages;     /* drawn */
} Proof;

/* ---- what was meant ---- */

static uint64_t mix_len(uint64_t hash, Len l) {
    return (hash ^ (uint32_t)l) * 0x100000001B3u; /* FNV-1a, by lengths */
}

static uint64_t mix(uint64_t hash, const void *bytes, size_t n) {
    const unsigned char *s = bytes; /* FNV-1a */
    for (size_t i = 0; i < n; i++)
        hash = (hash ^ s[i]) * 0x100000001B3u;
    return hash;
}

/* Of all that can be seen: characters, sizes, where lines end, the frame. */
static uint64_t key_of(const ProofAddress *p, const ProofText *text) {
    uint64_t h = 0xCBF29CE484222325u;
    h = mix_len(mix_len(h, p->frame_w), p->frame_h);
    h = mix_len(mix_len(mix_len(h, p->x), p->y), p->fit.size);
    for (size_t i = 0; i < text->n; i++) {
        const Para *para = &p->fit.lines[i].para;
        h = mix_len(h, p->fit.lines[i].y);
        for (size_t k = 0; k < para->n; k++)
            h = mix_len(h, para->lines[k].width);
        h = mix(h, text->lines[i].s, text->lines[i].n * sizeof(uint32_t));
    }
    return h ? h : 1;
}

static void expect_all(Proof *p, const ProofMarks *marks) {
    Arena *scratch = arena_new();
    for (size_t i = 0; i < marks->boxes.n; i++) {
        size_t address = marks->boxes.v[i].mark.address;
        ProofAddress set = {0};
        if (p->keys[address])
            continue;
        arena_reset(scratch);
        p->of->set(p->of, address, scratch, &set);
        proofread_expect(p->arena, &set.fit, &p->texts[address]);
        p->keys[address] = key_of(&set, &p->texts[address]);
        p->names[address] = contact_label(p->arena, set.contact);
    }
    arena_free(scratch);
}

/* ---- each once ---- */

typedef struct Keyed {
    uint64_t key;
    size_t address;
} Keyed;

static int by_key(const void *x, const void *y) {
    const Keyed *a = x, *b = y;
    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    return (a->address > b->address) - (a->address < b->address);
}

static int by_first(const void *x, const void *y) {
    const Entry *a = x, *b = y;
    return (a->first > b->first) - (a->first < b->first);
}

/* The key is a hash; what is told apart must be apart in truth. */
static bool same_text(const ProofText *x, const ProofText *y) {
    bool same = x->n == y->n;
    for (size_t i = 0; same && i < x->n; i++)
        same = x->lines[i].n == y->lines[i].n &&
               memcmp(x->lines[i].s, y->lines[i].s,
                      x->lines[i].n * sizeof(uint32_t)) == 0;
    return same;
}

static void find_entries(Proof *p, size_t naddresses) {
    Keyed *all = ARENA_ARRAY(p->arena, Keyed, naddresses);
    size_t n = 0;
    for (size_t i = 0; i < naddresses; i++)
        if (p->keys[i])
            all[n++] = (Keyed){p->keys[i], i};
    if (n > 1)
        qsort(all, n, sizeof *all, by_key);
    for (size_t i = 0, end; i < n; i = end) {
        Entry e = {.first = all[i].address};
        for (end = i + 1;
             end < n && all[end].key == all[i].key &&
             same_text(&p->texts[all[end].address], &p->texts[e.first]);)
            end++;
        e.records = ARENA_ARRAY(p->arena, size_t, end - i);
        for (size_t k = i; k < end; k++)
            e.records[e.nrecords++] = all[k].address;
        vec_push(p->arena, &p->entries, e);
    }
    if (p->entries.n > 1)
        qsort(p->entries.v, p->entries.n, sizeof *p->entries.v, by_first);
    p->entry_of = ARENA_ARRAY(p->arena, size_t, naddresses);
    for (size_t i = 0; i < p->entries.n; i++)
        for (size_t k = 0; k < p->entries.v[i].nrecords; k++)
            p->entry_of[p->entries.v[i].records[k]] = i;
}

static void find_copies(Proof *p, const ProofMarks *marks, size_t file) {
    const ProofBox *last = NULL;
    for (size_t i = 0; i < marks->boxes.n; i++) {
        const ProofBox *b = &marks->boxes.v[i];
        Entry *e = &p->entries.v[p->entry_of[b->mark.address]];
        ProofCopy copy = {file, b->page, b->mark.number};
        if (!last || last->page != b->page ||
            last->mark.address != b->mark.address ||
            last->mark.number != b->mark.number ||
            last->mark.line > b->mark.line)
            vec_push(p->arena, &e->copies, copy);
        last = b;
    }
}

/* ---- pages ---- */

static const char *tell_record(Arena *a, const Contact *c) {
    Text id = c->base.fields[CONTACT_ID];
    const char *record = arena_printf(a, "record %zu of %s", c->number,
                                      c->span.src ? c->span.src->name : "?");
    return id.s ? arena_printf(a, "%.*s, %s", (int)id.n, id.s, record) : record;
}

static void make_entry(Proof *p, Arena *a, const Entry *e, ProofEntry *out) {
    ProofFacts facts = {0};
    ProofAddress *set = ARENA_NEW(a, ProofAddress);
    p->of->set(p->of, e->first, a, set);
    set->fit.mark = (DisplayMarks){0};
    prooffacts_places(a, &e->copies, p->files, &facts);
    prooffacts_faces(a, &set->fit, &facts);
    prooffacts_original(a, set, &facts);
    prooffacts_found(a, &p->reading, e->first, e->copies.n, &set->fit, &facts);
    const char *under = tell_record(a, set->contact);
    if (e->nrecords > 1)
        under = arena_printf(a, "%s, and %zu more that print the same", under,
                             e->nrecords - 1);
    *out = (ProofEntry){.title = p->names[e->first],
                        .under = under,
                        .fit = &set->fit,
                        .frame_w = set->frame_w,
                        .frame_h = set->frame_h,
                        .x = set->x,
                        .y = set->y,
                        .picture = set->picture.n > 0 ? &set->picture : NULL,
                        .facts = facts.v,
                        .nfacts = facts.n};
}

static bool draw(PageSource *self, size_t i, Arena *scratch, DisplayTags *tags,
                 DisplayPages *out) {
    Proof *p = (Proof *)self;
    bool letter = p->of->letter_paper;
    size_t from = i * GROUP, n = p->entries.n - from;
    n = n < GROUP ? n : GROUP;
    ProofEntry *entries = ARENA_ARRAY(scratch, ProofEntry, n);
    for (size_t k = 0; k < n; k++)
        make_entry(p, scratch, &p->entries.v[from + k], &entries[k]);
    ProofSheet sheet = {.w = letter ? LEN_OF_MM(215.9) : LEN_OF_MM(210),
                        .h = letter ? LEN_OF_MM(279.4) : LEN_OF_MM(297),
                        .first = p->pages + 1,
                        .title = i == 0 ? title : NULL,
                        .intro = p->entries.n > 0 ? intro : empty};
    size_t errors = diag_count(p->diag, DIAG_ERROR);
    proofpage_draw(scratch, p->of->fonts, &sheet, entries, n, tags, p->diag,
                   out);
    p->pages += out->n;
    return diag_count(p->diag, DIAG_ERROR) == errors;
}

static void begin(PageSource *self) {
    ((Proof *)self)->pages = 0;
}

/* Names without the folder, which is one. */
static const char **names_of(Arena *a, const ProofFile *files, size_t n) {
    const char **names = ARENA_ARRAY(a, const char *, n);
    for (size_t i = 0; i < n; i++) {
        const char *slash = strrchr(files[i].path, '/');
        names[i] = slash ? slash + 1 : files[i].path;
    }
    return n > 1 ? names : NULL;
}

PageSource *proof_make(Arena *a, const ProofSource *of, const ProofFile *files,
                       size_t nfiles, const char *version, Diag *diag) {
    size_t naddresses = of->n;
    bool ok = true;
    Proof *p = ARENA_NEW(a, Proof);
    *p = (Proof){.source = {.draw = draw, .begin = begin, .lang = "en"},
                 .arena = a,
                 .of = of,
                 .diag = diag,
                 .reading = {.version = version,
                             .found = ARENA_ARRAY(a, ProofFound, naddresses)},
                 .files = names_of(a, files, nfiles),
                 .texts = ARENA_ARRAY(a, ProofText, naddresses),
                 .names = ARENA_ARRAY(a, const char *, naddresses),
                 .keys = ARENA_ARRAY(a, uint64_t, naddresses)};
    for (size_t i = 0; i < nfiles; i++)
        expect_all(p, files[i].marks);
    for (size_t i = 0; i < nfiles; i++)
        ok = proofread_pdf(a, files[i].path, fs_out_fd(files[i].file),
                           files[i].marks, p->texts, p->names, diag,
                           &p->reading) &&
             ok;
    if (!ok)
        return NULL;
    find_entries(p, naddresses);
    for (size_t i = 0; i < nfiles; i++)
        find_copies(p, files[i].marks, i);
    p->source.n = p->entries.n > 0 ? (p->entries.n + GROUP - 1) / GROUP : 1;
    return &p->source;
}
