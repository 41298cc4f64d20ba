/* address_cn.h - what is particular to addresses in China (facts 4.2).
 *
 * Private to the model layer.
 */
#ifndef ENVOI_MODEL_ADDRESS_CN_H
#define ENVOI_MODEL_ADDRESS_CN_H

#include "model/address_format.h"

typedef struct CnPostcode {
    char digits[7];  /* ASCII, also where the source has full-width ones */
    Span span;       /* of the digits */
    size_t from, to; /* bytes to take out of the line with it: its label
                        and the blanks, commas or brackets around it */
    bool apart; /* gaps on both sides: it kept two words apart, such as a house
                   number and a name */
} CnPostcode;

/* The first postcode in a line: six digits that touch no other digit, and that
 * are no part of a telephone number, house number or word. */
bool cn_postcode_find(Text line, CnPostcode *out);

/* The next one from byte `*at`, which then is behind it. */
bool cn_postcode_next(Text line, size_t *at, CnPostcode *out);

/* Five digits standing where a postcode would: one digit was lost. In lines in
 * Latin letters only beside the name of a province; a house has such a number
 * too. */
bool cn_short_postcode_find(Text line, bool latin, CnPostcode *out);

/* Xinjiang's postcodes begin with the three digits of one of its areas; true of
 * a code with two others that are Xinjiang's. */
bool cn_area_unknown(const char digits[7]);

/* Is it one? */
bool cn_postcode_valid(Text t);

/* `line` without its postcode, as the parts that remain (none, one or two). */
TextList cn_without_postcode(Arena *a, Text line, const CnPostcode *postcode);

/* The province that `where` names, by its Chinese name at the start or by its
 * name in Latin letters anywhere but in a street's name, against the postcode's
 * first two digits; NULL if they agree or nothing is known, else the postcode's
 * province in Latin letters. */
const char *cn_other_province(const char digits[7], Text where);

/* Does a line in Latin letters name a province, other than in a street's name?
 * *from: where the name begins. */
bool cn_find_province(Text line, size_t *from);

/* The recipients' lines: a long title above, else name and title together; a
 * gap and U+6536 behind each, unless the name brings a word like it. */
FieldLines cn_recipient(Arena *a, FieldLines names, FieldLines title);

/* Does a recipient's line end in the word that goes behind the writer's own
 * name (jing qi)? */
bool cn_is_writers_word(Text name);

/* The word of kinship that `t` is or ends in, before any word of the above
 * kind; n == 0 if there is none. */
Text cn_kinship(Text t);

#endif
