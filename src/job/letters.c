#include "job/letters.h"

#include "base/fs.h"
#include "input/layoutfile.h"
#include "job/delivery.h"
#include "job/origin.h"
#include "job/outside.h"
#include "job/returnaddress.h"
#include "model/country.h"
#include "page/letterhead.h"
#include "page/letterpage.h"
#include "page/letterplan.h"

#include <string.h>

/* The letters of one mailing among all. */
typedef struct LetterRun {
    const ReadLetter *letters;
    size_t nletters;
    bool pen;
    const Mailing *mailing;
    size_t first, n; /* items of the source */
} LetterRun;

/* One letter to be. */
typedef struct LetterPair {
    const LetterRun *run;
    const ReadLetter *read;
    size_t item; /* of the source */
    size_t from_at, to_at;
    const Contact *from, *to; /* NULL: none */
    const Contact *posts;     /* the sender, even if nothing of him is shown */
    ReturnPolicy policy;      /* what of him stands outside */
    bool no_address;          /* of the sender, inside */
} LetterPair;

/* Letters that differ in one contact only: see page/letterplan.h. */
typedef struct LetterGroup {
    const ReadLetter *read;
    size_t kept; /* the record that does not change, of its list */
    const Layout *layout;
    char origin[3];
    bool abroad, no_address;
    LetterPlan *plan;
    const AddressFit *recipient; /* where the addressee does not change */
    const AddressBlock *sender;  /* where the sender does not */
} LetterGroup;

typedef struct FoundLayout {
    const char *name;
    const Layout *layout; /* NULL: an error that has been told */
} FoundLayout;

/* The envelopes that sheets of a layout become, for one origin. */
typedef struct FoundOutside {
    const LetterRun *run; /* whose addressees they have settings of */
    const Layout *of;
    char origin[3];
    bool ok; /* else there was an error, which has been told */
    Faces faces;
} FoundOutside;

/* Groups that are kept; letters of further ones are drawn one by one. */
#define GROUPS_MOST 64

typedef struct LettersProof {
    ProofSource source;
    struct Letters *letters;
} LettersProof;

/* Memory is that of one letter, however many there are. */
typedef struct Letters {
    PageSource source;
    LettersProof proof;
    Session *session;
    Arena *arena;
    Arena *scratch; /* of the letter being set; borrowed */
    Arena *grouped; /* the groups and what they keep */
    LettersOptions opt;
    Diag *diag;
    VEC(FoundLayout) layouts;
    VEC(FoundOutside *) outsides;
    ReturnGroups returns; /* of those */
    VEC(LetterRun *) runs;
    VEC(LetterGroup) groups;
    size_t group;        /* that was used last */
    AddressSetting like; /* of the last recipient */
} Letters;

/* ---- one letter ---- */

static const LetterRun *run_of(const Letters *l, size_t i) {
    size_t k = 0;
    while (i >= l->runs.v[k]->first + l->runs.v[k]->n)
        k++;
    return l->runs.v[k];
}

/* Letter `i`, its records in the scratch arena or kept. */
static LetterPair find_pair(const Letters *l, size_t i) {
    const LetterRun *run = run_of(l, i);
    size_t at = i - run->first;
    MailingItem item;
    mailing_get(run->mailing, at / run->nletters, l->scratch, &item);
    return (LetterPair){
        .run = run,
        .read = &run->letters[at % run->nletters],
        .item = i,
        .from_at = item.from_at,
        .to_at = item.to_at,
        .from = l->opt.no_sender ? NULL : item.from,
        .to = item.to,
        .posts = item.from,
        .policy =
            return_policy(l->opt.policies, item.to_at, l->opt.outside_return),
        .no_address = l->opt.policies && item.to &&
                      l->opt.policies[item.to_at] == RETURN_NONE};
}

