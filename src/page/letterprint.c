#include "page/letterprint.h"

#include "page/overfull.h"

const char letterprint_line_end[] = "\n";

void letterprint_set(LetterComposer *c, const Text *parts, size_t n,
                     const char *lang, const LetterPrint *p, Para *out) {
    TextStyle style = {
        .family = p->family, .size = p->size, .bold = p->bold, .lang = lang};
    UBuilder *b = ubuilder_new(c->arena);
    for (size_t i = 0; i < n; i++) {
        if (parts[i].s == letterprint_line_end)
            ubuilder_break(b, &style);
        else
            ubuilder_add(b, parts[i], &style, c->diag);
    }
    ParaOptions opt = {.width = p->width,
                       .align = p->align,
                       .breaks = p->breaks,
                       .dir = p->dir,
                       .leading_permille = 1280};
    para_layout(c->arena, c->fonts, b, &opt, c->diag, out);
}

void letterprint_set_inside(LetterComposer *c, const Text *parts, size_t n,
                            const char *lang, const LetterPrint *p, Para *out) {
    letterprint_set(c, parts, n, lang, p, out);
    overfull_tell(c->arena, out, p->width, c->diag);
}

void letterprint_draw(LetterComposer *c, const Para *p, uint32_t tag, Len x,
                      Len y, DisplayItems *to) {
    display_para(c->arena, to, tag, x, y, p, 0, p->n);
}

uint32_t letterprint_tag(LetterComposer *c, const char *lang) {
    return display_tag(c->tags, ROLE_P, c->document, lang);
}
