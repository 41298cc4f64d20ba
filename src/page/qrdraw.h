/* qrdraw.h - a QR code in squares.
 */
#ifndef ENVOI_PAGE_QRDRAW_H
#define ENVOI_PAGE_QRDRAW_H

#include "model/qr.h"
#include "page/display.h"

/* No module is smaller: what a telephone reads in the light of a hall. */
#define QR_MODULE LEN_OF_MM(0.5)

/* The side of it with its quiet zone, `wanted` or as large as its modules must
 * be. */
Len qrdraw_side(const QrCode *code, Len wanted);

/* In a square of `side` at (x, y), the quiet zone inside. */
void qrdraw(Arena *a, const QrCode *code, uint32_t tag, Len x, Len y, Len side,
            DisplayItems *to);

#endif
