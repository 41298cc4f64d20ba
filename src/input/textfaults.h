/* textfaults.h - places of a list's text that cannot be used, found before it
 * is known which records they are in: a byte that is not of the encoding, a
 * cell that shows #REF!. Who reads the records tells each with its record.
 */
#ifndef ENVOI_INPUT_TEXTFAULTS_H
#define ENVOI_INPUT_TEXTFAULTS_H

#include "base/diag.h"
#include "base/source.h"

typedef struct TextFault {
    size_t off, n;
    const char *text; /* the message */
} TextFault;

typedef struct TextFaults {
    VEC(TextFault) v; /* in their order; at most LIMIT_FAULTS */
    size_t told;
    bool more; /* than that: the file is no list that can be mended */
} TextFaults;

/* In its place among the others; `text` is copied into `a`. */
void textfaults_add(Arena *a, TextFaults *f, size_t off, size_t n,
                    const char *text);

/* What is in `src` that source_check refuses. */
void textfaults_find(Arena *a, TextFaults *f, const Source *src);

/* Is there one before byte `end` that has not been told? */
bool textfaults_any(const TextFaults *f, size_t end);

/* Tell those as errors in `src`; how many. */
size_t textfaults_tell(TextFaults *f, const Source *src, size_t end,
                       Diag *diag);
/* All that are left. */
void textfaults_tell_rest(TextFaults *f, const Source *src, Diag *diag);

#endif
