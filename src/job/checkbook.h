/* checkbook.h - everything that is to be said of an address book.
 */
#ifndef ENVOI_JOB_CHECKBOOK_H
#define ENVOI_JOB_CHECKBOOK_H

#include "job/session.h"

/* Every record of `path` (FILE or FILE#ID) as the slip that it would be printed
 * on: composed for the post of origin (`origin` NULL: unknown), each character
 * looked for in the fonts, set. Records are checked even where the reader found
 * errors in others. False if there is an error. */
bool check_book(Session *s, const char *path, const char *origin, Diag *diag);

#endif
