#include "job/letter.h"

#include "base/fs.h"
#include "input/image.h"
#include "input/layoutfile.h"
#include "input/letterfile.h"
#include "input/wordsfile.h"
#include "job/origin.h"
#include "job/outside.h"
#include "job/print.h"
#include "job/records.h"
#include "model/country.h"
#include "page/letterhead.h"
#include "page/letterpage.h"
#include "page/letterplan.h"

#include <string.h>

/* One letter file with what it names. */
typedef struct LetterFile {
    const Letter *letter;
    Words words;
    VEC(LetterPicture) pictures;
    bool pen_sender;
    ContactList to, from;
    const Contact **kept_to, **kept_from; /* of the list that does not vary:
                                             letters that share refer to it */
    unsigned varies; /* LetterSide of the longer list; 0: few letters */
    size_t first, n; /* its letters among all: every sender with every
                        addressee */
} LetterFile;

/* One letter to be: each sender of a file with each addressee. */
typedef struct LetterPair {
    const LetterFile *file;
    size_t from_at, to_at;    /* in their lists */
    const Contact *from, *to; /* NULL: none */
} LetterPair;

/* Letters that differ in one contact only: see page/letterplan.h. */
typedef struct LetterGroup {
    const LetterFile *file;
    size_t kept; /* the record that does not change, of its list */
    const Layout *layout;
    char origin[3];
    bool abroad;
    LetterPlan *plan;
    const AddressFit *recipient; /* where the addressee does not change */
    const AddressBlock *sender;  /* where the sender does not */
} LetterGroup;

typedef struct FoundLayout {
    const char *name;
    const Layout *layout; /* NULL: an error that has been told */
} FoundLayout;

/* The envelope that sheets of a layout become, for one origin. */
typedef struct FoundOutside {
    const Layout *of, *placed; /* NULL: an error that has been told */
    char origin[3];
} FoundOutside;

/* So many letters of one kind are worth a group: their pages are drawn as
 * forms, which readers that follow the tags see as one paragraph each. */
#define GROUP_LEAST 8
/* Groups that are kept; letters of further ones are drawn one by one. */
#define GROUPS_MOST 64

/* Memory is that of one letter, however many there are. */
typedef struct Letters {
    PageSource source;
    Session *session;
    Arena *arena;
    Arena *scratch; /* of the letter being set; borrowed */
    const LetterJob *job;
    Diag *diag;
    VEC(FoundLayout) layouts;
    FoundOutside outside; /* that was used last */
    VEC(LetterFile *) files;
    VEC(LetterGroup) groups;
    size_t group; /* that was used last */
} Letters;

/* "from: blank": the sender writes himself in. */
static bool wants_pen(const Letters *l, const Letter *letter) {
    Text t = letter->fields[LETTER_FROM].raw;
    return l->job->from ? strcmp(l->job->from, "blank") == 0
                        : t.s && text_equal(t, "blank");
}

/* Pictures come from the letter's own folder or one below it, nothing else:
 * a letter that somebody sent must not reach into the reader's files. */
static bool load_picture(Letters *l, LetterFile *file, const char *path,
                         Text name) {
    LetterPicture p = {.file = name};
    const char *rel = arena_strndup(l->arena, name.s, name.n);
    const char *full = fs_beside(l->arena, path, rel);
    if (strstr(rel, "://") || !fs_below(fs_beside(l->arena, path, "."), full)) {
        diag_at(l->diag, DIAG_ERROR, name.span,
                "\"%s\" is not in the letter's own folder; copy the picture "
                "there",
                rel);
        return false;
    }
    bool ok = image_load(l->arena, full, name.span, l->diag, &p.image);
    if (ok)
        vec_push(l->arena, &file->pictures, p);
    return ok;
}

static bool load_figures(Letters *l, LetterFile *file, const char *path,
                         const Blocks *blocks) {
    bool ok = true;
    for (size_t i = 0; i < blocks->n; i++) {
        const Block *b = &blocks->v[i];
        if (b->kind == BLOCK_FIGURE)
            ok = load_picture(l, file, path, b->image) && ok;
        ok = load_figures(l, file, path, &b->children) && ok;
    }
    return ok;
}

