#include "job/runlists.h"

#include "base/buf.h"
#include "job/envelope.h"
#include "job/labels.h"
#include "job/letters.h"
#include "job/origin.h"
#include "model/country.h"
#include "model/paper.h"

#include <string.h>

/* Copy paper; most envelopes are of it too. */
#define GRAMS_PER_M2 80
/* Front and back, and a tenth of both for flaps: reckoned. */
#define ENVELOPE_PERMILLE 2200

/* So many of one kind: letters of a weight, mail from one country to another.
 */
typedef struct Count {
    size_t sheets;
    Len w, h;
    char from[3], to[3];
    size_t n;
} Count;

typedef VEC(Count) Counts;

typedef struct Shopping {
    const RunLists *run;
    const PrintSet *set;
    Arena *arena, *scratch;
    Diag *diag;
    Buf text;
    Counts papers, weights, stamps;
} Shopping;

static void count(Arena *a, Counts *in, const Count *one) {
    for (size_t i = 0; i < in->n; i++) {
        Count *c = &in->v[i];
        if (c->sheets == one->sheets && c->w == one->w && c->h == one->h &&
            strcmp(c->from, one->from) == 0 && strcmp(c->to, one->to) == 0) {
            c->n += one->n;
            return;
        }
    }
    vec_push(a, in, *one);
}

static const RunKind *kind_of(const RunLists *r, RunKindIs is, size_t *k) {
    for (size_t i = 0; i < r->nkinds; i++) {
        if (r->kinds[i].is == is) {
            *k = i;
            return &r->kinds[i];
        }
    }
    return NULL;
}

/* "A4 (210 x 297 mm)". */
static const char *paper(Arena *a, Len w, Len h) {
    const char *name = paper_name(w, h);
    const char *size = arena_printf(a, "%.0f x %.0f mm", len_mm(w), len_mm(h));
    return name ? arena_printf(a, "%s (%s)", name, size) : size;
}

static const char *some(Arena *a, size_t n, const char *one, const char *more) {
    return arena_printf(a, "%zu %s", n, n == 1 ? one : more);
}

/* ---- what was printed ---- */

/* Sheets of paper that a letter takes, blank backs and all. */
static size_t sheets_of(const PageSource *letters, const PrintPlace *p,
                        bool manual) {
    size_t pages = p->last - p->first + 1;
    return letters->duplex && !manual ? (pages + 1) / 2 : pages;
}

/* All letters of one envelope. */
static void count_letters(Shopping *s, size_t k, size_t item) {
    const RunLists *r = s->run;
    PageSource *letters = r->kinds[k].print.source;
    Count all = {.n = 1};
    for (size_t i = 0; i < r->nletters; i++) {
        size_t at = item * r->nletters + i;
        PrintPlace p = printset_place(s->set, k, at);
        bool manual = printset_file(s->set, p.file)->backs != NULL;
        const Layout *l = letters_layout(letters, at, s->scratch);
        Count one = {.w = l->w, .h = l->h};
        one.n = sheets_of(letters, &p, manual);
        count(s->arena, &s->papers, &one);
        all.w = l->w;
        all.h = l->h;
        all.sheets += one.n;
    }
    count(s->arena, &s->weights, &all);
}

static void count_stamp(Shopping *s, const MailingItem *item) {
    Count one = {.n = 1};
    origin_find(s->run->origin, item->from, s->diag, one.from);
    if (item->to)
        memcpy(one.to, item->to->country, sizeof one.to);
    count(s->arena, &s->stamps, &one);
}

static void count_all(Shopping *s) {
    const Mailing *m = s->run->mailing;
    size_t letters = 0;
    bool any = kind_of(s->run, RUN_LETTERS, &letters) != NULL;
    for (size_t i = 0; i < mailing_count(m); i++) {
        MailingItem item;
        arena_reset(s->scratch);
        mailing_get(m, i, s->scratch, &item);
        count_stamp(s, &item);
        if (any)
            count_letters(s, letters, i);
    }
}

