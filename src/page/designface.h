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
#include "page/verticalfit.h"

/* Somebody on the envelope; `what` is how messages name the record at `span`.
 */
typedef struct DesignParty {
    const AddressColumns *columns; /* NULL: nobody, no return address */
    const char *what;
    Span span;
} DesignParty;

typedef struct DesignFace {
    const Layout *layout;
    bool vertical;
    AddressFit to, from;             /* in lines */
    VerticalFit place, name, sender; /* in columns */
    PostcodeDigits to_code, from_code;
    Para *words; /* one for each of the design's */
} DesignFace;

/* Set everything in `a`. All errors in `diag`; false then. */
bool designface_set(Arena *a, Fontset *fs, const Layout *l,
                    const DesignParty *to, const DesignParty *from, Diag *diag,
                    DesignFace *out);

/* Mark the addressee's lines for a proof: the postcode in its boxes, if it has
 * them, then the lines, or the columns of the place and of the name. */
void designface_mark(DesignFace *f, size_t address);
/* These lines, in this order, for comparing and showing; an address has no
 * height or width here. */
void designface_lines(Arena *a, Fontset *fs, const DesignFace *f, Diag *diag,
                      AddressFit *out);

/* All with the envelope's top left corner at the origin. What an envelope may
 * have printed on it already: frames and words. */
void designface_draw_frame(Arena *a, const DesignFace *f, DisplayItems *to);
/* The postcodes. */
void designface_draw_codes(Arena *a, const DesignFace *f, DisplayTags *tags,
                           uint32_t parent, DisplayItems *to);
/* Addressee and sender. */
void designface_draw(Arena *a, const DesignFace *f, DisplayTags *tags,
                     uint32_t parent, DisplayItems *to);

/* The addressee's lines or columns. */
void designface_dump(const DesignFace *f, DumpStage stage, Buf *out);

#endif
