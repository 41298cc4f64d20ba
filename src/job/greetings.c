#include "job/greetings.h"

#include "base/utf8.h"

#include <string.h>

/* A first paragraph no longer than this may be the greeting. */
enum { GREETING_CHARS = 100 };

static void warn_some(const Selection *to, size_t first, size_t without,
                      const char *path, Diag *diag) {
    Arena *a = arena_new();
    const Contact *c = selection_get(to, first, a);
    const char *name = contact_label(a, c);
    if (without == 1)
        diag_at(diag, DIAG_WARNING, c->span,
                "\"%s\" has no salutation, as others of the list have, and %s "
                "has none of its own: this letter begins without",
                name, path);
    else
        diag_at(diag, DIAG_WARNING, c->span,
                "\"%s\" and %zu more have no salutation, as others of the list "
                "have, and %s has none of its own: these letters begin without",
                name, without - 1, path);
    arena_free(a);
}

static void warn_all(const char *path, const Selection *to, Diag *diag) {
    Arena *a = arena_new();
    const Span record = selection_get(to, 0, a)->span;
    diag_cure(diag, DIAG_WARNING, (Span){0}, "salutation",
              "nobody is greeted: %s has no salutation, nor has anybody of %s; "
              "add a column \"salutation\" to the list, or to the head of the "
              "letter, for all of them, \"salutation: Dear {{to.name}},\"",
              path, record.src ? record.src->name : "the list");
    arena_free(a);
}

/* What ends a greeting: "Dear Ana Ruiz,", "尊敬的书记：". */
static bool is_mark(uint32_t cp) {
    static const uint32_t marks[] = {',',    ':',    '!',    0x060C,
                                     0x3001, 0xFF01, 0xFF0C, 0xFF1A};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i] == cp)
            return true;
    return false;
}

/* Has whoever wrote the letter typed the greeting above the text? A short
 * paragraph that names the addressee, or ends as one does. */
static bool greets_itself(const Letter *letter) {
    const Block *first = letter->body.n > 0 ? &letter->body.v[0] : NULL;
    size_t chars = 0;
    bool names = false, marked = false;
    if (!first || first->kind != BLOCK_PARAGRAPH)
        return false;
    for (size_t i = 0; i < first->inlines.n; i++) {
        const Inline *in = &first->inlines.v[i];
        names = names || (in->kind == INLINE_FIELD && in->text.n > 3 &&
                          memcmp(in->text.s, "to.", 3) == 0);
        for (size_t at = 0; in->kind == INLINE_TEXT && at < in->text.n;) {
            uint32_t cp = utf8_next(in->text.s, in->text.n, &at);
            marked = cp == ' ' ? marked : is_mark(cp);
            chars++;
        }
    }
    return chars <= GREETING_CHARS && (names || marked);
}

void greetings_warn(const ReadLetter *read, const Selection *to, Diag *diag) {
    const Letter *letter = read->letter;
    if (!letter || read->broken || letter->fields[LETTER_SALUTATION].raw.s)
        return;
    Arena *scratch = arena_new();
    size_t first = 0, without = 0;
    for (size_t i = 0; i < to->n; i++) {
        arena_reset(scratch);
        const Contact *c = selection_get(to, i, scratch);
        if (contact_get(c, CONTACT_SALUTATION, read->lang).n)
            continue;
        if (without++ == 0)
            first = i;
    }
    arena_free(scratch);
    if (without > 0 && without < to->n)
        warn_some(to, first, without, read->path, diag);
    else if (without > 0 && !greets_itself(letter))
        warn_all(read->path, to, diag);
}
