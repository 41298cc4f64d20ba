/* qrdraw.h - a QR code in squares.
 */
#ifndef ENVOI_PAGE_QRDRAW_H
#define ENVOI_PAGE_QRDRAW_H

#include "model/qr.h"
#include "page/display.h"

/* A dot at 150 dpi, two and four at 300 and 600: modules of whole dots are all
 * of one width on paper and on a screen. */
#define QR_DOT LEN_OF_PT(0.48)
/* No module is smaller, 0.5 mm: what a telephone reads in the light of a hall.
 */
#define QR_MODULE (3 * QR_DOT)

/* The side of it with its quiet zone: about `wanted`, or as large as its
 * modules must be. */
Len qrdraw_side(const QrCode *code, Len wanted);

/* In a square of `side` at (x, y), the quiet zone inside. */
void qrdraw(Arena *a, const QrCode *code, uint32_t tag, Len x, Len y, Len side,
            DisplayItems *to);

#endif