/* `on:` may name a file beside the letter. */
static const char *layout_name(Letters *l, const Letter *letter,
                               const char *origin, Span *where) {
    Text on = letter->fields[LETTER_ON].raw;
    *where = (Span){0};
    if (l->opt.layout)
        return l->opt.layout;
    if (!on.s)
        return !country_uses_letter_paper(origin) ? "din5008-b"
               : l->opt.no_window                 ? "us-letter-plain"
                                                  : "us-letter";
    const char *name = arena_strndup(l->scratch, on.s, on.n);
    *where = on.span;
    return layoutfile_is_path(name)
               ? fs_beside(l->scratch, letter->source->name, name)
               : name;
}

static const Layout *find_layout(Letters *l, const Letter *letter,
                                 const char *origin) {
    Span where;
    const char *name = layout_name(l, letter, origin, &where);
    for (size_t i = 0; i < l->layouts.n; i++)
        if (strcmp(l->layouts.v[i].name, name) == 0)
            return l->layouts.v[i].layout;
    FoundLayout found = {.name = arena_strdup(l->arena, name)};
    found.layout = layoutfile_load(l->arena, l->session->data_dir,
                                   LAYOUT_LETTER, found.name, where, l->diag);
    if (found.layout && !found.layout->u.letter.outside.s &&
        l->opt.outside_return != RETURN_FULL && !l->opt.for_envelopes)
        diag_file(l->diag, DIAG_USAGE, NULL,
                  "--return is for a letter that becomes its own envelope, "
                  "such as --on fold-a4; the letter %s shows its sender "
                  "inside",
                  found.name);
    vec_push(l->arena, &l->layouts, found);
    return found.layout;
}

static bool set_recipient(Letters *l, Arena *a, const Layout *layout,
                          const Letter *letter, const char *origin,
                          const Contact *to, AddressFit *out) {
    LayoutBox box = layout_recipient_text(layout);
    box.h += letterhead_spare(layout, letter);
    DeliveryOptions opt = {.origin = origin,
                           .script = ADDRESS_BOTH,
                           .fit = {.w = box.w,
                                   .h = box.h,
                                   .max_size = LEN_OF_PT(10.5),
                                   .family = FONT_SANS},
                           .what = arena_printf(l->scratch,
                                                "address field of letter %s",
                                                layout->name)};
    return delivery_set(a, l->session->fonts, to, &opt, &l->like, l->diag, out,
                        &l->like);
}

/* The sender's country is not the addressee's. */
static bool is_abroad(const LetterPair *pair) {
    return pair->from && pair->to &&
           strcmp(pair->to->country, pair->from->country) != 0;
}

/* A window or an outside without an addressee is a letter that goes nowhere. */
static bool check_recipient(Letters *l, const Layout *layout,
                            const Letter *letter, const Contact *to) {
    const LetterLayout *g = &layout->u.letter;
    if (to || (!g->window.span.src && !g->outside.s))
        return true;
    Span where = {letter->source, 0, 0};
    diag_at(l->diag, DIAG_ERROR, where,
            "the layout %s has %s but the letter has no addressee; give "
            "--to FILE or \"to:\" in its header",
            layout->name,
            g->outside.s ? "an envelope on its back" : "a window");
    return false;
}

/* ---- the back as an envelope ---- */

static FoundOutside *find_outside(Letters *l, const LetterPair *pair,
                                  const Layout *layout, const char *origin) {
    for (size_t i = 0; i < l->outsides.n; i++) {
        FoundOutside *o = l->outsides.v[i];
        if (o->run == pair->run && o->of == layout &&
            strcmp(o->origin, origin) == 0)
            return o;
    }
    FoundOutside *o = ARENA_NEW(l->arena, FoundOutside);
    *o = (FoundOutside){.run = pair->run, .of = layout};
    memcpy(o->origin, origin, sizeof o->origin);
    vec_push(l->arena, &l->outsides, o);
    FacesOptions options = {
        .layout = outside_layout(l->session, l->arena, layout, origin, l->diag),
        .mailing = pair->run->mailing,
        .origin = o->origin};
    o->ok = options.layout != NULL;
    if (o->ok)
        faces_open(l->arena, l->session, &options, l->diag, &o->faces);
    return o;
}

