/* qr.h - a QR code as dark and light modules (ISO/IEC 18004), by libqrencode.
 */
#ifndef ENVOI_MODEL_QR_H
#define ENVOI_MODEL_QR_H

#include <stdbool.h>
#include <stdint.h>

#include "base/diag.h"

typedef struct QrCode {
    int size;            /* modules along a side; 0: none */
    const uint8_t *dark; /* size * size, row by row; 1: dark */
} QrCode;

/* Light modules around it that a reader needs (ISO/IEC 18004, 9.1). */
#define QR_QUIET 4

/* The code of `t`, as bytes of UTF-8 with error correction M, in `a`. A text
 * that no code holds is an error at its place; false then. */
bool qr_make(Arena *a, Text t, Diag *diag, QrCode *out);

#endif