static bool load_pictures(Letters *l, LetterFile *file, const char *path) {
    const Letter *letter = file->letter;
    bool ok = load_figures(l, file, path, &letter->body);
    Text named[] = {letter->letterhead.logo.file, letter->signature_image.file};
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (named[i].s)
            ok = load_picture(l, file, path, named[i]) && ok;
    return ok;
}

/* The records that the option or the letter's header names; none is fine. */
static bool find_records(Letters *l, const Letter *letter, LetterField field,
                         const char *option, const char *path,
                         ContactList *out) {
    *out = (ContactList){0};
    if (option)
        return recordlist_load(l->arena, &l->session->lists, option, (Span){0},
                               l->diag, out);
    Text t = letter->fields[field].raw;
    if (!t.s)
        return true;
    const char *spec =
        fs_beside(l->arena, path, arena_strndup(l->arena, t.s, t.n));
    return recordlist_load(l->arena, &l->session->lists, spec, t.span, l->diag,
                           out);
}

/* `on:` may name a file beside the letter. */
static const char *layout_name(Letters *l, const Letter *letter,
                               const char *origin, Span *where) {
    Text on = letter->fields[LETTER_ON].raw;
    *where = (Span){0};
    if (l->job->layout)
        return l->job->layout;
    if (!on.s)
        return country_uses_letter_paper(origin) ? "us-letter" : "din5008-b";
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
                                                layout->name),
                           .else_try = ""};
    return delivery_set(a, l->session->fonts, to, &opt, l->diag, out);
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

static const Layout *find_outside(Letters *l, const Layout *layout,
                                  const char *origin) {
    FoundOutside *last = &l->outside;
    if (last->of != layout || strcmp(last->origin, origin) != 0) {
        last->of = layout;
        memcpy(last->origin, origin, sizeof last->origin);
        last->placed =
            outside_layout(l->session, l->arena, layout, origin, l->diag);
    }
    return last->placed;
}

static size_t pair_number(const LetterPair *p) {
    size_t to = p->file->to.n ? p->file->to.n : 1;
    return p->file->first + p->from_at * to + p->to_at;
}

/* The envelope of one letter, in the scratch arena. Its address is numbered
 * behind those inside of the letters. */
static bool find_faces(Letters *l, const LetterPair *pair, const Layout *layout,
                       const char *origin, Faces *out) {
    Contact *one = ARENA_NEW(l->scratch, Contact);
    Contacts *to = ARENA_NEW(l->scratch, Contacts);
    FacesOptions options = {.layout = find_outside(l, layout, origin),
                            .to = to,
                            .sender = pair->from,
                            .origin = arena_strdup(l->scratch, origin),
                            .first = l->source.n + pair_number(pair)};
    *one = *pair->to;
    *to = (Contacts){one, 1};
    return options.layout &&
           faces_find(l->scratch, l->session, &options, l->diag, out);
}

/* The page behind the letter's one page. */
static bool add_outside(Letters *l, const LetterPair *pair,
                        const Layout *layout, const char *origin,
                        DisplayTags *tags, DisplayPages *out) {
    Faces faces;
    DisplayPage back;
    if (!find_faces(l, pair, layout, origin, &faces))
        return false;
    if (l->job->out.dump && l->job->out.dump != DUMP_DISPLAY)
        faces_dump(&faces, &l->job->out);
    if (!outside_draw(&faces, 0, l->scratch, tags, &back))
        return false;
    vec_push(l->scratch, out, back);
    return true;
}

/* ---- letters of one group ---- */

static bool same_group(const LetterGroup *g, const LetterGroup *other) {
    return g->file == other->file && g->kept == other->kept &&
           g->layout == other->layout && g->abroad == other->abroad &&
           memcmp(g->origin, other->origin, sizeof g->origin) == 0;
}

/* The group of a letter; NULL: it is drawn alone. */
static LetterGroup *find_group(Letters *l, const LetterPair *pair,
                               const Layout *layout, const char *origin) {
    LetterGroup wanted = {.file = pair->file,
                          .kept = pair->file->varies == LETTER_OF_FROM
                                      ? pair->to_at
                                      : pair->from_at,
                          .layout = layout,
                          .abroad = is_abroad(pair)};
    memcpy(wanted.origin, origin, sizeof wanted.origin);
    if (!pair->file->varies || l->job->out.dump)
        return NULL;
    for (size_t i = 0; i < l->groups.n; i++) {
        l->group = (l->group + (i > 0)) % l->groups.n;
        if (same_group(&l->groups.v[l->group], &wanted))
            return &l->groups.v[l->group];
    }
    if (l->groups.n == GROUPS_MOST)
        return NULL;
    wanted.plan = letterplan_new();
    vec_push(l->arena, &l->groups, wanted);
    l->group = l->groups.n - 1;
    return &l->groups.v[l->group];
}