/* The envelope of one letter. Its address is numbered behind those inside of
 * the letters. */
static bool outside_item(Letters *l, const LetterPair *pair, FaceItem *out) {
    ReturnPolicy policy = pair->policy;
    *out = (FaceItem){.to = pair->to,
                      .to_at = pair->to_at,
                      .sender_at = return_number(pair->from_at, policy),
                      .pen = pair->run->pen && !pair->posts &&
                             !l->opt.no_sender && policy != RETURN_NONE,
                      .address = l->source.n + pair->item};
    return !pair->from ||
           return_choose(l->scratch, &l->returns, pair->from, policy,
                         l->opt.group, &l->session->lists, l->diag,
                         &out->sender);
}

/* The page behind the letter's one page. */
static bool add_outside(Letters *l, const LetterPair *pair,
                        const Layout *layout, const char *origin,
                        DisplayTags *tags, DisplayPages *out) {
    FoundOutside *o = find_outside(l, pair, layout, origin);
    FaceItem item;
    DisplayPage back;
    JobOutput dump = {.dump = l->opt.dump, .text = l->opt.text};
    if (!outside_item(l, pair, &item) || !o->ok)
        return false;
    if (dump.dump && dump.dump != DUMP_DISPLAY &&
        !faces_dump(&o->faces, &item, &dump))
        return false;
    bool ok = outside_draw(&o->faces, &item, l->scratch, tags, &back);
    vec_push(l->scratch, out, back);
    return ok;
}

/* ---- letters of one group ---- */

static bool same_group(const LetterGroup *g, const LetterGroup *other) {
    return g->read == other->read && g->kept == other->kept &&
           g->layout == other->layout && g->abroad == other->abroad &&
           g->no_address == other->no_address &&
           memcmp(g->origin, other->origin, sizeof g->origin) == 0;
}

/* The group of a letter; NULL: it is drawn alone. */
static LetterGroup *find_group(Letters *l, const LetterPair *pair,
                               const Layout *layout, const char *origin) {
    unsigned varies = mailing_varies(pair->run->mailing);
    LetterGroup wanted = {.read = pair->read,
                          .kept = varies == LETTER_OF_FROM ? pair->to_at
                                                           : pair->from_at,
                          .layout = layout,
                          .abroad = is_abroad(pair),
                          .no_address = pair->no_address};
    memcpy(wanted.origin, origin, sizeof wanted.origin);
    if (!varies || l->opt.dump)
        return NULL;
    for (size_t i = 0; i < l->groups.n; i++) {
        l->group = (l->group + (i > 0)) % l->groups.n;
        if (same_group(&l->groups.v[l->group], &wanted))
            return &l->groups.v[l->group];
    }
    if (l->groups.n == GROUPS_MOST)
        return NULL;
    wanted.plan = letterplan_new();
    vec_push(l->grouped, &l->groups, wanted);
    l->group = l->groups.n - 1;
    return &l->groups.v[l->group];
}

static void forget_groups(PageSource *self) {
    Letters *l = (Letters *)self;
    for (size_t i = 0; i < l->groups.n; i++)
        letterplan_free(l->groups.v[i].plan);
    memset(&l->groups, 0, sizeof l->groups);
    l->group = 0;
    arena_reset(l->grouped);
}

/* The addressee in the letter's window; of a group that writes to one, set
 * once. */
