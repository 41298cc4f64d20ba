/* letters.h - the letters of a mailing as pages.
 *
 * Every item gets one letter of each file, one behind the other: the same
 * letter in several languages. Item `i` of the source is letter i % n of item
 * i / n of the mailing.
 */
#ifndef ENVOI_JOB_LETTERS_H
#define ENVOI_JOB_LETTERS_H

#include "job/mailing.h"
#include "job/print.h"
#include "model/letter.h"
#include "model/words.h"
#include "page/letterbody.h"

/* A letter file with what it needs: words of its language, its pictures. */
typedef struct ReadLetter {
    const Letter *letter;
    const char *lang; /* BCP 47 */
    Words words;
    const LetterPicture *pictures;
    size_t npictures;
} ReadLetter;

/* Lives in `a`. Errors in `diag`; false then, and what could be read is in
 * `out` (letter NULL: nothing). */
bool letter_read(Session *s, Arena *a, const char *path, Diag *diag,
                 ReadLetter *out);
/* The records that `option` (FILE or FILE#ID) or else the letter's header
 * names, for LETTER_TO or LETTER_FROM; none is fine. Close the list, whatever
 * came back. */
bool letter_records(Arena *a, const ReadLetter *r, LetterField field,
                    const char *option, Diag *diag, ContactList *out);
/* "from: blank": the sender writes himself in. */
bool letter_wants_pen(const ReadLetter *r, const char *from);

typedef struct LettersOptions {
    const ReadLetter *letters;
    size_t nletters;
    const char *layout; /* NULL: the letter's `on`, else by the origin */
    const char *origin; /* NULL: the sender's country */
    bool pen;           /* who has no name gets ruled lines; else nothing */
    bool no_sender;     /* nothing of the sender, whoever it is; no lines */
    DumpStage dump;     /* of text stages; into `text` */
    Buf *text;
} LettersOptions;

/* Session, mailing and what the options point to are borrowed. */
PageSource *letters_open(Session *s, const LettersOptions *opt,
                         const Mailing *m, Diag *diag);
void letters_close(PageSource *letters); /* NULL is fine */

#endif
