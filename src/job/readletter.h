/* readletter.h - a letter file with what it needs: words of its language, its
 * pictures, the lists it names.
 */
#ifndef ENVOI_JOB_READLETTER_H
#define ENVOI_JOB_READLETTER_H

#include "input/contacts.h"
#include "job/session.h"
#include "model/letter.h"
#include "model/words.h"
#include "page/letterbody.h"

typedef struct ReadLetter {
    const char *path;
    const Letter *letter; /* NULL: the file could not be read */
    bool broken; /* it is wrong: of the letter only the header can be asked */
    const char *lang; /* BCP 47 */
    Words words;
    VEC(LetterPicture) pictures;
} ReadLetter;

/* Lives in `a`. False with errors in `diag`; if out->letter is set, its lists
 * can still be looked at. */
bool letter_read(Session *s, Arena *a, const char *path, Diag *diag,
                 ReadLetter *out);

/* The records that `option` (FILE or FILE#ID) or else the letter's header
 * names, for LETTER_TO or LETTER_FROM; none is fine. Close the list, whatever
 * came back. */
bool letter_records(const Session *s, Arena *a, const ReadLetter *r,
                    LetterField field, const char *option, Diag *diag,
                    ContactList *out);

/* "from: blank": the sender writes himself in. `from` goes before the header;
 * NULL: there is no such option. */
bool letter_wants_pen(const ReadLetter *r, const char *from);

#endif
