#include "job/letter.h"

#include "base/fs.h"
#include "input/image.h"
#include "input/layoutfile.h"
#include "input/letterfile.h"
#include "input/wordsfile.h"
#include "job/origin.h"
#include "job/records.h"
#include "model/country.h"
#include "out/pdf.h"
#include "page/letterpage.h"

#include <string.h>

typedef struct Letters {
    Session *session;
    Arena *arena;
    const LetterJob *job;
    Diag *diag;
    DisplayTags tags;
    DisplayPages pages;
} Letters;

/* One letter file with what it names. */
typedef struct LetterFile {
    const Letter *letter;
    Words words;
    VEC(LetterPicture) pictures;
    bool pen_sender;
} LetterFile;

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
static const Layout *find_layout(Letters *l, const Letter *letter,
                                 const char *origin) {
    Text on = letter->fields[LETTER_ON].raw;
    const char *name = l->job->layout;
    Span where = {0};
    if (!name && on.s) {
        name = arena_strndup(l->arena, on.s, on.n);
        where = on.span;
        if (layoutfile_is_path(name))
            name = records_beside(l->arena, letter->source->name, name);
    }
    if (!name)
        name = country_uses_letter_paper(origin) ? "us-letter" : "din5008-b";
    return layoutfile_load(l->arena, l->session->data_dir, LAYOUT_LETTER, name,
                           where, l->diag);
}

static bool set_recipient(Letters *l, const Layout *layout,
                          const Letter *letter, const char *origin,
                          const Contact *to, AddressFit *out) {
    LayoutBox box = layout_recipient_text(layout);
    box.h += letterhead_spare(layout, letter);
    DeliveryOptions opt = {
        .origin = origin,
        .script = ADDRESS_BOTH,
        .fit = {box.w, box.h, LEN_OF_PT(10.5), FONT_SANS},
        .what =
            arena_printf(l->arena, "address field of letter %s", layout->name)};
    return delivery_set(l->arena, l->session->fonts, to, &opt, l->diag, out);
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

static bool set_letter(Letters *l, const LetterFile *file, const Contact *from,
                       const Contact *to) {
    const Letter *letter = file->letter;
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
        sheet.recipient = &recipient;
    }
    if (from) {
        bool abroad = to && strcmp(to->country, from->country) != 0;
        ok = address_return(l->arena, from, abroad, l->diag, &sender) && ok;
        sheet.sender = &sender;
    }
    if (!ok)
        return false;
    return letter_pages(l->arena, l->session->fonts, &sheet, &l->tags, l->diag,
                        &l->pages);
}

/* Every sender times every addressee, a missing one counting as one. */
static bool set_file(Letters *l, const char *path) {
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
    for (size_t f = 0; f < from.n || f == 0; f++)
        for (size_t t = 0; t < to.n || t == 0; t++)
            ok = set_letter(l, file, from.n ? &from.v[f] : NULL,
                            to.n ? &to.v[t] : NULL) &&
                 ok;
    return ok;
}

/* Printed on both sides only when some letter needs it: else every sheet would
 * want a blank back. */
static bool needs_duplex(const Letters *l) {
    for (size_t i = 0; i < l->pages.n; i++)
        if (!l->pages.v[i].front)
            return true;
    return false;
}

static bool write_all(Letters *l, Diag *diag) {
    bool duplex = needs_duplex(l);
    PdfOptions opt = {.lang = l->tags.tags.n ? l->tags.tags.v[0].lang : "",
                      .duplex = duplex,
                      .tags = &l->tags};
    Pdf *pdf = pdf_open(l->job->out.path, &opt, diag);
    if (!pdf)
        return false;
    bool ok = true;
    for (size_t i = 0; i < l->pages.n && ok; i++) {
        const DisplayPage *page = &l->pages.v[i];
        DisplayPage blank = {.w = page->w, .h = page->h};
        if (duplex && page->front && pdf_pages(pdf) % 2 == 1)
            ok = pdf_page(pdf, &blank);
        ok = ok && pdf_page(pdf, page);
    }
    return pdf_close(pdf, diag);
}

static void dump_pages(Letters *l, const JobOutput *out) {
    for (size_t i = 0; i < l->pages.n; i++)
        display_dump(&l->tags, &l->pages.v[i], out->text);
}

bool letter_run(Session *session, const LetterJob *job, Diag *diag) {
    Arena *a = arena_new();
    Letters l = {.session = session,
                 .arena = a,
                 .job = job,
                 .diag = diag,
                 .tags = {.arena = a}};
    bool ok = true;
    for (size_t i = 0; i < job->nletters; i++)
        ok = set_file(&l, job->letters[i]) && ok;
    ok = ok && job_may_write(diag);
    if (ok && job->out.dump == DUMP_DISPLAY)
        dump_pages(&l, &job->out);
    else if (ok && job->out.path)
        ok = write_all(&l, diag);
    arena_free(a);
    return ok;
}
