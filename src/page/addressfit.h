/* addressfit.h - set an address block as large as a box allows.
 *
 * Sizes go down from ADDRESS_MAX in half points until the block fits: first
 * with no line broken, then with breaks at administrative units and spaces,
 * then with the Latin place joined into one flowing text. The native script
 * stays at 10 pt or more where the box can hold it, 9 pt otherwise; nothing is
 * set under 8 pt (pdf.md, legibility; facts 3.3, 5.1).
 *
 * Finding the setting and setting the lines are two steps: a setting is a few
 * bytes, so that a job keeps one for each addressee and sets the lines when
 * their page is drawn. Its memory then grows with the page, not with the list.
 */
#ifndef ENVOI_PAGE_ADDRESSFIT_H
#define ENVOI_PAGE_ADDRESSFIT_H

#include "model/address.h"
#include "page/display.h"
#include "text/dump.h"

#define ADDRESS_MAX LEN_OF_PT(12)
#define ADDRESS_MIN LEN_OF_PT(8)
/* Under this size a block may take its compact form. */
#define ADDRESS_COMPACT LEN_OF_PT(9)
#define ADDRESS_NATIVE_GOOD LEN_OF_PT(10)
#define ADDRESS_NATIVE_MIN LEN_OF_PT(9)

typedef struct AddressRoom {
    Len w, h;
} AddressRoom;

typedef struct AddressFitOptions {
    Len w, h;          /* the box that text must stay in */
    Len max_size;      /* ADDRESS_MAX for a delivery address */
    FontFamily family; /* sans: it is read by machines */
    /* Boxes that it may stand in instead: an oval has wide and low ones, narrow
     * and high ones. The one is taken that allows the largest type. */
    const AddressRoom *others;
    size_t nothers;
} AddressFitOptions;

/* How freely lines may break. */
typedef enum AddressFreedom {
    ADDRESS_FREE_NONE,   /* every line stays whole */
    ADDRESS_FREE_NATIVE, /* native lines, titles and organisations may break */
    ADDRESS_FREE_PARTS,  /* the Latin place too, between its parts */
    ADDRESS_FREE_ALL     /* and inside them; names never break */
} AddressFreedom;

typedef struct AddressSetting {
    bool compact; /* the block whose place is joined */
    AddressFreedom freedom;
    Len size;       /* of the addressee's lines */
    Len native_min; /* native lines are no smaller */
    bool tight;     /* less air between lines */
    size_t room;    /* the box it fits: 0 is the options' own, others[i] is
                       i + 1 */
} AddressSetting;

typedef struct AddressFitLine {
    Para para;
    AddressRole role;
    const char *lang;
    Len x; /* of the paragraph from the block's left: 0, but where the block is
              of columns, the right edge of them, or its parts stand apart */
    Len y; /* top of the paragraph from the block's top */
} AddressFitLine;

typedef struct AddressFit {
    AddressFitLine *lines;
    size_t n;
    Len size;           /* of the addressee's lines */
    Len w, h;           /* of the set block */
    Len over_w, over_h; /* how much too large for the box; both 0 if it fits */
    DisplayMarks mark;
} AddressFit;

/* Find the largest setting of `plain`, or of `compact` (the same block, place
 * joined) where that allows a larger one, that fits the box. False if neither
 * fits: `out` is then the smallest setting there is. A character no font covers
 * is an error in `diag`. */
bool address_fit_find(Fontset *fs, const AddressBlock *plain,
                      const AddressBlock *compact, const AddressFitOptions *opt,
                      Diag *diag, AddressSetting *out);

/* Set the lines that way, in `a`. */
void address_fit_set(Arena *a, Fontset *fs, const AddressBlock *plain,
                     const AddressBlock *compact, const AddressSetting *as,
                     const AddressFitOptions *opt, Diag *diag, AddressFit *out);

/* Both at once; if it does not fit, set as small as there is. `like` is how
 * another address of the same list was set, which says at which sizes to
 * measure so that the lines need not be made twice; zeroed: none yet. What
 * comes out does not depend on it. */
bool address_fit_like(Arena *a, Fontset *fs, const AddressBlock *plain,
                      const AddressBlock *compact, const AddressFitOptions *opt,
                      const AddressSetting *like, Diag *diag,
                      AddressSetting *as, AddressFit *out);

/* Draw the block with its top-left at (x, y), each line a paragraph under
 * `parent`. */
void address_fit_draw(Arena *a, const AddressFit *fit, DisplayTags *tags,
                      uint32_t parent, Len x, Len y, DisplayItems *to);

void address_fit_dump(const AddressFit *fit, DumpStage stage, Buf *out);

#endif