static void forget_groups(PageSource *self) {
    Letters *l = (Letters *)self;
    for (size_t i = 0; i < l->groups.n; i++)
        letterplan_free(l->groups.v[i].plan);
    l->groups.n = l->group = 0;
}

/* The addressee in the letter's window; of a group that writes to one, set
 * once. */
static bool find_recipient(Letters *l, const LetterPair *pair,
                           LetterGroup *group, const Layout *layout,
                           const char *origin, const AddressFit **out) {
    const Letter *letter = pair->file->letter;
    bool keep = group && pair->file->varies == LETTER_OF_FROM;
    *out = keep ? group->recipient : NULL;
    if (*out || !pair->to || !layout->u.letter.recipient.span.src)
        return true;
    Arena *a = keep ? l->arena : l->scratch;
    AddressFit *fit = ARENA_NEW(a, AddressFit);
    if (!set_recipient(l, a, layout, letter, origin, pair->to, fit))
        return false;
    fit->mark = (DisplayMarks){.wanted = true, .address = pair_number(pair)};
    *out = fit;
    if (keep)
        group->recipient = fit;
    return true;
}

/* The sender's address; of a group that one sends, made once. */
static bool find_sender(Letters *l, const LetterPair *pair, LetterGroup *group,
                        const AddressBlock **out) {
    bool keep = group && pair->file->varies == LETTER_OF_TO;
    *out = keep ? group->sender : NULL;
    if (*out || !pair->from)
        return true;
    Arena *a = keep ? l->arena : l->scratch;
    AddressBlock *block = ARENA_NEW(a, AddressBlock);
    if (!address_return(a, pair->from, is_abroad(pair), l->diag, block))
        return false;
    *out = block;
    if (keep)
        group->sender = block;
    return true;
}

