/* letterbody.h - the words of a letter as boxes for the flow: date, references,
 * subject, salutation, body, closing, signature, postscript, enclosures,
 * copies, footnotes. Merge fields become values here, for one sender and one
 * addressee.
 */
#ifndef ENVOI_PAGE_LETTERBODY_H
#define ENVOI_PAGE_LETTERBODY_H

#include "model/words.h"
#include "page/flow.h"
#include "page/letterlook.h"

/* A picture the letter names, loaded by the job; found by its file's Text. */
typedef struct LetterPicture {
    Text file;
    Image image;
} LetterPicture;

typedef struct LetterPlan LetterPlan;

typedef struct LetterInput {
    const Letter *letter;
    const Contact *from, *to; /* NULL: none */
    bool pen_sender;          /* ruled lines instead of a sender */
    const Words *words;
    Hyphenator *hyphenator; /* of the body's paragraphs; NULL: none */
    const LetterPicture *pictures;
    size_t npictures;
    Len width;       /* of the text area */
    bool date_right; /* date at the end side */
    LetterStyle style;
    int tightness;    /* of letter_look */
    unsigned varies;  /* LetterSide: the records that the letters of `plan`
                         differ in */
    LetterPlan *plan; /* what they have in common is kept there; NULL: each
                         letter is on its own */
} LetterInput;

typedef struct LetterBoxes {
    FlowBoxes boxes, notes;
} LetterBoxes;

const char *letter_lang(Arena *a, const Letter *letter);
const Image *letter_picture(const LetterInput *in, Text file);

/* A picture's size on paper: what the letter says, else by its dpi (150 if the
 * file says none), never wider than `max`. */
void letter_picture_size(const Image *image, Len width, Len height, Len max,
                         Len *w, Len *h);

/* Append the letter's boxes. Unknown and empty fields, a word wider than the
 * line, a table wider than the page are errors in `diag`; false if there was
 * one. */
bool letter_body(Arena *a, Fontset *fs, const LetterInput *in,
                 DisplayTags *tags, uint32_t document, Diag *diag,
                 LetterBoxes *out);

/* Its blocks alone and their footnotes, without what makes them a letter: a
 * text on a sheet of another kind. */
bool letter_text(Arena *a, Fontset *fs, const LetterInput *in,
                 DisplayTags *tags, uint32_t document, Diag *diag,
                 LetterBoxes *out);

#endif
