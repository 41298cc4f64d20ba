/* importtext.h - words of a line without their looks, and patterns of words.
 *
 * Headings and labels of documents differ in case, accents, apostrophes and
 * marks; what is compared is neither. Each Chinese character is a word.
 */
#ifndef ENVOI_MODEL_IMPORTTEXT_H
#define ENVOI_MODEL_IMPORTTEXT_H

#include <stdbool.h>

#include "base/source.h"

/* Longer words are cut: no word of a table is. */
#define FOLD_BYTES 32

typedef struct FoldWord {
    char s[FOLD_BYTES]; /* lower case, without accents; NUL behind */
    size_t from, to;    /* bytes of the text */
} FoldWord;

typedef struct FoldWords {
    FoldWord *v;
    size_t n;
} FoldWords;

/* The first `max` words of `t`, and those that follow one another in a
 * pattern. */
FoldWords fold_words(Arena *a, Text t, size_t max);

/* Does `pattern` match the words from `at` on? The number of words it takes, 0
 * if it does not. In a pattern "name|names" are alternatives, "pronoun*" the
 * beginning of a word, "~" up to eight words of any kind (none at the end). A
 * word of eight or more letters may have a slip: one letter more, less, other
 * or doubled wrongly on each side. */
size_t fold_match(const FoldWords *w, size_t at, const char *pattern);

/* `t` as its folded words with a blank between: for comparing two texts. In the
 * arena. */
const char *fold_plain(Arena *a, Text t);

/* Bytes of the blanks and marks at `from` that may stand behind a label; *colon
 * if a colon is among them. */
size_t fold_behind(Text t, size_t from, bool *colon);

/* Without `mark` and blanks at its end, as often as they stand there. `marks`
 * are ASCII characters. */
Text text_without_tail(Text t, const char *marks);
bool text_ends(Text t, const char *s);
bool text_starts(Text t, const char *s);
/* Where `s` stands in `t`; SIZE_MAX if nowhere. */
size_t text_find(Text t, const char *s);
/* Has it Chinese characters; are most of its letters such? */
bool text_has_han(Text t);
bool text_is_han(Text t);
/* Letters, none of them small. */
bool text_is_capitals(Text t);

#endif
