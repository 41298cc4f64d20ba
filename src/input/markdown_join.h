/* markdown_join.h - is a line end between two characters a space? */
#ifndef ENVOI_INPUT_MARKDOWN_JOIN_H
#define ENVOI_INPUT_MARKDOWN_JOIN_H

#include <stdbool.h>
#include <stddef.h>

typedef enum JoinClass {
    JOIN_SPACED, /* words have spaces between them */
    JOIN_EITHER, /* “ ” ‘ ’ — … ·: as what stands on their other side */
    JOIN_HAN,     /* Han, kana, their punctuation and full-width forms */
    JOIN_TIBETAN, /* Tibetan letters and signs */
    JOIN_TSHEG    /* the tsheg, behind which Tibetan lines end */
} JoinClass;

/* The class of the first or last character of s[0..n) that is not JOIN_EITHER;
 * JOIN_EITHER if there is none. */
JoinClass join_first(const char *s, size_t n);
JoinClass join_last(const char *s, size_t n);

/* Does a line end between them vanish? */
bool join_closed(JoinClass before, JoinClass behind);

#endif
