#include "model/printer.h"

#include <stdlib.h>

const char *const printer_papers[PRINTER_PAPERS] = {"envelope", "a4", "letter"};

typedef struct Check {
    Diag *diag;
    bool ok;
} Check;

#define FAIL(c, where, ...)                                                    \
    do {                                                                       \
        (c)->ok = false;                                                       \
        diag_at((c)->diag, level_at(where), (where), __VA_ARGS__);             \
    } while (0)

/* What no file says was given on the command line. */
static DiagLevel level_at(Span where) {
    return where.src ? DIAG_ERROR : DIAG_USAGE;
}

static bool beyond(int64_t v, int64_t max) {
    return v > max || v < -max;
}

static void check_offset(Check *c, const char *what, const PrinterOffset *o) {
    if (!beyond(o->right, PRINTER_OFFSET_MAX) &&
        !beyond(o->down, PRINTER_OFFSET_MAX))
        return;
    FAIL(c, o->at,
         "\"%s\" is %.1f mm right and %.1f mm down; more than %.0f mm is no "
         "fault of the printer: print the page of `envoi calibrate` at 100 %%, "
         "on paper of its size, and measure again",
         what, len_mm(o->right), len_mm(o->down), len_mm(PRINTER_OFFSET_MAX));
}

static void check_border(Check *c, const PrinterBorder *b) {
    const Len sides[] = {b->left, b->top, b->right, b->bottom};
    static const char *const names[] = {"left", "top", "right", "bottom"};
    for (int i = 0; i < 4; i++)
        if (sides[i] < 0 || sides[i] > PRINTER_BORDER_MAX)
            FAIL(c, b->at,
                 "\"border\" is %.1f mm at the %s; it must be from 0 to %.0f "
                 "mm",
                 len_mm(sides[i]), names[i], len_mm(PRINTER_BORDER_MAX));
}

static void check_scale(Check *c, const Printer *p) {
    const PrinterScale *s = &p->scale;
    if (s->given && (beyond(s->across - PRINTER_TRUE, PRINTER_SCALE_MAX) ||
                     beyond(s->down - PRINTER_TRUE, PRINTER_SCALE_MAX)))
        FAIL(c, s->at,
             "\"scale\" is %.1f %% across and %.1f %% down; it must be from 90 "
             "to 110 %%: switch off \"fit to page\" in the print dialog and "
             "measure again",
             s->across / 1e4, s->down / 1e4);
    if (p->compensate && !s->given)
        FAIL(c, p->compensate_at,
             "there is no \"scale\" to compensate; add it, or remove this");
}

static void check_envelope(Check *c, const PrinterEnvelope *e) {
    if (!e->feed && (e->turned || e->paper != PRINTER_PAPER_ENVELOPE))
        FAIL(c, e->at,
             "\"%s\" says nothing without \"feed\"; add the number that `envoi "
             "calibrate --envelope` prints",
             e->turned ? "turned" : "paper");
    check_offset(c, "offset", &e->offset);
    check_border(c, &e->border);
}

bool printer_check(const Printer *p, Diag *diag) {
    Check c = {diag, true};
    check_offset(&c, "offset", &p->offset);
    check_offset(&c, "back", &p->back);
    check_scale(&c, p);
    if (beyond(p->skew, PRINTER_SKEW_MAX))
        FAIL(&c, p->skew_at,
             "\"skew\" is %.2f mm on 100 mm; more than %.0f mm is a sheet that "
             "went in askew: print the page again",
             p->skew / 1e3, PRINTER_SKEW_MAX / 1e3);
    check_border(&c, &p->border);
    check_envelope(&c, &p->envelope);
    return c.ok;
}

bool printer_feed_long(int feed) {
    return feed > PRINTER_FEEDS / 2;
}

int printer_feed_side(int feed) {
    return (feed - 1) % (PRINTER_FEEDS / 2);
}

int printer_envelope_turn(const PrinterEnvelope *e, Len w, Len h) {
    if (!e->feed)
        return 0;
    bool quarter = printer_feed_long(e->feed) == (h > w);
    return (quarter ? 1 : 0) + (e->turned ? 2 : 0);
}

void printer_paper_size(PrinterPaper paper, Len *w, Len *h) {
    switch (paper) {
    case PRINTER_PAPER_ENVELOPE:
        return;
    case PRINTER_PAPER_A4:
        *w = LEN_OF_MM(210);
        *h = LEN_OF_MM(297);
        return;
    case PRINTER_PAPER_LETTER:
        *w = LEN_OF_PT(612);
        *h = LEN_OF_PT(792);
        return;
    }
}

bool printer_envelope_page(const PrinterEnvelope *e, Len w, Len h, Len *page_w,
                           Len *page_h, Len *x, Len *y) {
    bool sideways = printer_envelope_turn(e, w, h) % 2 == 1;
    Len across = sideways ? h : w, down = sideways ? w : h;
    *page_w = across;
    *page_h = down;
    if (e->feed)
        printer_paper_size(e->paper, page_w, page_h);
    *x = e->feed ? (*page_w - across) * printer_feed_side(e->feed) / 2 : 0;
    *y = 0;
    return across <= *page_w && down <= *page_h;
}

/* Of the direction that is worse. */
static int32_t worst_error(const PrinterScale *s) {
    int32_t across = abs(s->across - PRINTER_TRUE);
    int32_t down = abs(s->down - PRINTER_TRUE);
    return across > down ? across : down;
}

bool printer_scale_is_off(const PrinterScale *s) {
    return s->given && worst_error(s) > PRINTER_SCALE_TOLERANCE;
}

bool printer_skew_is_off(int32_t skew) {
    return abs(skew) > PRINTER_SKEW_TOLERANCE;
}

double printer_scale_error_mm(const PrinterScale *s) {
    return worst_error(s) / 1e6 * 148.5;
}
