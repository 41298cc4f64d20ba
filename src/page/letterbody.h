/* letterbody.h - the words of a letter as boxes for the flow: date, subject,
 * salutation, body, closing, signature, enclosures. Merge fields become values
 * here, for one sender and one addressee.
 */
#ifndef ENVOI_PAGE_LETTERBODY_H
#define ENVOI_PAGE_LETTERBODY_H

#include "model/letter.h"
#include "page/flow.h"

typedef struct LetterInput {
    const Letter *letter;
    const Contact *from, *to; /* NULL: none */
    Len width;                /* of the text area */
    bool date_right;          /* date at the end side */
} LetterInput;

/* How a language's letters look. Sources: facts 2.2 (Chinese), CLREQ, 5.4. */
typedef struct LetterLook {
    Len size;
    int leading_permille;
    Len indent;         /* first line of a paragraph */
    Len gap;            /* between paragraphs */
    bool signature_end; /* closing and signature at the end side */
} LetterLook;

const char *letter_lang(Arena *a, const Letter *letter);
LetterLook letter_look(const char *lang);

/* Append the letter's boxes. Unknown and empty fields are errors in `diag`;
 * false if there was one. */
bool letter_body(Arena *a, Fontset *fs, const LetterInput *in,
                 DisplayTags *tags, uint32_t document, Diag *diag,
                 FlowBoxes *out);

#endif
