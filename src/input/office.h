/* office.h - the parts of .docx and .odt: XML in a zip, with relations.
 *
 * Private to the readers of documents.
 */
#ifndef ENVOI_INPUT_OFFICE_H
#define ENVOI_INPUT_OFFICE_H

#include "input/xml.h"
#include "input/zipfile.h"

/* The root of a part. True with *root NULL if there is none; false, with a
 * message, if it cannot be read. */
bool office_part(ZipFile *z, Arena *a, const char *path, Diag *diag,
                 const XmlNode **root);

/* What a part of a .docx refers to by an id (ISO/IEC 29500-2, 9.3). */
typedef struct Relation {
    Text id, type;
    const char *target; /* a part's path in the zip, or an address outside */
    bool outside;
} Relation;

typedef struct Relations {
    Relation *v; /* sorted by id */
    size_t n;
} Relations;

/* Those of the part `path`; none if it has no file of them. */
bool office_relations(ZipFile *z, Arena *a, const char *path, Diag *diag,
                      Relations *out);
/* NULL if there is none. */
const Relation *relation_find(const Relations *r, const Text *id);
/* The first whose type ends with `kind` ("/styles"). */
const Relation *relation_of_kind(const Relations *r, const char *kind);

/* An attribute as a number; `none` if it is absent or no number. */
int office_number(const XmlNode *n, const char *attr, int none);
/* Two strings as qsort and bsearch like it. */
int text_order(const Text *a, const Text *b);
/* A string of the arena. */
const char *office_string(Arena *a, const Text *t);

#endif
