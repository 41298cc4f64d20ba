/* letterlook.h - how letters look, by language and house style.
 *
 * Sources: facts 2.2 (Chinese letters, GB/T 9704), CLREQ (two em, Chinese
 * sizes), JLREQ, KLREQ; Latin measures are ours.
 */
#ifndef ENVOI_PAGE_LETTERLOOK_H
#define ENVOI_PAGE_LETTERLOOK_H

#include "model/layout.h"
#include "model/letter.h"

typedef struct LetterLook {
    Len size;
    int leading_permille;
    Len indent;         /* first line of a paragraph */
    Len gap;            /* between paragraphs */
    Len signature;      /* space for the pen */
    bool signature_end; /* closing and signature at the end side */
    bool date_last;     /* under the signature */
    Len end_inset;      /* signature and date this far from the end side */
    bool justify;       /* unless the letter says otherwise */
} LetterLook;

/* Settings from comfortable (0) to the tightest: first spacing, then size, in
 * half points down to LETTER_MIN_SIZE. */
#define LETTER_MIN_SIZE LEN_OF_PT(9.5)
LetterLook letter_look(const char *lang, LetterStyle style, bool large_print,
                       int tightness);
/* The number of settings. */
int letter_look_steps(const char *lang, LetterStyle style, bool large_print);

/* "en-GB" is "en"; "zh-Hans" is "zh". */
bool letter_lang_is(const char *lang, const char *primary);

/* What stands between a label and its value: ": ", " : ", "：". */
const char *letter_colon(const char *lang);
/* Between place and date. */
const char *letter_comma(const char *lang);

#endif