/* Set one letter, in the scratch arena. */
static bool set_letter(Letters *l, const LetterPair *pair, DisplayTags *tags,
                       DisplayPages *out) {
    const LetterFile *file = pair->file;
    const Letter *letter = file->letter;
    const Contact *from = pair->from, *to = pair->to;
    char origin[3];
    if (!origin_find(l->job->origin, from, l->diag, origin))
        return false;
    const Layout *layout = find_layout(l, letter, origin);
    if (!layout || !check_recipient(l, layout, letter, to))
        return false;
    LetterGroup *group = find_group(l, pair, layout, origin);
    LetterSheet sheet = {.layout = layout,
                         .in = {.letter = letter,
                                .from = from,
                                .to = to,
                                .pen_sender = file->pen_sender,
                                .words = &file->words,
                                .hyphenator = l->session->hyphenator,
                                .pictures = file->pictures.v,
                                .npictures = file->pictures.n,
                                .varies = file->varies,
                                .plan = group ? group->plan : NULL},
                         .dump = l->job->out.dump,
                         .dump_text = l->job->out.text};
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

/* Every sender times every addressee, a missing one counting as one. */
static bool load_file(Letters *l, const char *path) {
    LetterFile *file = ARENA_NEW(l->arena, LetterFile);
    Letter *letter = ARENA_NEW(l->arena, Letter);
    if (!letterfile_load(l->arena, path, l->diag, letter))
        return false;
    file->letter = letter;
    file->pen_sender = wants_pen(l, letter);
    vec_push(l->arena, &l->files, file);
    bool ok = find_records(l, letter, LETTER_TO, l->job->to, path, &file->to);
    if (!file->pen_sender)
        ok = find_records(l, letter, LETTER_FROM, l->job->from, path,
                          &file->from) &&
             ok;
    ok = wordsfile_load(l->arena, l->session->data_dir,
                        letter_lang(l->arena, letter), l->diag, &file->words) &&
         ok;
    ok = load_pictures(l, file, path) && ok;
    if (!ok)
        return false;
    size_t from = file->from.n, to = file->to.n;
    if (!l->source.lang)
        l->source.lang = letter_lang(l->arena, letter);
    if (from >= GROUP_LEAST || to >= GROUP_LEAST)
        file->varies = from >= to ? LETTER_OF_FROM : LETTER_OF_TO;
    file->kept_from = ARENA_ARRAY(l->arena, const Contact *,
                                  file->varies == LETTER_OF_FROM ? 0 : from);
    file->kept_to = ARENA_ARRAY(l->arena, const Contact *,
                                file->varies == LETTER_OF_TO ? 0 : to);
    file->first = l->source.n;
    file->n = (from ? from : 1) * (to ? to : 1);
    l->source.n += file->n;
    return true;
}

/* Record `i`, kept in `kept` if the list does not vary; NULL of no list. */
static const Contact *get(const Letters *l, const ContactList *list, size_t i,
                          bool varies, const Contact **kept) {
    if (list->n == 0)
        return NULL;
    if (varies)
        return contactlist_get(list, i, l->scratch);
    if (!kept[i])
        kept[i] = contactlist_get(list, i, l->arena);
    return kept[i];
}

/* Letter `i`, its records in the scratch arena or kept. */
static LetterPair find_pair(const Letters *l, size_t i) {
    size_t f = 0;
    while (i >= l->files.v[f]->first + l->files.v[f]->n)
        f++;
    const LetterFile *file = l->files.v[f];
    size_t at = i - file->first, to = file->to.n ? file->to.n : 1;
    LetterPair pair = {.file = file, .from_at = at / to, .to_at = at % to};
    pair.from = get(l, &file->from, pair.from_at,
                    file->varies == LETTER_OF_FROM, file->kept_from);
    pair.to = get(l, &file->to, pair.to_at, file->varies == LETTER_OF_TO,
                  file->kept_to);
    return pair;
}

static bool draw_letter(PageSource *self, size_t i, Arena *scratch,
                        DisplayTags *tags, DisplayPages *out) {
    Letters *l = (Letters *)self;
    l->scratch = scratch;
    LetterPair pair = find_pair(l, i);
    return set_letter(l, &pair, tags, out);
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
    set_recipient(l, l->scratch, layout, pair->file->letter, origin, pair->to,
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
    Letters *l = ((const LetterProof *)self)->letters;
    char origin[3];
    Faces faces;
    l->scratch = a;
    LetterPair pair = find_pair(l, i % l->source.n);
    origin_find(l->job->origin, pair.from, l->diag, origin);
    const Layout *layout = find_layout(l, pair.file->letter, origin);
    if (i < l->source.n)
        prove_inside(l, &pair, layout, origin, out);
    else if (find_faces(l, &pair, layout, origin, &faces))
        faces_prove(&faces, 0, a, out);
}

/* By the country of the first letter, as layouts are. */
static bool on_letter_paper(Letters *l, Arena *a) {
    char origin[3] = "";
    l->scratch = a;
    if (l->source.n > 0)
        origin_find(l->job->origin, find_pair(l, 0).from, l->diag, origin);
    return country_uses_letter_paper(origin);
}

bool letter_run(Session *session, const LetterJob *job, Diag *diag) {
    Letters l = {.source = {.draw = draw_letter,
                            .duplex_if_backs = true,
                            .begin = forget_groups},
                 .session = session,
                 .arena = arena_new(),
                 .job = job,
                 .diag = diag};
    bool ok = true;
    for (size_t i = 0; i < job->nletters; i++)
        ok = load_file(&l, job->letters[i]) && ok;
    /* What is wrong with the others is told all the same. */
    JobOutput none = {.dump = job->out.dump, .text = job->out.text};
    LetterProof proof = {
        .source = {.n = 2 * l.source.n, /* inside and outside */
                   .set = prove,
                   .fonts = session->fonts,
                   .letter_paper = on_letter_paper(&l, l.arena)},
        .letters = &l};
    l.source.proof = &proof.source;
    ok = print_pages(&l.source, ok ? &job->out : &none, diag) && ok;
    forget_groups(&l.source);
    for (size_t i = 0; i < l.files.n; i++) {
        contactlist_close(&l.files.v[i]->to);
        contactlist_close(&l.files.v[i]->from);
    }
    arena_free(l.arena);
    return ok;
}
