/* diag.h - everything a run has to say to the user, collected and sorted.
 *
 *     letter.md:3:1: error: unknown field "adress"; did you mean "address"?
 *         3 | adress: 12 Rue Cler
 *           | ^~~~~~
 *
 * Messages name the thing, the value found and what to do next. All errors of
 * a run are reported. The worst level decides the exit status. The same
 * message at the same place is kept once; past LIMIT_DIAGS of one level they
 * are only counted.
 */
#ifndef ENVOI_BASE_DIAG_H
#define ENVOI_BASE_DIAG_H

#include <stdbool.h>
#include <stdio.h>

#include "base/source.h"

typedef enum DiagLevel {
    DIAG_NOTE,
    DIAG_WARNING,
    DIAG_ERROR, /* the input is wrong: exit 1 */
    DIAG_USAGE, /* the command line is wrong: exit 2 */
    DIAG_SYSTEM /* a file, font or disk is wrong: exit 3 */
} DiagLevel;

typedef struct Diag Diag;

Diag *diag_new(void); /* owns copies: sources may die before it */
void diag_free(Diag *d);

/* At a place in a source; a span without source prints no place. Column is
 * that of span.off; the source line is shown with the span underlined. */
void diag_at(Diag *d, DiagLevel level, Span where, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));

/* The same for what has one cure: of all messages with the same `cure` only the
 * first is kept, wherever it is, or the first that has a place. */
void diag_cure(Diag *d, DiagLevel level, Span where, const char *cure,
               const char *fmt, ...) __attribute__((format(printf, 5, 6)));

/* About a file as a whole (`file` NULL: about the run). */
void diag_file(Diag *d, DiagLevel level, const char *file, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));

/* From now on messages begin with `subject` and a colon, until NULL: for the
 * entries of a list, where the place alone does not tell which one it is. The
 * string must live as long. */
void diag_subject(Diag *d, const char *subject);
/* From now on what is said is about the record of a list that stands at
 * `record`, whatever place it names, until it is about another or (zeroed)
 * none. The result is what it was about before. */
Span diag_about(Diag *d, Span record);
/* Errors about a record (of level DIAG_ERROR; with diag_strict warnings too)
 * are handed to `taker` from now on and are no messages, until NULL. Until then
 * they are counted as errors are, so that nobody goes on with what is wrong. */
typedef struct DiagTaker DiagTaker;
struct DiagTaker {
    /* `cure` as diag_cure has it, or NULL. */
    void (*take)(DiagTaker *self, Span record, Span where, const char *cure,
                 const char *text);
};
void diag_divert(Diag *d, DiagTaker *taker);
/* How many of those that diag_count counts were taken. */
size_t diag_taken(const Diag *d);
/* From now on messages are only counted: for what is tried. */
void diag_mute(Diag *d);

/* The file of this device and number has been read by the run, and has it been?
 * base/fs.h asks, so that no output is written over an input. */
void diag_read(Diag *d, unsigned long long device, unsigned long long number);
bool diag_has_read(const Diag *d, unsigned long long device,
                   unsigned long long number);

/* 0 done, 1 input, 2 usage, 3 system. */
int diag_exit_status(const Diag *d);
/* Number of messages at `level` or worse. */
size_t diag_count(const Diag *d, DiagLevel level);
/* From now on warnings count (and print) as errors. */
void diag_strict(Diag *d);

/* Sorted by file and place; messages without a place come last, in the order
 * they were given. `color`: ANSI colours. */
void diag_print(const Diag *d, FILE *f, bool color);

/* The candidate nearest to the unknown `word`, or NULL when none is near
 * enough to be a typing mistake (Damerau-Levenshtein, a third of the length).
 */
const char *diag_did_you_mean(const char *word, size_t n,
                              const char *const *candidates, size_t count);
/* The same for slips of at most `most`, where many words are near one another.
 */
const char *diag_nearest(const char *word, size_t n,
                         const char *const *candidates, size_t count,
                         size_t most);

#endif
