/* markdown_notes.h - footnotes: marks [^1] and the texts [^1]: ... */
#ifndef ENVOI_INPUT_MARKDOWN_NOTES_H
#define ENVOI_INPUT_MARKDOWN_NOTES_H

#include "model/letter.h"

typedef struct Note {
    Text label;   /* the 1 of [^1] */
    Span mark;    /* "[^1]:" before the text */
    Span span;    /* the whole text */
    int index;    /* in the order of first marks; -1 while there is none */
    bool refused; /* with an error; its marks and blocks do not matter */
    VEC(Block) blocks;
} Note;

typedef struct Notes {
    VEC(Note) all;   /* in the order of the file */
    Note **by_label; /* after notes_index */
    int used;
} Notes;

/* Bytes of a label; longer ones are no names for a mark. */
#define NOTE_LABEL_BYTES 64

/* Letters, digits, "_" and "-". */
bool note_is_label(const char *s, size_t n);

/* The label between "[^" and "]" at s, which may be none by note_is_label;
 * false if there are no such brackets. */
bool note_brackets(const char *s, size_t n, size_t *label_n);

/* Make notes_find ready. Two texts with the same label are an error. */
bool notes_index(Arena *a, Notes *notes, Diag *diag);

/* The note that the mark at `where` stands for, numbered if this is its first
 * mark; NULL, with an error in `diag`, if it has no text. */
const Note *notes_mark(Notes *notes, Text label, Span where, Diag *diag);

/* The notes in the order of their marks as items. A text without a mark and an
 * empty one are errors. */
bool notes_finish(Arena *a, Notes *notes, Diag *diag, Blocks *out);

#endif