/* ---- what to buy ---- */

static void put_papers(Shopping *s) {
    size_t k;
    if (kind_of(s->run, RUN_LETTERS, &k))
        buf_printf(&s->text, "\nPaper for letters%s\n",
                   s->run->kinds[k].print.source->duplex
                       ? ", printed on both sides"
                       : "");
    for (size_t i = 0; i < s->papers.n; i++) {
        const Count *c = &s->papers.v[i];
        buf_printf(&s->text, "  %s of %s\n",
                   some(s->arena, c->n, "sheet", "sheets"),
                   paper(s->arena, c->w, c->h));
    }
    for (size_t i = 0; i < s->run->nkinds; i++) {
        const RunKind *kind = &s->run->kinds[i];
        if (kind->is == RUN_SHEETS || kind->is == RUN_ONCE)
            buf_printf(
                &s->text, "\nPaper for %s\n  %s of %s%s\n", kind->print.name,
                some(s->arena, printset_sheets(s->set, i), "sheet", "sheets"),
                kind->paper, kind->is == RUN_ONCE ? ", for each copy" : "");
    }
}

static void put_labels(Shopping *s) {
    size_t k;
    const RunKind *kind = kind_of(s->run, RUN_LABELS, &k);
    if (!kind)
        return;
    const Layout *l = labels_layout(kind->print.source);
    const char *sheets =
        some(s->arena, printset_sheets(s->set, k), "sheet", "sheets");
    size_t labels = mailing_count(s->run->mailing);
    if (l->u.labels.cut)
        buf_printf(
            &s->text, "\nPaper for %s, to cut\n  %s of %s for %zu of them\n",
            kind->print.name, sheets, paper(s->arena, l->w, l->h), labels);
    else
        buf_printf(&s->text,
                   "\nLabel sheets\n  %s of %s, %d on each, for %zu labels\n",
                   sheets, l->name, layout_labels_per_sheet(l), labels);
}

/* The letters are folded and need none. */
static bool are_envelopes(Shopping *s) {
    size_t k;
    const RunKind *letters = kind_of(s->run, RUN_LETTERS, &k);
    const Layout *l =
        letters ? letters_layout(letters->print.source, 0, s->scratch) : NULL;
    return l && l->u.letter.outside.s;
}

static void put_envelopes(Shopping *s) {
    size_t k, n = mailing_count(s->run->mailing);
    const RunKind *kind = kind_of(s->run, RUN_ENVELOPES, &k);
    buf_puts(&s->text, "\nEnvelopes\n");
    if (!kind && are_envelopes(s)) {
        buf_puts(&s->text,
                 "  none: the sheet of each letter becomes its own\n");
        return;
    }
    if (!kind) {
        buf_printf(&s->text, "  %zu, of any size that the letters fit\n", n);
        return;
    }
    const Layout *l = envelopes_layout(kind->print.source);
    buf_printf(&s->text, "  %zu of %s, %.0f x %.0f mm\n", n, l->name,
               len_mm(l->w), len_mm(l->h));
    const Layout *sheet = envelopes_sheet(kind->print.source);
    if (sheet)
        buf_printf(
            &s->text, "  %s of %s to cut their fronts from\n",
            some(s->arena, printset_sheets(s->set, k), "sheet", "sheets"),
            paper(s->arena, sheet->w, sheet->h));
}

static const char *country_or(Arena *a, const char *code, const char *none) {
    const char *name = code[0] ? country_display(a, code, "en") : NULL;
    return name ? name : code[0] ? code : none;
}

static void put_stamps(Shopping *s) {
    buf_puts(&s->text, "\nStamps\n");
    for (size_t i = 0; i < s->stamps.n; i++) {
        const Count *c = &s->stamps.v[i];
        const char *to = country_or(s->arena, c->to, "an unknown country");
        if (strcmp(c->from, c->to) == 0 && c->to[0])
            buf_printf(&s->text, "  %zu inside %s\n", c->n, to);
        else
            buf_printf(&s->text, "  %zu from %s to %s\n", c->n,
                       country_or(s->arena, c->from, "where they are posted"),
                       to);
    }
}

