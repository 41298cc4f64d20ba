#include "job/readletter.h"

#include "base/fs.h"
#include "input/image.h"
#include "input/letterfile.h"
#include "input/wordsfile.h"
#include "job/records.h"

#include <string.h>

/* Pictures come from the letter's own folder or one below it, nothing else:
 * a letter that somebody sent must not reach into the reader's files. */
static bool load_picture(Arena *a, ReadLetter *r, Text name, Diag *diag) {
    LetterPicture p = {.file = name};
    const char *rel = arena_strndup(a, name.s, name.n);
    const char *full = fs_beside(a, r->path, rel);
    if (strstr(rel, "://") || !fs_below(fs_beside(a, r->path, "."), full)) {
        diag_at(diag, DIAG_ERROR, name.span,
                "\"%s\" is not in the letter's own folder; copy the picture "
                "there",
                rel);
        return false;
    }
    bool ok = image_load(a, full, name.span, diag, &p.image);
    if (ok)
        vec_push(a, &r->pictures, p);
    return ok;
}

static bool load_figures(Arena *a, ReadLetter *r, const Blocks *blocks,
                         Diag *diag) {
    bool ok = true;
    for (size_t i = 0; i < blocks->n; i++) {
        const Block *b = &blocks->v[i];
        if (b->kind == BLOCK_FIGURE)
            ok = load_picture(a, r, b->image, diag) && ok;
        ok = load_figures(a, r, &b->children, diag) && ok;
    }
    return ok;
}

static bool load_pictures(Arena *a, ReadLetter *r, Diag *diag) {
    const Letter *letter = r->letter;
    bool ok = load_figures(a, r, &letter->body, diag);
    Text named[] = {letter->letterhead.logo.file, letter->signature_image.file};
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (named[i].s)
            ok = load_picture(a, r, named[i], diag) && ok;
    return ok;
}

bool letter_read(Session *s, Arena *a, const char *path, Diag *diag,
                 ReadLetter *out) {
    Letter *letter = ARENA_NEW(a, Letter);
    *out = (ReadLetter){.path = path};
    out->broken = !letterfile_load(a, path, diag, letter);
    if (out->broken && !letter->source)
        return false;
    out->letter = letter;
    out->lang = letter_lang(a, letter);
    if (out->broken)
        return false;
    bool ok = wordsfile_load(a, s->data_dir, out->lang, diag, &out->words);
    return load_pictures(a, out, diag) && ok;
}

bool letter_records(const Session *s, Arena *a, const ReadLetter *r,
                    LetterField field, const char *option, Diag *diag,
                    ContactList *out) {
    *out = (ContactList){0};
    if (option)
        return recordlist_load(a, &s->lists, option, (Span){0}, diag, out);
    Text t = r->letter ? r->letter->fields[field].raw : (Text){0};
    if (!t.s)
        return true;
    if (t.s[0] == '-' && (t.n == 1 || t.s[1] == '#')) {
        diag_at(diag, DIAG_ERROR, t.span,
                "a letter names a file here; a list from standard input is "
                "given with --%s -",
                field == LETTER_TO ? "to" : "from");
        return false;
    }
    const char *spec = fs_beside(a, r->path, arena_strndup(a, t.s, t.n));
    return recordlist_load(a, &s->lists, spec, t.span, diag, out);
}

bool letter_wants_pen(const ReadLetter *r, const char *from) {
    Text t = r->letter ? r->letter->fields[LETTER_FROM].raw : (Text){0};
    return from ? strcmp(from, "blank") == 0
                : t.s != NULL && text_equal(t, "blank");
}
