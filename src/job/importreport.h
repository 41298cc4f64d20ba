/* importreport.h - what was understood of a document, and what was not.
 */
#ifndef ENVOI_JOB_IMPORTREPORT_H
#define ENVOI_JOB_IMPORTREPORT_H

#include "base/jsonwrite.h"
#include "model/importing.h"

/* A field of the report: of the action, a person, a target or the letter. */
typedef struct ImportEntry {
    const char *part; /* "action", "person 1", "target wang-jiang", "letter" */
    const char *name; /* "number" */
    ImportValue value;
} ImportEntry;

typedef struct ImportEntries {
    ImportEntry *v;
    size_t n;
} ImportEntries;

/* All that is told of it, in the order of the report. */
void importreport_entries(Arena *a, const Import *in, ImportEntries *out);

/* "line 14", "lines 14-17", "page 2, line 3 of its text"; "" without a
 * place. */
const char *import_place(Arena *a, const Document *doc, Span span);

/* A line for each field: found, guessed (why), missing (what to do); then what
 * was left out, and the lines that no rule knows. */
void importreport_text(Arena *a, const Import *in, Buf *out);
void importreport_json(Arena *a, const Import *in, JsonWriter *w);

#endif
