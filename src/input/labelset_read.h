/* labelset_read.h - the entries of a collection of label sheets.
 *
 * Private to labelset*.c. A set is read once and built entry by entry, so that
 * asking for one sheet of two thousand costs one.
 */
#ifndef ENVOI_INPUT_LABELSET_READ_H
#define ENVOI_INPUT_LABELSET_READ_H

#include "input/labelset.h"
#include "input/xml.h"

typedef struct LabelEntry {
    Text brand; /* or manufacturer */
    Text part;  /* the number on the box */
    Text whole; /* LibreOffice's whole name, which begins with the part */
    const XmlNode *node;
} LabelEntry;

typedef struct LabelPaper {
    Text name;
    const XmlNode *node;
} LabelPaper;

typedef struct LabelSet {
    Arena *arena;
    LabelFormat format;
    VEC(LabelEntry) entries;
    VEC(LabelPaper) papers;
    bool warn; /* of what is odd but usable, as a check does */
} LabelSet;

/* Add the entries of a file; false if its root is not of that format. An entry
 * without a name is an error. */
bool labelset_add_glabels(LabelSet *set, const XmlNode *root, Diag *diag);
bool labelset_add_libreoffice(LabelSet *set, const XmlNode *root, Diag *diag);

/* Fill in all of `l` but name and source, checked by layout_check. False with
 * errors at the places in the file. */
bool labelset_build_glabels(LabelSet *set, const LabelEntry *e, Layout *l,
                            Diag *diag);
bool labelset_build_libreoffice(LabelSet *set, const LabelEntry *e, Layout *l,
                                Diag *diag);

/* The usual places, as paths of files and folders that are there. */
typedef struct LabelPlaces {
    const char **v;
    size_t n;
    const char *looked; /* all of them, for a message */
} LabelPlaces;
LabelPlaces labelset_places(Arena *a, LabelFormat format);

bool labelset_same_text(Text a, Text b); /* in any case */

/* What a name says. */
typedef struct LabelName {
    LabelFormat format;
    bool bare;         /* a file without a word in front: its root tells */
    const char *full;  /* as it was given */
    const char *path;  /* NULL: the usual places */
    const char *entry; /* NULL: the only one of the file */
    Span where;
} LabelName;

/* `name` is labelset_is_name. Files in it are seen from the folder of `beside`,
 * if that is not NULL, and `path` then from here. */
LabelName labelset_parse_name(Arena *a, const char *name, const char *beside);

bool labelset_looks_like_file(const char *s); /* by its ending */

#endif