static bool find_recipient(Letters *l, const LetterPair *pair,
                           LetterGroup *group, const Layout *layout,
                           const char *origin, const AddressFit **out) {
    const Letter *letter = pair->read->letter;
    bool keep = group && mailing_varies(pair->run->mailing) == LETTER_OF_FROM;
    *out = keep ? group->recipient : NULL;
    if (*out || !pair->to || !layout->u.letter.recipient.span.src)
        return true;
    Arena *a = keep ? l->grouped : l->scratch;
    AddressFit *fit = ARENA_NEW(a, AddressFit);
    if (!set_recipient(l, a, layout, letter, origin, pair->to, fit))
        return false;
    fit->mark = (DisplayMarks){.wanted = true, .address = pair->item};
    *out = fit;
    if (keep)
        group->recipient = fit;
    return true;
}

/* The sender's address; of a group that one sends, made once. */
static bool find_sender(Letters *l, const LetterPair *pair, LetterGroup *group,
                        const AddressBlock **out) {
    bool keep = group && mailing_varies(pair->run->mailing) == LETTER_OF_TO;
    *out = keep ? group->sender : NULL;
    if (*out || !pair->from || pair->no_address)
        return true;
    Arena *a = keep ? l->grouped : l->scratch;
    AddressBlock *block = ARENA_NEW(a, AddressBlock);
    Span before = diag_about(l->diag, pair->from->span);
    bool ok = address_return(a, pair->from, is_abroad(pair), l->diag, block);
    diag_about(l->diag, before);
    if (!ok)
        return false;
    *out = block;
    if (keep)
        group->sender = block;
    return true;
}

/* Set one letter, in the scratch arena. */
static bool set_letter(Letters *l, const LetterPair *pair, DisplayTags *tags,
                       DisplayPages *out) {
    const ReadLetter *read = pair->read;
    const Letter *letter = read->letter;
    const Contact *from = pair->from, *to = pair->to;
    char origin[3];
    if (!origin_find(l->opt.origin, pair->posts, l->diag, origin))
        return false;
    const Layout *layout = find_layout(l, letter, origin);
    if (!layout || !check_recipient(l, layout, letter, to))
        return false;
    LetterGroup *group = find_group(l, pair, layout, origin);
    LetterSheet sheet = {.layout = layout,
                         .in = {.letter = letter,
                                .from = from,
                                .to = to,
                                .pen_sender = pair->run->pen && !pair->posts &&
                                              !pair->no_address,
                                .words = &read->words,
                                .hyphenator = l->session->hyphenator,
                                .pictures = read->pictures.v,
                                .npictures = read->pictures.n,
                                .varies = mailing_varies(pair->run->mailing),
                                .plan = group ? group->plan : NULL},
                         .dump = l->opt.dump,
                         .dump_text = l->opt.text};
    bool ok = find_recipient(l, pair, group, layout, origin, &sheet.recipient);
    ok = find_sender(l, pair, group, &sheet.sender) && ok;
    /* What is wrong in the body is told even if an address is wrong. */
    ok = letter_pages(l->scratch, l->session->fonts, &sheet, tags, l->diag,
                      out) &&
         ok;
    if (layout->u.letter.outside.s)
        ok = add_outside(l, pair, layout, origin, tags, out) && ok;
    return ok;
}

static bool draw_letter(PageSource *self, size_t i, Arena *scratch,
                        DisplayTags *tags, DisplayPages *out) {
    Letters *l = (Letters *)self;
    l->scratch = scratch;
    LetterPair pair = find_pair(l, i);
    /* What is about neither record alone is held against the one that changes.
     */
    const Contact *about =
        !pair.to || mailing_varies(pair.run->mailing) == LETTER_OF_FROM
            ? pair.posts
            : pair.to;
    Span before = diag_about(l->diag, about ? about->span : (Span){0});
    bool ok = set_letter(l, &pair, tags, out);
    diag_about(l->diag, before);
    return ok;
}

static size_t number(const PageSource *self, size_t i) {
    const LetterRun *run = run_of((const Letters *)self, i);
    return mailing_number(run->mailing, (i - run->first) / run->nletters);
}

/* ---- the proof ---- */

typedef struct LetterProof {
    ProofSource source;
    Letters *letters;
} LetterProof;

