#include "page/qrdraw.h"

Len qrdraw_side(const QrCode *code, Len wanted) {
    int all = code->size + 2 * QR_QUIET;
    Len module = (wanted / all + QR_DOT / 2) / QR_DOT * QR_DOT;
    return all * (module > QR_MODULE ? module : QR_MODULE);
}

void qrdraw(Arena *a, const QrCode *code, uint32_t tag, Len x, Len y, Len side,
            DisplayItems *to) {
    int all = code->size + 2 * QR_QUIET;
    for (int row = 0; row < code->size; row++) {
        const uint8_t *dark = code->dark + row * code->size;
        Len top = len_muldiv(side, row + QR_QUIET, all);
        Len bottom = len_muldiv(side, row + QR_QUIET + 1, all);
        /* Neighbours are one stroke: no seam between them. */
        for (int from = 0, end; from < code->size; from = end + 1) {
            end = from;
            while (end < code->size && dark[end])
                end++;
            if (end == from)
                continue;
            Len left = len_muldiv(side, from + QR_QUIET, all);
            Len right = len_muldiv(side, end + QR_QUIET, all);
            display_rect(a, to, tag, x + left, y + top, right - left,
                         bottom - top, 0);
        }
    }
}
