/* proofpage.h - addresses to be checked by somebody who cannot read them.
 *
 * Each address once: as it will print, at its true size in the outline of what
 * it stands on; large; and every line that is not in Latin script character by
 * character (page/proofcells.h). Under it, facts.
 *
 * The words are English, as messages are.
 */
#ifndef ENVOI_PAGE_PROOFPAGE_H
#define ENVOI_PAGE_PROOFPAGE_H

#include "page/addressfit.h"

typedef struct ProofFact {
    const char *label; /* "" goes on with the fact above */
    const char *value;
    const char *lang;
} ProofFact;

typedef struct ProofEntry {
    const char *title; /* who */
    const char *under; /* which record */
    const AddressFit *fit;
    Len frame_w, frame_h;        /* of the outline */
    Len x, y;                    /* of the address in it */
    const DisplayItems *picture; /* what is in it, instead; NULL: that alone */
    const ProofFact *facts;
    size_t nfacts;
} ProofEntry;

/* Is the line in another script than Latin? */
bool proofpage_is_native(const AddressFitLine *line);

typedef struct ProofSheet {
    Len w, h;
    size_t first;      /* number of the first page, from 1 */
    const char *title; /* of the document; NULL: these pages go on */
    const char *intro; /* how to use it */
} ProofSheet;

/* Lay the entries out over as many pages as they need, in `a`. An entry that
 * fits a page is not cut by its end. */
void proofpage_draw(Arena *a, Fontset *fs, const ProofSheet *sheet,
                    const ProofEntry *entries, size_t n, DisplayTags *tags,
                    Diag *diag, DisplayPages *out);

#endif
