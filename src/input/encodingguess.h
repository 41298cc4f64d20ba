/* encodingguess.h - which of the old encodings a text is in. ICU below.
 *
 * ICU's detector was made for pages of prose and is often wrong on a list of
 * ten addresses. So its opinion is one voice: each encoding that the bytes are
 * valid in is also judged by what they then say - common characters of its
 * standard's first level or rare ones, words that change script or case in the
 * middle, and names of columns that somebody uses.
 */
#ifndef ENVOI_INPUT_ENCODINGGUESS_H
#define ENVOI_INPUT_ENCODINGGUESS_H

#include "input/encoding.h"

typedef struct EncodingGuess {
    const char *name;   /* as people and ICU call it; NULL: none fits */
    bool latin;         /* each byte is a character, letters are Latin */
    const char *reads;  /* a field of the file in it */
    const char *second; /* nearly as likely, and reads otherwise; or NULL */
    const char *second_reads;
} EncodingGuess;

/* Of bytes that are neither UTF-8 nor UTF-16. Strings live in `a`. */
EncodingGuess encoding_guess(Arena *a, const char *bytes, size_t n,
                             EncodingWord *knows, const void *data);

#endif
