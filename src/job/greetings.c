#include "job/greetings.h"

static void warn(const Selection *to, size_t first, size_t without,
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

void greetings_warn(const ReadLetter *letter, const Selection *to, Diag *diag) {
    if (!letter->letter || letter->broken ||
        letter->letter->fields[LETTER_SALUTATION].raw.s)
        return;
    Arena *scratch = arena_new();
    size_t first = 0, without = 0;
    for (size_t i = 0; i < to->n; i++) {
        arena_reset(scratch);
        const Contact *c = selection_get(to, i, scratch);
        if (contact_get(c, CONTACT_SALUTATION, letter->lang).n)
            continue;
        if (without++ == 0)
            first = i;
    }
    arena_free(scratch);
    if (without > 0 && without < to->n)
        warn(to, first, without, letter->path, diag);
}
