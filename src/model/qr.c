#include "model/qr.h"

#include <qrencode.h>

bool qr_make(Arena *a, Text t, Diag *diag, QrCode *out) {
    *out = (QrCode){0};
    QRcode *code = QRcode_encodeData((int)t.n, (const unsigned char *)t.s, 0,
                                     QR_ECLEVEL_M);
    if (!code) {
        diag_at(diag, DIAG_ERROR, t.span,
                "this is too long for a QR code; use a shorter address");
        return false;
    }
    size_t n = (size_t)code->width * (size_t)code->width;
    uint8_t *dark = arena_alloc(a, n);
    for (size_t i = 0; i < n; i++)
        dark[i] = code->data[i] & 1; /* the others tell what a module is for */
    *out = (QrCode){code->width, dark};
    QRcode_free(code);
    return true;
}
