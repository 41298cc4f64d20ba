/* designface.h - the front of an envelope that a country's post designed: the
 * postcode in boxes, the address in lines or columns, printed words.
 *
 * Everything stands where the design says (model/envelopedesign.h), so that a
 * frame printed before is met. What does not fit its place is an error with the
 * millimetres.
 */
#ifndef ENVOI_PAGE_DESIGNFACE_H
#define ENVOI_PAGE_DESIGNFACE_H

#include "page/addressfit.h"
#include "page/postcodeboxes.h"

/* Somebody on the envelope; `what` is how messages name the record at `span`.
 */
typedef struct DesignParty {
    const AddressColumns *columns; /* NULL: nobody, no return address */
    const char *what;
    Span span;
} DesignParty;

/* An address: where its parts stand on the envelope is in the places of its
 * lines from the block's corner. */
typedef struct DesignBlock {
    AddressFit fit;
    Len x, y;  /* of its corner from the envelope's */
    bool code; /* the first line is the postcode in its boxes */
} DesignBlock;

typedef struct DesignFace {
    const Layout *layout;
    DesignBlock to, from; /* `from` of no lines: no return address */
    Para *words;          /* one for each of the design's */
} DesignFace;

/* Set everything in `a`. All errors in `diag`; false then. */
bool designface_set(Arena *a, Fontset *fs, const Layout *l,
                    const DesignParty *to, const DesignParty *from, Diag *diag,
                    DesignFace *out);

/* All with the envelope's top left corner at the origin. What an envelope may
 * have printed on it already: frames and words. */
void designface_draw_frame(Arena *a, const DesignFace *f, DisplayItems *to);
/* Addressee and sender, in the order of reading. `loose` gets once more what
 * does not stand in a box: it must leave empty what machines read. */
void designface_draw(Arena *a, const DesignFace *f, DisplayTags *tags,
                     uint32_t parent, DisplayItems *to, DisplayItems *loose);

#endif
