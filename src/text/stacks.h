/* stacks.h - fonts/stacks as plain structs (private to src/text).
 *
 * The file is the project's own and line-based; its head explains the words.
 * A mistake in it is an error in `diag` with its line. Everything lives in the
 * arena it was loaded into.
 */
#ifndef ENVOI_TEXT_STACKS_H
#define ENVOI_TEXT_STACKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "text/style.h"

typedef struct CharRange {
    uint32_t first, last;
} CharRange;

typedef struct CharRanges {
    CharRange *v;
    size_t n, cap;
} CharRanges;

typedef enum FaceVariant {
    FACE_REGULAR,
    FACE_BOLD,
    FACE_ITALIC,
    FACE_BOLD_ITALIC
} FaceVariant;
#define FACE_VARIANTS 4

typedef struct FaceFile {
    const char *name; /* base name; NULL: the face has no such variant */
    unsigned index;   /* in a collection */
} FaceFile;

typedef struct Face {
    const char *name;
    const char *package; /* Debian package */
    const char *folder;  /* where that package puts it, below a font folder */
    int scale_permille;
    FaceFile files[FACE_VARIANTS];
    CharRanges limit;  /* sets only these; empty: no limit */
    CharRanges covers; /* complete in these, for advice; empty: see limit */
    size_t number;     /* its place in Stacks.faces */
} Face;

typedef struct Marks {
    const char *name;
    CharRanges ranges;
} Marks;

typedef struct StackEntry {
    const Face *face;
    const Marks *marks; /* NULL: whatever the face sets; else these alone */
} StackEntry;

typedef struct StackEntries {
    StackEntry *v;
    size_t n, cap;
} StackEntries;

typedef struct Group {
    const char *name;
    const char *written; /* the entries' words, one blank between them */
    StackEntries entries;
} Group;

typedef struct Language {
    const char *name;
    const char **tags;
    size_t n, cap;
    StackEntries stacks[2]; /* by FontFamily */
    const char *written[2]; /* as in Group */
} Language;

typedef struct Stacks {
    VEC(const Face *) faces;
    VEC(const Language *) languages; /* the first is "default" */
    VEC(const Group *) groups;
} Stacks;

/* False, with messages, if the file cannot be read or is wrong. */
bool stacks_load(Arena *a, const char *path, Diag *diag, Stacks *out);

/* The language whose tags hold `tag` or, of its ancestors (RFC 4647, 3.4:
 * "zh-Hant-HK-x" then "zh-Hant-HK", "zh-Hant", "zh"), the nearest; else
 * "default". */
const Language *stacks_language(const Stacks *stacks, const char *tag);

/* The file for a variant: the face's own or the next plainer one. */
const FaceFile *face_file(const Face *face, FaceVariant variant,
                          FaceVariant *found);

bool ranges_have(const CharRanges *r, uint32_t cp);

#endif
