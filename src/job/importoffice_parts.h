/* importoffice_parts.h - what is told apart in a letter of an office, and how
 * it is written. Private to importoffice.
 */
#ifndef ENVOI_JOB_IMPORTOFFICE_PARTS_H
#define ENVOI_JOB_IMPORTOFFICE_PARTS_H

#include "job/importoffice.h"
#include "model/importing.h"

typedef struct Office {
    Arena *a;
    const Document *doc;
    const char *lang;
    DocBlock *b; /* of the body of the document, without residue */
    size_t n;
    size_t salutation, closing; /* index; n: none */
    size_t head;                /* lines of the letterhead */
    ImportValue reference, date, to, subject, signature;
    VEC(Text) office;
    VEC(Text) copies; /* who got one */
    VEC(Text) enclosures;
    size_t listed; /* the line behind the last of the copies */
    VEC(DocBlock) body;
    VEC(ImportRemoval) removals;
} Office;

Text office_text(const DocBlock *b);
ImportValue office_found(Text t);
ImportValue office_guessed(Text t, const char *why);
/* Header fields of letters are read for merge fields. */
Text office_field(const Office *o, Text t, bool plain);

/* The number of the note that a paragraph is; 0: it is none. */
int office_note_number(const DocBlock *b);

void office_letter(Office *o, Buf *out);
void office_report(Office *o, Buf *out);

#endif
