/* envelopedesign.h - envelopes that a country's post designed as a whole: with
 * boxes for the postcode, printed words, columns instead of lines.
 *
 * Such an envelope is for mail inside its countries; its places are its own and
 * not those of model/postzones.h. The struct is part of a Layout and lives in
 * its arena.
 */
#ifndef ENVOI_MODEL_ENVELOPEDESIGN_H
#define ENVOI_MODEL_ENVELOPEDESIGN_H

#include "model/layout.h"

/* Boxes in a row, all of the same size; measured inside their lines. */
typedef struct PostcodeGroup {
    int count;
    Len first; /* from the left of the last box of the group before, or from the
                  left of the envelope */
    Len pitch; /* from the left of a box to that of the next */
    Len line;  /* width of the frame's lines; 0: digits without frame */
} PostcodeGroup;

#define POSTCODE_GROUPS 3
#define POSTCODE_BOXES 12

typedef struct PostcodeBoxes {
    Len top, w, h;
    PostcodeGroup groups[POSTCODE_GROUPS];
    int ngroups;
    int count;       /* of all boxes */
    int *lengths;    /* digits that a postcode may have beside `count` */
    size_t nlengths; /* (Taiwan: 3, 5 or 6 of 6) */
    bool hyphen;     /* a stroke between the first two groups */
    uint32_t colour; /* of the frame, 0xRRGGBB */
    Len size;        /* of the digits; 0: as the boxes allow */
    Span span;       /* src NULL: absent */
} PostcodeBoxes;

/* What stands printed on the envelope itself. */
typedef struct EnvelopeWords {
    Text text;
    const char *lang;
    LayoutBox box; /* in whose middle it stands */
    Len size;
    Len line; /* of a frame around the box, in the colour of the postcode's; 0:
                 none */
} EnvelopeWords;

typedef struct EnvelopeDesign {
    const char **countries; /* alpha-2: posted in one, and addressed to one */
    size_t ncountries;
    bool vertical;  /* the address in columns; `recipient` is the place of the
                       address without the addressee */
    LayoutBox name; /* the addressee's column, of a vertical one */
    PostcodeBoxes to, from; /* the addressee's and the sender's postcode */
    EnvelopeWords *words;
    size_t nwords;
    Text unverified; /* what of it no source confirms, for the user to know; or
                        "" */
    Span span;
} EnvelopeDesign;

/* Box `k` of `boxes` (0-based, in the order of the digits), inside its line. */
LayoutBox postcode_box(const PostcodeBoxes *boxes, int k);
/* All of them, lines included. */
LayoutBox postcode_extent(const PostcodeBoxes *boxes);
/* Width of the lines of box `k`. */
Len postcode_line(const PostcodeBoxes *boxes, int k);
/* May a postcode of `digits` digits stand in them? */
bool postcode_fills(const PostcodeBoxes *boxes, size_t digits);

/* Is mail from one of these countries to the other in the design? */
bool design_serves(const EnvelopeDesign *d, const char *country);

#endif