/* ---- what it weighs ---- */

static double grams(Len w, Len h) {
    return len_mm(w) * len_mm(h) * GRAMS_PER_M2 / 1e6;
}

static void put_weights(Shopping *s) {
    size_t k;
    const RunKind *envelopes = kind_of(s->run, RUN_ENVELOPES, &k);
    double envelope = 0;
    if (s->weights.n == 0)
        return;
    buf_printf(&s->text, "\nWeight, on paper of %d g/m2\n", GRAMS_PER_M2);
    if (envelopes) {
        const Layout *l = envelopes_layout(envelopes->print.source);
        envelope = grams(l->w, l->h) * ENVELOPE_PERMILLE / 1000;
    }
    for (size_t i = 0; i < s->weights.n; i++) {
        const Count *c = &s->weights.v[i];
        double paper_g = grams(c->w, c->h) * (double)c->sheets;
        buf_printf(&s->text, "  %zu with %s each: %.1f g of paper", c->n,
                   some(s->arena, c->sheets, "sheet", "sheets"), paper_g);
        if (envelopes)
            buf_printf(&s->text, ", about %.1f g with the envelope",
                       paper_g + envelope);
        buf_puts(&s->text, "\n");
    }
    if (envelopes)
        buf_printf(&s->text,
                   "  An envelope is reckoned, not weighed: twice its front "
                   "and a tenth more for the\n  flaps, of the same paper, are "
                   "%.1f g. Labels and stamps are not in it. Weigh one\n  "
                   "before you buy stamps.\n",
                   envelope);
    else
        buf_printf(&s->text, "  %sWeigh one before you buy stamps.\n",
                   are_envelopes(s) ? "" : "The envelope is not in it. ");
}

/* ---- the list ---- */

static void put_ranges(Shopping *s, const Ranges *r) {
    for (size_t i = 0; i < r->n; i++) {
        buf_printf(&s->text, "%s%u", i ? ", " : "numbers ", r->v[i].from);
        if (r->v[i].to != r->v[i].from)
            buf_printf(&s->text, "-%u", r->v[i].to);
    }
    buf_printf(&s->text, "\n");
}

/* "numbers 1 to 40"; of what is printed again, "numbers 14, 20-22". */
static void put_numbers(Shopping *s) {
    const Mailing *m = s->run->mailing;
    Ranges r = {0};
    for (size_t i = 0; i < mailing_packs(m); i++)
        ranges_add(s->arena, &r, mailing_pack(m, i).number);
    if (r.count == 1)
        buf_printf(&s->text, "number %u\n", r.v[0].from);
    else if (r.n == 1)
        buf_printf(&s->text, "numbers %u to %u\n", r.v[0].from, r.v[0].to);
    else
        put_ranges(s, &r);
}

static void put_title(Shopping *s) {
    const Mailing *m = s->run->mailing;
    size_t n = mailing_count(m);
    size_t letters = n * (s->run->nletters ? s->run->nletters : 1);
    buf_printf(&s->text, "For %s in %s, ",
               some(s->arena, letters, "letter", "letters"),
               some(s->arena, n, "envelope", "envelopes"));
    put_numbers(s);
}

bool shopping_write(const RunLists *r, PrintSet *set, Diag *diag) {
    Shopping s = {.run = r,
                  .set = set,
                  .arena = arena_new(),
                  .scratch = arena_new(),
                  .diag = diag};
    FsOut *out =
        printset_text(set, runlists_name(r, s.arena, "shopping", ".txt"), diag);
    if (out) {
        count_all(&s);
        put_title(&s);
        put_papers(&s);
        put_labels(&s);
        put_envelopes(&s);
        put_stamps(&s);
        put_weights(&s);
        fs_out_write(out, s.text.s, s.text.n);
    }
    buf_free(&s.text);
    arena_free(s.scratch);
    arena_free(s.arena);
    return out != NULL;
}
