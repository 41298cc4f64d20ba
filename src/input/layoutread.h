/* layoutread.h - values of a YAML map, with errors at their place.
 *
 * The small words that layoutfile.c is written in. Each reader of a value
 * reports what is wrong with it, clears `ok` and leaves zeros behind, so that
 * all faults of a file are found in one run.
 */
#ifndef ENVOI_INPUT_LAYOUTREAD_H
#define ENVOI_INPUT_LAYOUTREAD_H

#include "input/yaml.h"
#include "model/layout.h"

typedef struct LayoutReader {
    Arena *arena;
    Diag *diag;
    bool ok;
} LayoutReader;

/* Keys that every kind of layout has. */
#define LAYOUT_COMMON_KEYS "kind", "title", "source", "aliases"

/* Longer than any sheet; sums of a few of them stay within Len. */
#define LAYOUT_LENGTH_MAX LEN_OF_MM(2000)

/* The map that a file is, `wrong` said if it is none. NULL after an error. */
const YamlNode *layoutread_root(LayoutReader *r, const Source *src,
                                const char *wrong);

/* Report keys of `map` that are not among `names`. `where` names the map. */
void layoutread_keys(LayoutReader *r, const YamlNode *map, const char *where,
                     const char *const *names, size_t n);

/* The value of a key that must be there; NULL after an error. */
const YamlNode *layoutread_need(LayoutReader *r, const YamlNode *map,
                                const char *key);
/* The same, and it must be a map with no keys but `names`. */
const YamlNode *layoutread_map(LayoutReader *r, const YamlNode *map,
                               const char *key, const char *const *names,
                               size_t n);

/* A list that may be absent: NULL, and NULL after an error, which shows
 * `example`. */
const YamlNode *layoutread_list(LayoutReader *r, const YamlNode *map,
                                const char *key, const char *example);

/* Text of a scalar, "" after an error. */
Text layoutread_text(LayoutReader *r, const YamlNode *value, const char *what);
/* The same with a NUL behind it, in the arena. */
const char *layoutread_string(LayoutReader *r, const YamlNode *value,
                              const char *what);
/* One of `words`, by its index; 0 after an error. */
size_t layoutread_word(LayoutReader *r, const YamlNode *value, const char *what,
                       const char *const *words, size_t n);
/* yes or no; no if it is absent. */
bool layoutread_yes(LayoutReader *r, const YamlNode *map, const char *key);
/* "countries", codes of two letters; how many. */
size_t layoutread_countries(LayoutReader *r, const YamlNode *map,
                            const char ***out);
/* A whole number from 1 to `most`. */
int layoutread_count(LayoutReader *r, const YamlNode *value, const char *what,
                     int most);

/* A length, 0 after an error. NULL is no error here: it was reported by
 * layoutread_need, or may be absent. */
Len layoutread_length(LayoutReader *r, const YamlNode *value, const char *what);
/* The same for sizes: more than nothing. */
Len layoutread_size(LayoutReader *r, const YamlNode *value, const char *what);

/* {width, height}, which must be there; false after an error. `at` (or NULL)
 * is where it stands. */
bool layoutread_sizes(LayoutReader *r, const YamlNode *map, const char *key,
                      Len *w, Len *h, Span *at);

/* {left, top, width, height} and the keys of `more`. */
LayoutBox layoutread_box(LayoutReader *r, const YamlNode *value,
                         const char *what, const char *const *more, size_t n);

/* "paper": a sheet's name or {width, height}, into l->w, h, paper. */
void layoutread_paper(LayoutReader *r, const YamlNode *root, Layout *l);

/* A layout of any kind, or of the kind `want` if that is not negative
 * (input/layoutfile.h). */
const Layout *layoutread_layout(Arena *a, const Source *src, const char *name,
                                int want, Diag *diag);
/* All keys of a label layout but LAYOUT_COMMON_KEYS (input/layoutlabels.c). */
void layoutread_labels(LayoutReader *r, const YamlNode *root, Layout *l);

/* Names of the .yaml files of a folder of layouts, without the ending, sorted:
 * the order in which a folder is read depends on the file system. */
size_t layoutread_names(Arena *a, const char *folder, Diag *diag,
                        const char *const **out);

/* Report at `where`. */
void layoutread_fail(LayoutReader *r, Span where, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

#endif
