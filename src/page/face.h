/* face.h - the front of an envelope: addressee, return address, air mail mark.
 *
 * Drawn with its top left corner at the origin, by the boxes of a layout that
 * is placed (model/postzones.h): as a page of its own, on a sheet to cut out,
 * on a panel of a folded letter. What must stay empty is proved to be, from the
 * outlines of what was drawn.
 */
#ifndef ENVOI_PAGE_FACE_H
#define ENVOI_PAGE_FACE_H

#include "model/layout.h"
#include "page/addressfit.h"
#include "page/display.h"

/* Left for the air mail mark at the bottom of the sender's box. */
#define FACE_AIR_ROOM LEN_OF_MM(10)

typedef struct Face {
    const Layout *layout;
    const AddressFit *to;   /* NULL: shows through a window */
    const AddressFit *from; /* NULL: no return address here */
    bool pen;               /* ruled lines for it instead */
    const Para *air;        /* NULL: no mark */
} Face;

/* The words of the air mail mark in one framed line, as large as `width`
 * allows. False if they are too long or no font has them; that is in `diag`. */
bool face_set_air(Arena *a, Fontset *fs, Text words, Len width, Span where,
                  Diag *diag, Para *out);

void face_draw(Arena *a, const Face *f, DisplayTags *tags, uint32_t parent,
               DisplayItems *to);

/* The return address on the back, in the middle of the flap: the envelope lies
 * with the flap's fold at the top. */
void face_draw_flap(Arena *a, const Layout *l, const AddressFit *from,
                    DisplayTags *tags, uint32_t parent, DisplayItems *to);

/* The box of that: what the flap of any envelope has room for. */
LayoutBox face_flap(const Layout *l);

/* `items`, drawn with the face's corner at the origin, leave the stamp and the
 * zones of the machines empty. Else an error, which names `what` and the
 * millimetres. */
bool face_prove(const Layout *l, const DisplayItems *items, const char *what,
                Diag *diag);

#endif
