/* larger.h - a sheet that holds the address that another one does not. */
#ifndef ENVOI_JOB_LARGER_H
#define ENVOI_JOB_LARGER_H

#include "job/session.h"
#include "model/layout.h"
#include "page/addressfit.h"

/* The built-in sheets on the same paper as `than`, slips for slips and labels
 * for labels. Nothing is read before the first question. In the arena; the
 * session and `than` are borrowed. */
typedef struct LargerSheets LargerSheets;
LargerSheets *larger_new(Arena *a, Session *session, const Layout *than);

/* The name of the one with the most labels that the block fits, as
 * address_fit_find would say with its boxes in `opt`; NULL if there is none.
 * The sheet found for one address is the first that is tried for the next: a
 * list gets few names, and its last one holds all that asked before. */
const char *larger_find(LargerSheets *s, const AddressBlock *plain,
                        const AddressBlock *compact,
                        const AddressFitOptions *opt);

#endif
