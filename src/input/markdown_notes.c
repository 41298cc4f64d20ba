#include "input/markdown_notes.h"

#include <stdlib.h>
#include <string.h>

bool note_is_label(const char *s, size_t n) {
    for (size_t i = 0; i < n; i++) {
        char c = s[i];
        bool ok = (unsigned char)c >= 0x80 || (c >= '0' && c <= '9') ||
                  (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                  c == '_' || c == '-';
        if (!ok)
            return false;
    }
    return n > 0;
}

bool note_brackets(const char *s, size_t n, size_t *label_n) {
    if (n < 3 || s[0] != '[' || s[1] != '^')
        return false;
    size_t most = n - 2 < NOTE_LABEL_BYTES + 1 ? n - 2 : NOTE_LABEL_BYTES + 1;
    const char *close = memchr(s + 2, ']', most);
    if (!close)
        return false;
    *label_n = (size_t)(close - s) - 2;
    return true;
}

static int compare_text(Text a, Text b) {
    size_t n = a.n < b.n ? a.n : b.n;
    int order = n ? memcmp(a.s, b.s, n) : 0;
    return order ? order : (a.n > b.n) - (a.n < b.n);
}

/* Equal labels in the order of the file. */
static int compare_notes(const void *x, const void *y) {
    const Note *a = *(const Note *const *)x, *b = *(const Note *const *)y;
    int order = compare_text(a->label, b->label);
    return order ? order : (a > b) - (a < b);
}

bool notes_index(Arena *a, Notes *notes, Diag *diag) {
    size_t n = notes->all.n;
    bool ok = true;
    notes->by_label = ARENA_ARRAY(a, Note *, n);
    for (size_t i = 0; i < n; i++)
        notes->by_label[i] = &notes->all.v[i];
    qsort(notes->by_label, n, sizeof(Note *), compare_notes);
    for (size_t i = 1; i < n; i++) {
        Note *note = notes->by_label[i];
        if (compare_text(note->label, notes->by_label[i - 1]->label) != 0)
            continue;
        diag_at(diag, DIAG_ERROR, note->mark,
                "a second text for footnote \"%.*s\"; give each a name of its "
                "own",
                (int)note->label.n, note->label.s);
        note->refused = true;
        ok = false;
    }
    return ok;
}

static Note *find(const Notes *notes, Text label) {
    size_t low = 0, high = notes->all.n;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (compare_text(notes->by_label[mid]->label, label) < 0)
            low = mid + 1;
        else
            high = mid;
    }
    if (low == notes->all.n ||
        compare_text(notes->by_label[low]->label, label) != 0)
        return NULL;
    return notes->by_label[low];
}

const Note *notes_mark(Notes *notes, Text label, Span where, Diag *diag) {
    Note *note = find(notes, label);
    if (!note) {
        diag_at(diag, DIAG_ERROR, where,
                "footnote \"%.*s\" has no text; write it on a line of its own "
                "that begins with [^%.*s]:",
                (int)label.n, label.s, (int)label.n, label.s);
        return NULL;
    }
    if (note->index < 0)
        note->index = notes->used++;
    return note;
}

bool notes_finish(Arena *a, Notes *notes, Diag *diag, Blocks *out) {
    bool ok = true;
    *out = (Blocks){ARENA_ARRAY(a, Block, (size_t)notes->used),
                    (size_t)notes->used};
    for (size_t i = 0; i < notes->all.n; i++) {
        const Note *note = &notes->all.v[i];
        const char *wrong =
            note->blocks.n == 0 && !note->refused
                ? "has no text; write it behind the colon"
            : note->index < 0 && !note->refused
                ? "has no mark in the letter; put one where it belongs"
                : NULL;
        if (note->index >= 0)
            out->v[note->index] =
                (Block){.kind = BLOCK_ITEM,
                        .span = note->span,
                        .children = {note->blocks.v, note->blocks.n}};
        if (!wrong)
            continue;
        diag_at(diag, DIAG_ERROR, note->mark, "footnote \"%.*s\" %s",
                (int)note->label.n, note->label.s, wrong);
        ok = false;
    }
    return ok;
}