/* The addressee of letter `i`, inside of it. */
static void prove_inside(Letters *l, const LetterPair *pair,
                         const Layout *layout, const char *origin,
                         ProofAddress *out) {
    const LayoutBox *field = &layout->u.letter.recipient;
    set_recipient(l, l->scratch, layout, pair->read->letter, origin, pair->to,
                  &out->fit);
    Len y = letterhead_recipient_top(layout, &out->fit) - field->y;
    out->contact = pair->to;
    out->frame_w = field->w;
    out->frame_h = field->h;
    out->x = layout_recipient_text(layout).x - field->x;
    out->y = y > 0 ? y : 0; /* it may begin in the remark's room */
}

static void prove(const ProofSource *self, size_t i, Arena *a,
                  ProofAddress *out) {
    Letters *l = ((const LettersProof *)self)->letters;
    char origin[3];
    l->scratch = a;
    LetterPair pair = find_pair(l, i % l->source.n);
    origin_find(l->opt.origin, pair.posts, l->diag, origin);
    const Layout *layout = find_layout(l, pair.read->letter, origin);
    if (i < l->source.n) {
        prove_inside(l, &pair, layout, origin, out);
        return;
    }
    FoundOutside *o = find_outside(l, &pair, layout, origin);
    FaceItem item;
    if (outside_item(l, &pair, &item) && o->ok)
        faces_prove(&o->faces, &item, a, out);
}

/* By the country of the first letter, as layouts are. */
static bool on_letter_paper(Letters *l) {
    char origin[3] = "";
    l->scratch = l->arena;
    origin_find(l->opt.origin, find_pair(l, 0).posts, l->diag, origin);
    return country_uses_letter_paper(origin);
}

/* ---- all of them ---- */

PageSource *letters_open(Session *session, const LettersOptions *opt,
                         const Mailing *m, Diag *diag) {
    if (!return_uses_group(opt->policies, mailing_records(m),
                           opt->outside_return, opt->group, diag))
        return NULL;
    Arena *a = arena_new();
    Letters *l = ARENA_NEW(a, Letters);
    *l = (Letters){.source = {.draw = draw_letter,
                              .number = number,
                              .lang = opt->letters[0].lang,
                              .duplex_if_backs = true,
                              .begin = forget_groups},
                   .session = session,
                   .arena = a,
                   .grouped = arena_new(),
                   .opt = *opt,
                   .returns = {.arena = a},
                   .diag = diag};
    letters_add(&l->source, opt, m);
    l->proof = (LettersProof){.source = {.set = prove,
                                         .fonts = session->fonts,
                                         .letter_paper = on_letter_paper(l)},
                              .letters = l};
    l->proof.source.n = 2 * l->source.n; /* inside and outside */
    l->source.proof = &l->proof.source;
    return &l->source;
}

void letters_add(PageSource *self, const LettersOptions *opt,
                 const Mailing *m) {
    Letters *l = (Letters *)self;
    LetterRun *run = ARENA_NEW(l->arena, LetterRun);
    *run = (LetterRun){.letters = opt->letters,
                       .nletters = opt->nletters,
                       .pen = opt->pen,
                       .mailing = m,
                       .first = l->source.n,
                       .n = mailing_count(m) * opt->nletters};
    vec_push(l->arena, &l->runs, run);
    l->source.n += run->n;
    l->proof.source.n = 2 * l->source.n;
}

const Layout *letters_layout(PageSource *self, size_t i, Arena *scratch) {
    Letters *l = (Letters *)self;
    char origin[3];
    l->scratch = scratch;
    LetterPair pair = find_pair(l, i);
    return origin_find(l->opt.origin, pair.posts, l->diag, origin)
               ? find_layout(l, pair.read->letter, origin)
               : NULL;
}

void letters_close(PageSource *self) {
    Letters *l = (Letters *)self;
    if (!l)
        return;
    forget_groups(self);
    arena_free(l->grouped);
    arena_free(l->arena);
}
