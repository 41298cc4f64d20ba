#include "page/overfull.h"

bool overfull_tell(Arena *a, const Para *p, Len width, Diag *diag) {
    bool ok = true;
    for (size_t i = 0; i < p->n; i++) {
        const Line *line = &p->lines[i];
        if (!line->overfull)
            continue;
        diag_at(diag, DIAG_ERROR,
                ustring_span(&p->text, line->start, line->end),
                "\"%s\" is %.1f mm wider than the line and cannot be broken; "
                "put a space or a soft hyphen (U+00AD) in it",
                ustring_utf8(a, &p->text, line->start, line->end),
                len_mm(line->width - width));
        ok = false;
    }
    return ok;
}
