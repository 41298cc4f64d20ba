#include "job/runlists.h"

#include "base/buf.h"
#include "job/envelope.h"
#include "job/labels.h"
#include "job/letters.h"
#include "job/origin.h"
#include "job/paperlang.h"
#include "model/country.h"
#include "model/localnumber.h"
#include "model/paper.h"
#include "page/letterlook.h"

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
    PaperLang read;
    Buf text;
    Counts papers, weights, stamps;
    bool folded; /* each letter is its own envelope */
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

/* "A4 (210 × 297 mm)". */
static const char *paper(Arena *a, Len w, Len h) {
    const char *name = paper_name(w, h);
    const char *size = arena_printf(a, "%.0f × %.0f mm", len_mm(w), len_mm(h));
    return name ? arena_printf(a, "%s (%s)", name, size) : size;
}

/* ---- lines ----
 *
 * "3 × A4" and "Letters: 3" say how many in every language without the plurals
 * of any. */

static const char *word(const Shopping *s, Word word) {
    Text t = s->read.words.v[word];
    return arena_strndup(s->arena, t.s ? t.s : "", t.n);
}

static const char *colon(const Shopping *s) {
    return letter_colon(s->read.words.lang);
}

static const char *comma(const Shopping *s) {
    const char *lang = s->read.words.lang;
    bool wide = letter_lang_is(lang, "zh") || letter_lang_is(lang, "ja");
    return wide ? "\xEF\xBC\x8C" : ", ";
}

static void head(Shopping *s, const char *words) {
    buf_printf(&s->text, "\n%s\n", words);
}

static void line(Shopping *s, const char *what) {
    buf_printf(&s->text, "  %s\n", what);
}

/* "3 × A4, for each copy". */
static const char *so_many(Shopping *s, size_t n, const char *what,
                           const char *more) {
    return arena_printf(s->arena, "%zu × %s%s%s", n, what,
                        more[0] ? comma(s) : "", more);
}

static void named_line(Shopping *s, Word name, const char *what) {
    line(s, arena_printf(s->arena, "%s%s%s", word(s, name), colon(s), what));
}

/* ---- what was printed ---- */

/* Sheets of paper that a letter takes, blank backs and all. */
static size_t sheets_of(const PageSource *letters, const PrintPlace *p,
                        bool manual) {
    size_t pages = p->last - p->first + 1;
    return letters->duplex && !manual ? (pages + 1) / 2 : pages;
}

/* All letters of one envelope; folded ones are posted one by one. */
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
        if (s->folded || i + 1 == r->nletters) {
            count(s->arena, &s->weights, &all);
            all.sheets = 0;
        }
    }
}

/* The letters need no envelopes. */
static bool are_folded(Shopping *s) {
    size_t k;
    const RunKind *letters = kind_of(s->run, RUN_LETTERS, &k);
    const Layout *l =
        letters ? letters_layout(letters->print.source, 0, s->scratch) : NULL;
    return l && l->u.letter.outside.s;
}

