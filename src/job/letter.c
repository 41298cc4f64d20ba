#include "job/letter.h"

#include "base/fs.h"
#include "input/image.h"
#include "input/layoutfile.h"
#include "input/letterfile.h"
#include "input/wordsfile.h"
#include "job/origin.h"
#include "job/print.h"
#include "job/records.h"
#include "model/country.h"
#include "page/letterpage.h"

#include <string.h>

/* One letter file with what it names. */
typedef struct LetterFile {
    const Letter *letter;
    Words words;
    VEC(LetterPicture) pictures;
    bool pen_sender;
} LetterFile;

/* One letter to be: each sender of a file with each addressee. */
typedef struct LetterPair {
    const LetterFile *file;
    const Contact *from, *to; /* NULL: none */
} LetterPair;

typedef struct FoundLayout {
    const char *name;
    const Layout *layout; /* NULL: an error that has been told */
} FoundLayout;

/* Letters are set twice: each alone to see that it can be, and again for its
 * place in the PDF when all can. So memory is that of one letter, however many
 * there are. */
typedef struct Letters {
    PageSource source;
    Session *session;
    Arena *arena;
    Arena *scratch; /* of the letter being set; borrowed */
    const LetterJob *job;
    Diag *diag;
    VEC(FoundLayout) layouts;
    VEC(LetterPair) pairs;
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
    const char *full = records_beside(l->arena, path, rel);
    if (strstr(rel, "://") ||
        !fs_below(records_beside(l->arena, path, "."), full)) {
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
                         const char *option, const char *path, Contacts *out) {
    *out = (Contacts){0};
    if (option)
        return records_load(l->arena, option, (Span){0}, l->diag, out);
    Text t = letter->fields[field].raw;
    if (!t.s)
        return true;
    const char *spec =
        records_beside(l->arena, path, arena_strndup(l->arena, t.s, t.n));
    return records_load(l->arena, spec, t.span, l->diag, out);
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
               ? records_beside(l->scratch, letter->source->name, name)
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

static bool set_recipient(Letters *l, const Layout *layout,
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
    return delivery_set(l->scratch, l->session->fonts, to, &opt, l->diag, out);
}

/* A window without an addressee is a letter that goes nowhere. */
static bool check_recipient(Letters *l, const Layout *layout,
                            const Letter *letter, const Contact *to) {
    if (to || !layout->u.letter.window.span.src)
        return true;
    Span where = {letter->source, 0, 0};
    diag_at(l->diag, DIAG_ERROR, where,
            "the layout %s has a window but the letter has no addressee; give "
            "--to FILE or \"to:\" in its header",
            layout->name);
    return false;
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
    AddressFit recipient;
    AddressBlock sender;
    LetterSheet sheet = {.layout = layout,
                         .in = {.letter = letter,
                                .from = from,
                                .to = to,
                                .pen_sender = file->pen_sender,
                                .words = &file->words,
                                .hyphenator = l->session->hyphenator,
                                .pictures = file->pictures.v,
                                .npictures = file->pictures.n},
                         .dump = l->job->out.dump,
                         .dump_text = l->job->out.text};
    bool ok = true;
    if (to && layout->u.letter.recipient.span.src) {
        ok = set_recipient(l, layout, letter, origin, to, &recipient);
        sheet.recipient = ok ? &recipient : NULL;
    }
    if (from) {
        bool abroad = to && strcmp(to->country, from->country) != 0;
        bool has = address_return(l->scratch, from, abroad, l->diag, &sender);
        sheet.sender = has ? &sender : NULL;
        ok = has && ok;
    }
    /* What is wrong in the body is told even if an address is wrong. */
    return letter_pages(l->scratch, l->session->fonts, &sheet, tags, l->diag,
                        out) &&
           ok;
}

/* Printed on both sides only when some letter needs it: else every sheet would
 * want a blank back. */
static bool check_letter(Letters *l, const LetterPair *pair) {
    DisplayTags tags = {.arena = l->scratch};
    DisplayPages pages = {0};
    arena_reset(l->scratch);
    bool ok = set_letter(l, pair, &tags, &pages);
    for (size_t i = 0; i < pages.n; i++)
        l->source.duplex = l->source.duplex || !pages.v[i].front;
    if (!l->source.lang && tags.tags.n)
        l->source.lang = arena_strdup(l->arena, tags.tags.v[0].lang);
    return ok;
}

/* Every sender times every addressee, a missing one counting as one. */
static bool check_file(Letters *l, const char *path) {
    LetterFile *file = ARENA_NEW(l->arena, LetterFile);
    Letter *letter = ARENA_NEW(l->arena, Letter);
    if (!letterfile_load(l->arena, path, l->diag, letter))
        return false;
    file->letter = letter;
    file->pen_sender = wants_pen(l, letter);
    Contacts to, from = {0};
    bool ok = find_records(l, letter, LETTER_TO, l->job->to, path, &to);
    if (!file->pen_sender)
        ok = find_records(l, letter, LETTER_FROM, l->job->from, path, &from) &&
             ok;
    ok = wordsfile_load(l->arena, l->session->data_dir,
                        letter_lang(l->arena, letter), l->diag, &file->words) &&
         ok;
    ok = load_pictures(l, file, path) && ok;
    if (!ok)
        return false;
    for (size_t f = 0; f < from.n || f == 0; f++) {
        for (size_t t = 0; t < to.n || t == 0; t++) {
            LetterPair pair = {file, from.n ? &from.v[f] : NULL,
                               to.n ? &to.v[t] : NULL};
            ok = check_letter(l, &pair) && ok;
            vec_push(l->arena, &l->pairs, pair);
        }
    }
    return ok;
}

static bool draw_letter(PageSource *self, size_t i, Arena *scratch,
                        DisplayTags *tags, DisplayPages *out) {
    Letters *l = (Letters *)self;
    l->scratch = scratch;
    return set_letter(l, &l->pairs.v[i], tags, out);
}

bool letter_run(Session *session, const LetterJob *job, Diag *diag) {
    Letters l = {.source = {.draw = draw_letter},
                 .session = session,
                 .arena = arena_new(),
                 .job = job,
                 .diag = diag};
    Arena *check = arena_new();
    bool ok = true;
    l.scratch = check;
    for (size_t i = 0; i < job->nletters; i++)
        ok = check_file(&l, job->letters[i]) && ok;
    arena_free(check);
    l.source.n = l.pairs.n;
    ok = ok && job_may_write(diag) && print_pages(&l.source, &job->out, diag);
    arena_free(l.arena);
    return ok;
}
