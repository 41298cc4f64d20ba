#include "job/packpapers.h"

#include "input/letterfile.h"
#include "job/origin.h"
#include "job/paperlang.h"
#include "model/country.h"
#include "model/languagename.h"
#include "model/paper.h"
#include "page/cards.h"
#include "page/casesheet.h"
#include "page/cover.h"
#include "page/signsheets.h"

#include <string.h>

/* What the papers are made of for those who read one language and post in one
 * country. */
typedef struct Tongue {
    char origin[3];
    PaperLang read;
    const ReadLetter *text; /* of the case; NULL: there is none */
    QrCode qr;              /* size 0: there is no report link */
} Tongue;

typedef struct PaperSource {
    PageSource source;
    PackPapers *papers;
    PackPaper which;
} PaperSource;

struct PackPapers {
    Arena *arena;
    Session *session;
    PackPapersOptions opt;
    const Mailing *mailing;
    Diag *diag;
    const char **langs; /* of letters */
    const char **names; /* of persons' names */
    size_t nnames;
    const char *foot; /* of every page; NULL: none */
    VEC(Tongue *) tongues;
    VEC(const Tongue *) readers; /* of what the run has once */
    const bool *written; /* by target: somebody of the whole run writes to it;
                            NULL: not yet looked for */
    PaperSource sources[PAPERS];
};

/* ---- words and texts ---- */

/* "Dutch" for messages. */
static const char *in_english(PackPapers *p, const char *lang) {
    const char *name;
    language_names(p->arena, &lang, 1, "en", false, &name);
    return name;
}

static bool load_words(PackPapers *p, const PaperWish *wish, PaperLang *out) {
    if (!paperlang_find(p->arena, p->session, wish, WORD_PACK_OF, p->diag, out))
        return false;
    const char *how =
        wish->lang ? "show icons and figures alone"
                   : arena_printf(p->arena,
                                  "are in %s; --cover-lang takes another "
                                  "language",
                                  in_english(p, out->words.lang));
    if (out->lacking)
        diag_file(p->diag, DIAG_NOTE, NULL,
                  "languages/ has no words for packs in %s: their papers %s",
                  in_english(p, out->lang), how);
    return true;
}

static const AppealFile *case_file(const Appeal *appeal, const char *lang) {
    const char *const order[] = {lang, appeal->lang, ""};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        const AppealFile *f =
            appeal_file(appeal->cases, appeal->ncases, order[i]);
        if (f)
            return f;
    }
    return appeal->ncases ? &appeal->cases[0] : NULL;
}

/* A case sheet needs no header: its language is in its name. */
static bool load_case(PackPapers *p, Tongue *t) {
    const Appeal *appeal = p->opt.appeal;
    const AppealFile *file = case_file(appeal, t->read.lang);
    ReadLetter *read = ARENA_NEW(p->arena, ReadLetter);
    if (!file)
        return true;
    bool ok = letter_read(p->session, p->arena, file->path, p->diag, read);
    if (!read->letter)
        return false;
    Letter *own = ARENA_NEW(p->arena, Letter);
    *own = *read->letter;
    if (!own->fields[LETTER_LANG].raw.s)
        own->fields[LETTER_LANG].raw =
            text_literal(file->lang[0] ? file->lang : appeal->lang);
    read->letter = own;
    t->text = read;
    return ok;
}

static bool load_link(PackPapers *p, Tongue *t) {
    Text link = appeal_say(&p->opt.appeal->parts[APPEAL_REPORT], t->read.lang);
    return !link.s || qr_make(p->arena, link, p->diag, &t->qr);
}

/* NULL after an error. */
static const Tongue *tongue_of(PackPapers *p, const PaperWish *wish) {
    Arena *scratch = arena_new();
    const char *lang = paperlang_first(scratch, wish);
    size_t i = 0;
    while (i < p->tongues.n &&
           (strcmp(p->tongues.v[i]->origin, wish->origin) != 0 ||
            strcmp(p->tongues.v[i]->read.lang, lang) != 0))
        i++;
    arena_free(scratch);
    if (i < p->tongues.n)
        return p->tongues.v[i];
    Tongue *t = ARENA_NEW(p->arena, Tongue);
    memcpy(t->origin, wish->origin, sizeof t->origin);
    if (!load_words(p, wish, &t->read) || !load_case(p, t) || !load_link(p, t))
        return NULL;
    vec_push(p->arena, &p->tongues, t);
    return t;
}

static void add_langs(PackPapers *p, const AppealTexts *t) {
    for (size_t i = 0; i < t->n; i++)
        p->names[p->nnames++] = t->v[i].lang;
}

