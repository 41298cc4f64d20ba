/* importoffice.h - an editable letter file of a letter that somebody sent.
 *
 * Letterhead, reference, date, subject, salutation, body with its footnotes,
 * closing, signature and office go into their fields (input/letterfile.h). A
 * letter has few words that say what is what, so most is told from where it
 * stands; what is not certain says "# check:".
 */
#ifndef ENVOI_JOB_IMPORTOFFICE_H
#define ENVOI_JOB_IMPORTOFFICE_H

#include "base/diag.h"
#include "model/importing.h"

/* The letter as LETTER.md in `out`, and what was found in `report`. False, with
 * the reason in `diag`, if there is no salutation and no closing: then it is no
 * letter. `lang`: of the letter; NULL: told from its words. */
bool importoffice(Arena *a, const Document *document, const char *lang,
                  Diag *diag, Buf *report, Buf *out);

#endif
