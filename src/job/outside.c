#include "job/outside.h"

#include "input/layoutfile.h"
#include "job/place.h"
#include "page/foldpage.h"

#include <stdlib.h>

bool outside_draw(Faces *f, const FaceItem *item, Arena *a, DisplayTags *tags,
                  DisplayPage *out) {
    const EnvelopeFold *fold = &f->options.layout->u.envelope.fold;
    DisplayItems face = {0}, back = {0};
    uint32_t doc = display_tag(tags, ROLE_DOCUMENT, DISPLAY_NO_TAG, "");
    *out = (DisplayPage){.w = fold->paper_w, .h = fold->paper_h};
    bool ok = faces_draw(f, item, a, tags, doc, &face);
    if (f->options.flap)
        ok = faces_draw_flap(f, item, a, tags, doc, &back) && ok;
    foldpage_draw(a, fold, &face, &back, &out->items);
    return ok;
}

static bool differs(Len x, Len y) {
    return abs(x - y) > LEN_OF_MM(0.3);
}

static bool matches(const Layout *letter, const EnvelopeFold *fold) {
    const LetterLayout *g = &letter->u.letter;
    bool folds = g->nfolds == 0 ||
                 (g->nfolds == 2 && !differs(g->folds[0], fold->first) &&
                  !differs(g->folds[1], fold->second));
    return folds && !differs(letter->w, fold->paper_w) &&
           !differs(letter->h, fold->paper_h);
}

const Layout *outside_layout(Session *s, Arena *a, const Layout *letter,
                             const char *origin, Diag *diag) {
    Text name = letter->u.letter.outside;
    const Layout *l =
        layoutfile_load(a, s->data_dir, LAYOUT_ENVELOPE,
                        arena_strndup(a, name.s, name.n), name.span, diag);
    if (!l)
        return NULL;
    const EnvelopeFold *fold = &l->u.envelope.fold;
    if (fold->span.src && matches(letter, fold))
        return place_layout(s, a, l, origin, diag);
    if (fold->span.src)
        diag_at(
            diag, DIAG_ERROR, name.span,
            "%s folds paper of %.1f x %.1f mm at %.1f and %.1f mm, and this "
            "letter is another sheet or has other folds",
            l->name, len_mm(fold->paper_w), len_mm(fold->paper_h),
            len_mm(fold->first), len_mm(fold->second));
    else
        diag_at(diag, DIAG_ERROR, name.span,
                "%s is no folded sheet; name one that has \"fold\", such as "
                "fold-a4",
                l->name);
    return NULL;
}