/* In which languages names stand in texts of others. */
static void find_names(PackPapers *p) {
    const Appeal *appeal = p->opt.appeal;
    size_t most = 1;
    for (size_t i = 0; i < appeal->npersons; i++)
        most += appeal->persons[i].names.n;
    p->names = ARENA_ARRAY(p->arena, const char *, most);
    p->names[p->nnames++] = appeal->lang;
    for (size_t i = 0; i < appeal->npersons; i++)
        add_langs(p, &appeal->persons[i].names);
}

static LeafSheet sheet_for(const PackPapers *p, const Tongue *t) {
    LeafSheet sheet = {.words = &t->read.words,
                       .lang = t->read.lang,
                       .langs = p->names,
                       .nlangs = p->nnames,
                       .foot = p->foot};
    bool letter = country_uses_letter_paper(t->origin);
    const char *paper = letter ? "letter" : "a4";
    paper_find(paper, strlen(paper), &sheet.w, &sheet.h);
    return sheet;
}

/* ---- pages of one pack ---- */

static const Tongue *tongue_of_sender(PackPapers *p, const Contact *from) {
    char origin[3];
    const char *given = p->opt.targets->origin;
    if (!origin_find(given[0] ? given : NULL, from, p->diag, origin))
        return NULL;
    return tongue_of(p, &(PaperWish){.lang = p->opt.lang,
                                     .from = p->opt.no_sender ? NULL : from,
                                     .origin = origin,
                                     .own = p->opt.appeal->lang});
}

static const char *sender_name(const PackPapers *p, const Contact *from,
                               Arena *a) {
    return p->opt.no_sender || !from ? NULL : contact_label(a, from);
}

/* Targets that can be reached by no letter. */
static size_t find_others(const PackPapers *p, Arena *a,
                          const AppealTarget ***out) {
    const Selection *s = &p->opt.targets->chosen;
    size_t n = 0;
    *out = ARENA_ARRAY(a, const AppealTarget *, s->n);
    for (size_t i = 0; i < s->n; i++) {
        const AppealTarget *t = &p->opt.appeal->targets[s->at[i]];
        if (!contact_has_place(t->contact))
            (*out)[n++] = t;
    }
    return n;
}

static bool draw_cover(PackPapers *p, size_t i, Arena *a, DisplayTags *tags,
                       DisplayPages *out) {
    MailingPack pack = mailing_pack(p->mailing, i);
    const PackPapersOptions *o = &p->opt;
    CoverTarget *targets = ARENA_ARRAY(a, CoverTarget, pack.n);
    const Contact *from = mailing_sender(p->mailing, i, a);
    for (size_t k = 0; k < pack.n; k++) {
        MailingItem item;
        mailing_get(p->mailing, pack.first + k, a, &item);
        targets[k] = (CoverTarget){
            &o->appeal->targets[item.to_at],
            o->targets->policies[item.to_at] == RETURN_NONE || o->no_sender};
    }
    const AppealTarget **others;
    size_t nothers = find_others(p, a, &others);
    const Tongue *t = tongue_of_sender(p, from);
    if (!t)
        return false;
    CoverInput in = {.appeal = o->appeal,
                     .sheet = sheet_for(p, t),
                     .number = pack.number,
                     .packs = mailing_last(p->mailing),
                     .targets = targets,
                     .ntargets = pack.n,
                     .others = others,
                     .nothers = nothers,
                     .letter_langs = p->langs,
                     .nletter_langs = o->nletters,
                     .sender = sender_name(p, from, a),
                     .letters = o->written ? pack.n * o->nletters : 0,
                     .envelopes = o->envelopes ? pack.n : 0,
                     .slips = o->slips ? pack.n : 0,
                     .labels = o->labels ? pack.n : 0,
                     .folded = o->folded,
                     .cut = o->cut,
                     .early = o->time == APPEAL_EARLY,
                     .qr = t->qr.size ? &t->qr : NULL};
    cover_draw(a, p->session->fonts, &in, tags, p->diag, out);
    return true;
}

static bool draw_case(PackPapers *p, size_t i, Arena *a, DisplayTags *tags,
                      DisplayPages *out) {
    const Tongue *t = tongue_of_sender(p, mailing_sender(p->mailing, i, a));
    if (!t)
        return false;
    CaseInput in = {.appeal = p->opt.appeal,
                    .sheet = sheet_for(p, t),
                    .hyphenator = p->session->hyphenator,
                    .qr = t->qr.size ? &t->qr : NULL};
    if (t->text) {
        in.text = t->text->letter;
        in.pictures = t->text->pictures.v;
        in.npictures = t->text->pictures.n;
    }
    casesheet_draw(a, p->session->fonts, &in, tags, p->diag, out);
    return true;
}

/* ---- pages of the run ---- */

/* Those whom somebody of the whole run writes to: what it has once is the same
 * in each slice. */
