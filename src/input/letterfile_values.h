/* letterfile_values.h - values of a letter's header, with errors at their
 * place. Keys are compared with "-" and "_" alike. */
#ifndef ENVOI_INPUT_LETTERFILE_VALUES_H
#define ENVOI_INPUT_LETTERFILE_VALUES_H

#include "input/yaml.h"
#include "model/letter.h"

typedef struct FrontReader {
    Arena *arena;
    const Source *src;
    Diag *diag;
    Letter *letter;
    bool failed;
} FrontReader;

void front_fail(FrontReader *r, Span where, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* A text as a message shows it. */
const char *front_quoted(FrontReader *r, Text t);

bool front_key_is(Text key, const char *name);
/* An unknown key of `what` ("a letter"), which has `names`. */
void front_refuse_key(FrontReader *r, Text key, const char *what,
                      const char *const *names, size_t n);

/* Each takes the pair of a key and leaves *out alone after an error and where
 * nothing stands behind the key; false then. */
bool front_text(FrontReader *r, const YamlPair *pair, Text *out); /* trimmed */
/* A text that {{fields}} have no place in. */
bool front_plain(FrontReader *r, const YamlPair *pair, Text *out);
bool front_bool(FrontReader *r, const YamlPair *pair, bool *out);
/* "notes" or "brackets". */
bool front_links(FrontReader *r, const YamlPair *pair, bool *notes);
bool front_number(FrontReader *r, const YamlPair *pair, int most, int *out);
/* A list, or the lines of one text. */
bool front_list(FrontReader *r, const YamlPair *pair, TextList *out);
/* "zh, ug", "zh ug" or a list. */
bool front_langs(FrontReader *r, const YamlPair *pair, TextList *out);
/* A file, or {file, alt, width, height}; alt.s may be NULL behind it. */
bool front_image(FrontReader *r, const YamlPair *pair, LetterImage *out);
bool front_letterhead(FrontReader *r, const YamlPair *pair, Letterhead *out);

/* Is `tag` a language? */
bool front_lang(FrontReader *r, Text tag);

#endif
