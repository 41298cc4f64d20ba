/* labelset.h - label sheets out of the collections that people have: gLabels'
 * templates and LibreOffice's labels.xml.
 *
 *     glabels:Avery/L4730              brand and part, in any case
 *     glabels:L4730                    the part alone, if one brand has it
 *     glabels:my.template              a file that holds one sheet
 *     glabels:FILE-OR-FOLDER#Avery/L4730
 *     libreoffice:Avery A4/L7159       manufacturer and first word of the name;
 *                                      the whole name where that is not enough
 *     libreoffice:FILE#Avery A4/L7159
 *     FILE.xml#Avery/L4730             a file alone; what it is, its root tells
 *
 * Without a file, the usual places are looked through, the user's own first:
 *
 *   gLabels      $XDG_CONFIG_HOME/libglabels/templates (gLabels 3)
 *                $XDG_CONFIG_HOME/glabels.org/glabels-qt (gLabels-qt)
 *                ~/.glabels
 *                libglabels-3.0/templates and glabels-qt/templates of each
 *                folder in $XDG_DATA_DIRS
 *                of these, the files *-templates.xml, *.template and
 *                paper-sizes.xml
 *   LibreOffice  share/labels/labels.xml of /usr/lib/libreoffice,
 *                /usr/lib64/libreoffice, /opt/libreoffice*, snap and flatpak
 *
 * ENVOI_GLABELS and ENVOI_LABELS_XML, if set, name folders or files (apart by
 * ":") to look through instead; set but empty, there are none.
 *
 * An entry is built into a Layout and judged by layout_check before anyone sees
 * it; one that contradicts itself is an error at its line.
 */
#ifndef ENVOI_INPUT_LABELSET_H
#define ENVOI_INPUT_LABELSET_H

#include "model/layout.h"

typedef enum LabelFormat { LABELS_GLABELS, LABELS_LIBREOFFICE } LabelFormat;
enum { LABEL_FORMATS = 2 };

/* "gLabels", and the word in front of the colon. By LabelFormat. */
extern const char *const label_format_names[LABEL_FORMATS];
extern const char *const label_format_words[LABEL_FORMATS];
/* Debian's package that brings it. */
extern const char *const label_format_packages[LABEL_FORMATS];

/* Does it begin with one of those words and a colon, or is it a file by its
 * ending: *.xml, *.template? */
bool labelset_is_name(const char *name);

/* The name with its file, if it has one, as seen from here where it stands in
 * `file`; and the way back, as fs_beside and fs_named_in. */
const char *labelset_beside(Arena *a, const char *file, const char *name);
const char *labelset_named_in(Arena *a, const char *file, const char *name);

/* The layout of that name. NULL with the reason in `diag`, at `where` if the
 * name is at fault, in the collection's file if that is. */
const Layout *labelset_load(Arena *a, const char *name, Span where, Diag *diag);

typedef struct LabelHits {
    size_t entries;       /* of the collection; 0: it is not installed */
    size_t found;         /* that match and can be used */
    size_t broken;        /* that match and cannot */
    const Layout **shown; /* the first of those found */
    size_t nshown;
} LabelHits;

/* Entries of an installed collection with all words of `text` in name or title,
 * in any case; at most `most` of them in `shown`, named so that labelset_load
 * finds them again. */
void labelset_search(Arena *a, LabelFormat format, const char *text,
                     size_t most, LabelHits *out);

/* Their number, without a look at any. */
size_t labelset_count(Arena *a, LabelFormat format);

/* A file or folder of label sheets, by its name: *.xml, *.template, or a folder
 * with such files. */
bool labelset_is_file(Arena *a, const char *path);

typedef struct LabelCounts {
    LabelFormat format;
    size_t entries, good;
} LabelCounts;

/* Every entry of a file or folder: each one that cannot be used is an error
 * that names it. False if nothing could be read. */
bool labelset_check(Arena *a, const char *path, Diag *diag, LabelCounts *out);

#endif