static const AppealTarget *const *written(PackPapers *p, Arena *a, size_t *n) {
    const Selection *s = &p->opt.targets->chosen;
    const AppealTarget **v = ARENA_ARRAY(a, const AppealTarget *, s->n);
    if (!p->written)
        p->written = mailing_written(p->mailing, true, p->arena);
    *n = 0;
    for (size_t i = 0; i < s->n; i++)
        if (p->written[s->at[i]])
            v[(*n)++] = &p->opt.appeal->targets[s->at[i]];
    return v;
}

/* The same words, texts and paper. */
static bool reads_the_same(const Appeal *a, const Tongue *x, const Tongue *y) {
    bool same = strcmp(x->read.words.lang, y->read.words.lang) == 0 &&
                country_uses_letter_paper(x->origin) ==
                    country_uses_letter_paper(y->origin);
    for (int i = 0; i < APPEAL_PARTS; i++)
        same = same && appeal_text(&a->parts[i], x->read.lang) ==
                           appeal_text(&a->parts[i], y->read.lang);
    return same;
}

/* Each language that papers of the whole run are in, and each paper. */
static void find_readers(PackPapers *p) {
    Arena *scratch = arena_new();
    for (uint32_t i = 1; i <= mailing_last(p->mailing); i++) {
        size_t k = 0;
        arena_reset(scratch);
        const Tongue *t =
            tongue_of_sender(p, mailing_sender_of(p->mailing, i, scratch));
        while (t && k < p->readers.n &&
               !reads_the_same(p->opt.appeal, p->readers.v[k], t))
            k++;
        if (t && k == p->readers.n)
            vec_push(p->arena, &p->readers, t);
    }
    arena_free(scratch);
}

static bool draw_once(PackPapers *p, PackPaper which, size_t i, Arena *a,
                      DisplayTags *tags, DisplayPages *out) {
    const Tongue *t = i < p->readers.n ? p->readers.v[i] : NULL;
    if (!t)
        return false; /* told when its words or its case were read */
    Fontset *fs = p->session->fonts;
    CardsInput cards = {p->opt.appeal, sheet_for(p, t)};
    SignInput in = {.appeal = p->opt.appeal,
                    .sheet = cards.sheet,
                    .letter_langs = p->langs,
                    .nletter_langs = p->opt.nletters,
                    .qr = t->qr.size ? &t->qr : NULL};
    in.targets = written(p, a, &in.ntargets);
    if (which == PAPER_TALLY)
        tally_draw(a, fs, &in, tags, p->diag, out);
    else if (which == PAPER_PETITION)
        petition_draw(a, fs, &in, tags, p->diag, out);
    else if (which == PAPER_SIGNUP)
        signup_draw(a, fs, &in, tags, p->diag, out);
    else
        cards_draw(a, fs, &cards, tags, p->diag, out);
    return true;
}

/* ---- the sources ---- */

static bool draw(PageSource *self, size_t i, Arena *a, DisplayTags *tags,
                 DisplayPages *out) {
    PaperSource *s = (PaperSource *)self;
    size_t errors = diag_count(s->papers->diag, DIAG_ERROR);
    bool ok = s->which == PAPER_COVER ? draw_cover(s->papers, i, a, tags, out)
              : s->which == PAPER_CASE
                  ? draw_case(s->papers, i, a, tags, out)
                  : draw_once(s->papers, s->which, i, a, tags, out);
    return ok && diag_count(s->papers->diag, DIAG_ERROR) == errors;
}

static size_t number(const PageSource *self, size_t i) {
    return mailing_pack(((const PaperSource *)self)->papers->mailing, i).number;
}

PageSource *packpapers_source(PackPapers *p, PackPaper which) {
    PaperSource *s = &p->sources[which];
    bool each = which == PAPER_COVER || which == PAPER_CASE;
    if (!each && p->readers.n == 0)
        find_readers(p);
    /* Cards have no words but names. */
    size_t once = which == PAPER_CARDS || p->readers.n == 0 ? 1 : p->readers.n;
    *s = (PaperSource){.source = {.n = each ? mailing_packs(p->mailing) : once,
                                  .draw = draw,
                                  .number = each ? number : NULL,
                                  .duplex = which == PAPER_CARDS},
                       .papers = p,
                       .which = which};
    return &s->source;
}

PackPapers *packpapers_open(Arena *a, Session *s, const PackPapersOptions *opt,
                            const Mailing *m, Diag *diag) {
    PackPapers *p = ARENA_NEW(a, PackPapers);
    p->arena = a;
    p->session = s;
    p->opt = *opt;
    p->mailing = m;
    p->diag = diag;
    p->langs = ARENA_ARRAY(a, const char *, opt->nletters);
    for (size_t i = 0; i < opt->nletters; i++)
        p->langs[i] = opt->letters[i].lang;
    Text reference = opt->appeal->reference;
    if (reference.n)
        p->foot = arena_strndup(a, reference.s, reference.n);
    find_names(p);
    return p;
}
