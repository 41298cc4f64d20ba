#include "page/postcodeboxes.h"

#include "text/lensum.h"

/* Of a box, in 1/1000: what is taken by the digit. The rest keeps it off the
 * frame for machines that read it, and for printers that drift. */
#define DIGIT_HEIGHT 550
#define DIGIT_WIDTH 750

static void set_digits(Arena *a, Fontset *fs, Text digits, Len size, Diag *diag,
                       Para *out) {
    /* Of no language: digits of the Latin face. */
    TextStyle style = {.family = FONT_SANS, .size = size, .lang = ""};
    ParaOptions opt = {.width = LEN_MAX / 4, .breaks = BREAK_NONE};
    UBuilder *b = ubuilder_new(a);
    ubuilder_add(b, digits, &style, diag);
    para_layout(a, fs, b, &opt, diag, out);
}

/* Digits are as high as capitals, or close to it. */
static Len rise_of(const GlyphRun *run) {
    return len_muldiv(run->em, run->font->cap_height, run->font->upem);
}

static Len best_size(Arena *a, Fontset *fs, const PostcodeBoxes *boxes,
                     Diag *diag) {
    const Len probe = LEN_OF_PT(100);
    Para zero;
    set_digits(a, fs, text_literal("0"), probe, diag, &zero);
    if (boxes->size > 0 || zero.lines[0].nruns == 0)
        return boxes->size > 0 ? boxes->size : LEN_OF_PT(12);
    Len high = len_muldiv(len_muldiv(boxes->h, DIGIT_HEIGHT, 1000), probe,
                          rise_of(zero.lines[0].runs[0].run));
    Len wide =
        len_muldiv(len_muldiv(boxes->w, DIGIT_WIDTH, 1000), probe, zero.width);
    Len size = high < wide ? high : wide;
    return size / (LEN_PT / 2) * (LEN_PT / 2);
}

/* Each glyph so far on that it stands in the middle of its box: one line, so
 * that it is one number to whoever reads the PDF. `run` is that of the
 * paragraph, which is ours. */
static void spread(const PostcodeBoxes *boxes, GlyphRun *run, Line *line,
                   AddressFitLine *out) {
    Len left = 0, width = 0;
    for (uint32_t i = 0; i < run->n; i++) {
        LayoutBox box = postcode_box(boxes, (int)i);
        Glyph *g = &run->glyphs[i];
        Len x = box.x + (box.w - g->advance) / 2;
        if (i == 0)
            out->x = x;
        else
            run->glyphs[i - 1].advance = x - left;
        width = x - out->x + g->advance;
        left = x;
    }
    run->width = line->width = width;
    LayoutBox box = postcode_box(boxes, 0);
    out->y = box.y + (box.h + rise_of(run)) / 2 - line->baseline;
    out->para.width = width;
}

bool postcodeboxes_set(Arena *a, Fontset *fs, const PostcodeBoxes *boxes,
                       Text postcode, const char *what, Diag *diag,
                       AddressFitLine *out) {
    *out = (AddressFitLine){.role = ADDRESS_LOCAL, .lang = ""};
    if (postcode.n == 0) {
        diag_at(diag, DIAG_ERROR, postcode.span,
                "\"%s\" has no postcode, and the envelope %d boxes for it; add "
                "it, or take an envelope without boxes",
                what, boxes->count);
        return false;
    }
    if (!postcode_fills(boxes, postcode.n)) {
        diag_at(diag, DIAG_ERROR, postcode.span,
                "\"%s\": the postcode \"%.*s\" has %zu digits, and the "
                "envelope %d boxes; give it all of them, or take an envelope "
                "without boxes",
                what, (int)postcode.n, postcode.s, postcode.n, boxes->count);
        return false;
    }
    set_digits(a, fs, postcode, best_size(a, fs, boxes, diag), diag,
               &out->para);
    Line *line = &out->para.lines[0];
    if (line->nruns != 1 || line->runs[0].run->n != postcode.n)
        return false; /* a digit without a face: said in diag */
    GlyphRun *run = ARENA_NEW(a, GlyphRun);
    *run = *line->runs[0].run;
    line->runs[0].run = run;
    spread(boxes, run, line, out);
    return true;
}

DisplayColour postcodeboxes_colour(const PostcodeBoxes *boxes) {
    return (DisplayColour){(uint8_t)(boxes->colour >> 16),
                           (uint8_t)(boxes->colour >> 8 & 255),
                           (uint8_t)(boxes->colour & 255)};
}

void postcodeboxes_frame(Arena *a, const PostcodeBoxes *boxes,
                         DisplayItems *to) {
    const DisplayColour colour = postcodeboxes_colour(boxes);
    for (int k = 0; k < boxes->count; k++) {
        LayoutBox box = postcode_box(boxes, k);
        Len line = postcode_line(boxes, k);
        if (line > 0)
            display_frame(a, to, DISPLAY_NO_TAG, box.x, box.y, box.w, box.h,
                          line, colour);
        if (k + 1 != boxes->groups[0].count || !boxes->hyphen ||
            k + 1 == boxes->count || line == 0)
            continue;
        /* From frame to frame, in the middle of their height. */
        Len from = box.x + box.w + line;
        Len end = postcode_box(boxes, k + 1).x - postcode_line(boxes, k + 1);
        DisplayItem stroke = {.kind = DISPLAY_RECT,
                              .tag = DISPLAY_NO_TAG,
                              .x = from,
                              .y = box.y + (box.h - line) / 2,
                              .u.rect = {end - from, line, colour}};
        vec_push(a, to, stroke);
    }
}
