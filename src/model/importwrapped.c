/* Paragraphs that stayed as wrapped as a page had them, where only a part of
 * the document was (model/importing_parts.h). */
#include "model/importing_parts.h"

#include <string.h>

static bool ends_sentence(Text t) {
    return t.n > 0 && strchr(".!?;:", t.s[t.n - 1]) != NULL;
}

/* "a" to "z", and the small letters of Latin-1 behind C3. */
static bool starts_small(Text t) {
    return t.n > 1 &&
           ((t.s[0] >= 'a' && t.s[0] <= 'z') ||
            ((unsigned char)t.s[0] == 0xC3 && (unsigned char)t.s[1] >= 0x9F));
}

static bool may_go_on(const ImportLine *line) {
    return line->b.kind == DOC_PARAGRAPH && line->use != USE_RESIDUE &&
           line->label == LABEL_NONE && !line->b.gap;
}

/* Lines from `at` on, before `end`, that are about as wide as one another, of
 * which most end no sentence and the last does; 0: there are none. */
static size_t narrow_lines(const Finder *f, size_t at, size_t end) {
    enum { LEAST = 30, MOST = 100, RAGGED = 14 };
    size_t widest = 0, n = 0, stops = 0;
    for (size_t i = at; i < end; i++) {
        const ImportLine *line = &f->lines.v[i];
        Text t = line->b.text;
        if (t.n > MOST || t.n == 0 || (i > at && !may_go_on(line)))
            break;
        widest = t.n > widest ? t.n : widest;
        n++;
        if (t.n + RAGGED < widest || t.n < LEAST)
            break;
        stops += ends_sentence(t);
    }
    while (n > 0 && !ends_sentence(f->lines.v[at + n - 1].b.text))
        n--;
    return n > 2 && stops * 2 < n ? n : 0;
}

/* Lines that begin small, behind one that is long and does not end. */
static size_t small_lines(const Finder *f, size_t at, size_t end) {
    enum { LEAST = 45 };
    size_t n = 1;
    while (at + n < end) {
        Text above = f->lines.v[at + n - 1].b.text;
        const ImportLine *line = &f->lines.v[at + n];
        if (above.n < LEAST || ends_sentence(above) || !may_go_on(line) ||
            !starts_small(line->b.text))
            break;
        n++;
    }
    return n;
}

void join_wrapped(Finder *f, size_t at, size_t end) {
    if (f->lines.v[at].b.kind != DOC_PARAGRAPH)
        return;
    end = end - at > PARAGRAPH_LINES ? at + PARAGRAPH_LINES : end;
    size_t n = narrow_lines(f, at, end), small = small_lines(f, at, end);
    n = n > small ? n : small;
    for (size_t i = at + 1; i < at + n; i++) {
        block_append(f->arena, &f->lines.v[at].b, &f->lines.v[i].b);
        f->lines.v[i].use = USE_RESIDUE; /* it is in the line above */
    }
}
