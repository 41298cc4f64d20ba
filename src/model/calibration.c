#include "model/calibration.h"

/* Along the crease, the place of the step that was read. */
static double step_at(Len middle, Len read) {
    return (double)middle +
           (double)read / (double)STAIR_RISE * (double)STAIR_TREAD;
}

/* A print turned clockwise by `slope` about the middle lies right of the
 * upright crease above the middle, and below the level one right of it:
 *
 *     right(y) = right - slope * y        down(x) = down + slope * x
 */
typedef struct Crease {
    double from, to;   /* places of the two readings */
    double off, slope; /* in the middle of the sheet; along the crease */
} Crease;

static Crease crease(Len middle, Len first, Len second) {
    Crease c = {.from = step_at(-middle, first), .to = step_at(middle, second)};
    c.slope = ((double)second - first) / (c.to - c.from);
    c.off = first - c.slope * c.from;
    return c;
}

static Len whole(double v) {
    return (Len)(v < 0 ? v - 0.5 : v + 0.5);
}

static int32_t on_100_mm(double slope) {
    return whole(slope * 100000);
}

void calibration_fold(const Len *read, size_t n, PrinterOffset *out,
                      int32_t *skew) {
    *out = (PrinterOffset){read[READ_A], read[READ_B], true, {0}};
    *skew = 0;
    if (n < READINGS)
        return;
    Crease upright = crease(STAIR_DOWN, read[READ_A], read[READ_C]);
    Crease level = crease(STAIR_ACROSS, read[READ_B], read[READ_D]);
    out->right = whole(upright.off);
    out->down = whole(level.off);
    /* The longer distance counts for more: least squares. */
    double u = upright.to - upright.from, l = level.to - level.from;
    *skew = on_100_mm((level.slope * l * l - upright.slope * u * u) /
                      (l * l + u * u));
}

int32_t calibration_disagreement(const Len *read) {
    Crease upright = crease(STAIR_DOWN, read[READ_A], read[READ_C]);
    Crease level = crease(STAIR_ACROSS, read[READ_B], read[READ_D]);
    int32_t off = on_100_mm(level.slope + upright.slope);
    return off < 0 ? -off : off;
}

bool calibration_bar(Len measured, int32_t *scale) {
    static const int lengths[] = {100, 150, 200};
    for (int i = 0; i < 3; i++) {
        double v = len_mm(measured) / lengths[i] * PRINTER_TRUE;
        if (v >= PRINTER_TRUE - PRINTER_SCALE_MAX &&
            v <= PRINTER_TRUE + PRINTER_SCALE_MAX) {
            *scale = whole(v);
            return true;
        }
    }
    return false;
}