static void count_stamp(Shopping *s, const MailingItem *item) {
    Count one = {.n = s->folded ? s->run->nletters : 1};
    const Contact *from = s->run->no_sender ? NULL : item->from;
    origin_find(s->run->origin, from, s->diag, one.from);
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

static bool is_cut(const RunKind *kind) {
    return labels_layout(kind->print.source)->u.labels.cut;
}

static void put_sheets(Shopping *s, const RunKind *kind, size_t n,
                       const char *paper_name) {
    const char *more = kind->is == RUN_ONCE ? word(s, WORD_EACH_COPY) : "";
    if (kind->print.source->duplex)
        more = arena_printf(s->arena, "%s%s%s", word(s, WORD_BOTH_SIDES),
                            more[0] ? comma(s) : "", more);
    if (n > 0)
        named_line(s, kind->word, so_many(s, n, paper_name, more));
}

/* What is printed on sheets of paper, of one kind. */
static void put_paper(Shopping *s, size_t k) {
    const RunKind *kind = &s->run->kinds[k];
    size_t sheets = printset_sheets(s->set, k);
    if (kind->is == RUN_LETTERS) {
        const char *both =
            kind->print.source->duplex ? word(s, WORD_BOTH_SIDES) : "";
        for (size_t i = 0; i < s->papers.n; i++) {
            const Count *c = &s->papers.v[i];
            named_line(s, WORD_LETTERS,
                       so_many(s, c->n, paper(s->arena, c->w, c->h), both));
        }
    } else if (kind->is == RUN_LABELS && is_cut(kind)) {
        const Layout *l = labels_layout(kind->print.source);
        named_line(s, WORD_SLIPS,
                   so_many(s, sheets, paper(s->arena, l->w, l->h),
                           word(s, WORD_TO_CUT)));
    } else if (kind->is == RUN_SHEETS || kind->is == RUN_ONCE) {
        size_t letter = printset_letter(s->set, k);
        put_sheets(s, kind, sheets - letter, "A4");
        put_sheets(s, kind, letter, "US Letter");
    }
}

static bool takes_paper(const RunKind *kind) {
    return kind->is != RUN_ENVELOPES &&
           (kind->is != RUN_LABELS || is_cut(kind));
}

static void put_papers(Shopping *s) {
    bool any = false;
    for (size_t i = 0; i < s->run->nkinds; i++) {
        if (takes_paper(&s->run->kinds[i]) && !any)
            head(s, word(s, WORD_PAPER));
        any = any || takes_paper(&s->run->kinds[i]);
        put_paper(s, i);
    }
}

static void put_labels(Shopping *s) {
    for (size_t i = 0; i < s->run->nkinds; i++) {
        const RunKind *kind = &s->run->kinds[i];
        if (kind->is != RUN_LABELS || is_cut(kind))
            continue;
        const Layout *l = labels_layout(kind->print.source);
        head(s, word(s, WORD_LABEL_SHEETS));
        size_t each = (size_t)layout_labels_per_sheet(l);
        line(s, so_many(s, printset_sheets(s->set, i), l->name,
                        words_on_each(s->arena, &s->read.words, each)));
        size_t parts = labels_part_used(kind->print.source);
        if (parts > 0)
            named_line(s, WORD_PART_USED, arena_printf(s->arena, "%zu", parts));
    }
}

static void put_envelopes(Shopping *s) {
    size_t k, n = mailing_count(s->run->mailing);
    const RunKind *kind = kind_of(s->run, RUN_ENVELOPES, &k);
    head(s, word(s, WORD_ENVELOPES));
    if (!kind && s->folded) {
        line(s, word(s, WORD_NO_ENVELOPES));
        return;
    }
    if (!kind) {
        line(s, arena_printf(s->arena, "%zu, %s", n, word(s, WORD_ANY_SIZE)));
        return;
    }
    const Layout *l = envelopes_layout(kind->print.source);
    line(s, so_many(s, n, l->name,
                    arena_printf(s->arena, "%.0f × %.0f mm", len_mm(l->w),
                                 len_mm(l->h))));
    const Layout *sheet = envelopes_sheet(kind->print.source);
    if (sheet)
        named_line(s, WORD_CUT_FRONTS,
                   so_many(s, printset_sheets(s->set, k),
                           paper(s->arena, sheet->w, sheet->h), ""));
}

/* "?" where nobody knows. */
static const char *country(Shopping *s, const char *code) {
    const char *name = NULL;
    if (code[0])
        name = country_display(s->arena, code, s->read.words.lang);
    return name ? name : code[0] ? code : "?";
}

static void put_stamps(Shopping *s) {
    head(s, word(s, WORD_STAMPS));
    for (size_t i = 0; i < s->stamps.n; i++) {
        const Count *c = &s->stamps.v[i];
        const char *from = arena_printf(s->arena, "%s → ", country(s, c->from));
        if (!c->from[0] && s->run->no_sender)
            from = ""; /* that is known, and not told */
        line(s, arena_printf(s->arena, "%zu × %s%s", c->n, from,
                             country(s, c->to)));
    }
}

/* ---- what it weighs ---- */

static double grams(Len w, Len h) {
    return len_mm(w) * len_mm(h) * GRAMS_PER_M2 / 1e6;
}

static const char *in_grams(Shopping *s, double g) {
    const char *lang = s->read.words.lang;
    return arena_printf(s->arena, "%s g", local_decimal(s->arena, g, 1, lang));
}

/* "30 × 15.0 g (3 × A4), with the envelope about 19.2 g". */
static void put_weight(Shopping *s, const Count *c, const Layout *envelope) {
    double paper_g = grams(c->w, c->h) * (double)c->sheets;
    const char *name = paper_name(c->w, c->h), *more = "";
    const char *of =
        so_many(s, c->sheets, name ? name : paper(s->arena, c->w, c->h), "");
    if (envelope) {
        double g = grams(envelope->w, envelope->h) * ENVELOPE_PERMILLE / 1000;
        more = arena_printf(s->arena, "%s %s", word(s, WORD_WITH_ENVELOPE),
                            in_grams(s, paper_g + g));
    }
    line(s, so_many(s, c->n,
                    arena_printf(s->arena, "%s (%s)", in_grams(s, paper_g), of),
                    more));
}

static void put_weights(Shopping *s) {
    size_t k;
    const RunKind *envelopes = kind_of(s->run, RUN_ENVELOPES, &k);
    const Layout *envelope =
        envelopes ? envelopes_layout(envelopes->print.source) : NULL;
    if (s->weights.n == 0)
        return;
    head(s, words_weight(s->arena, &s->read.words, GRAMS_PER_M2));
    for (size_t i = 0; i < s->weights.n; i++)
        put_weight(s, &s->weights.v[i], envelope);
    if (envelope)
        line(s, word(s, WORD_RECKONED));
    else if (!s->folded)
        line(s, word(s, WORD_WITHOUT_ENVELOPE));
    line(s, word(s, WORD_WEIGH));
}

/* ---- the list ---- */

/* "1-40"; of what is printed again, "14, 20-22". */
static const char *numbers(Shopping *s) {
    const Mailing *m = s->run->mailing;
    const char *all = "";
    Ranges r = {0};
    for (size_t i = 0; i < mailing_packs(m); i++)
        ranges_add(s->arena, &r, mailing_pack(m, i).number);
    for (size_t i = 0; i < r.n; i++) {
        all = arena_printf(s->arena, "%s%s%u", all, i ? ", " : "", r.v[i].from);
        if (r.v[i].to != r.v[i].from)
            all = arena_printf(s->arena, "%s-%u", all, r.v[i].to);
    }
    return all;
}

static void put_title(Shopping *s) {
    buf_printf(&s->text, "%s\n", word(s, WORD_SHOPPING));
}

static void put_numbers(Shopping *s) {
    size_t n = mailing_count(s->run->mailing);
    if (s->run->nletters)
        n *= s->run->nletters;
    buf_printf(&s->text, "\n%s%s%s\n%s%s%zu\n", word(s, WORD_NUMBERS), colon(s),
               numbers(s), word(s, WORD_LETTERS), colon(s), n);
}

/* For the sender of the first letter: he or his group goes to the shop. */
static bool find_words(Shopping *s) {
    const RunLists *r = s->run;
    const Contact *first = mailing_sender_of(r->mailing, 1, s->arena);
    char origin[3] = "";
    origin_find(r->origin, first, s->diag, origin);
    PaperWish wish = {.lang = r->lang,
                      .from = r->no_sender ? NULL : first,
                      .origin = origin,
                      .own = "en"};
    if (!paperlang_find(s->arena, r->session, &wish, WORD_SHOPPING, s->diag,
                        &s->read))
        return false;
    /* No icons do for words here. */
    wish = (PaperWish){.lang = "en", .origin = ""};
    return s->read.words.v[WORD_SHOPPING].s ||
           paperlang_find(s->arena, r->session, &wish, WORD_SHOPPING, s->diag,
                          &s->read);
}

static void put_list(Shopping *s) {
    bool posted = runlists_is_mail(s->run);
    s->folded = are_folded(s);
    put_title(s);
    if (posted) {
        count_all(s);
        put_numbers(s);
    }
    put_papers(s);
    put_labels(s);
    if (posted) {
        put_envelopes(s);
        put_stamps(s);
        put_weights(s);
    }
}

bool shopping_write(const RunLists *r, PrintSet *set, Diag *diag) {
    Shopping s = {.run = r,
                  .set = set,
                  .arena = arena_new(),
                  .scratch = arena_new(),
                  .diag = diag};
    FsOut *out =
        printset_text(set, runlists_name(r, s.arena, "shopping", ".txt"), diag);
    bool ok = out && find_words(&s);
    if (ok) {
        put_list(&s);
        fs_out_write(out, s.text.s, s.text.n);
    }
    buf_free(&s.text);
    arena_free(s.scratch);
    arena_free(s.arena);
    return ok;
}
