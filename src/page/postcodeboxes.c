#include "page/postcodeboxes.h"

#include "text/lensum.h"

/* Of a box, in 1/1000: what is taken by the digit. The rest keeps it off the
 * frame for machines that read it, and for printers that drift. */
#define DIGIT_HEIGHT 550
#define DIGIT_WIDTH 750

static void set_digit(Arena *a, Fontset *fs, Text digit, Len size, Diag *diag,
                      Para *out) {
    TextStyle style = {.family = FONT_SANS, .size = size, .lang = "en"};
    ParaOptions opt = {.width = LEN_MAX / 4, .breaks = BREAK_NONE};
    UBuilder *b = ubuilder_new(a);
    ubuilder_add(b, digit, &style, diag);
    para_layout(a, fs, b, &opt, diag, out);
}

static const GlyphRun *run_of(const Para *digit) {
    return digit->lines[0].nruns ? digit->lines[0].runs[0].run : NULL;
}

/* Digits are as high as capitals, or close to it. */
static Len rise_of(const Para *digit) {
    const GlyphRun *run = run_of(digit);
    return run ? len_muldiv(run->em, run->font->cap_height, run->font->upem)
               : 0;
}

static Len best_size(Arena *a, Fontset *fs, const PostcodeBoxes *boxes,
                     Diag *diag) {
    const Len probe = LEN_OF_PT(100);
    Para zero;
    set_digit(a, fs, text_literal("0"), probe, diag, &zero);
    Len rise = rise_of(&zero), width = zero.width;
    if (boxes->size > 0 || rise == 0 || width == 0)
        return boxes->size > 0 ? boxes->size : LEN_OF_PT(12);
    Len high =
        len_muldiv(len_muldiv(boxes->h, DIGIT_HEIGHT, 1000), probe, rise);
    Len wide =
        len_muldiv(len_muldiv(boxes->w, DIGIT_WIDTH, 1000), probe, width);
    Len size = high < wide ? high : wide;
    return size / (LEN_PT / 2) * (LEN_PT / 2);
}

bool postcodeboxes_set(Arena *a, Fontset *fs, const PostcodeBoxes *boxes,
                       Text postcode, const char *what, Diag *diag,
                       PostcodeDigits *out) {
    *out = (PostcodeDigits){0};
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
    Len size = best_size(a, fs, boxes, diag);
    out->v = ARENA_ARRAY(a, Para, postcode.n);
    out->n = postcode.n;
    for (size_t i = 0; i < postcode.n; i++) {
        set_digit(a, fs, text_slice(postcode, i, 1), size, diag, &out->v[i]);
        Len rise = rise_of(&out->v[i]);
        out->rise = rise > out->rise ? rise : out->rise;
        if (!run_of(&out->v[i]))
            return false;
    }
    return true;
}

void postcodeboxes_draw(Arena *a, const PostcodeBoxes *boxes,
                        const PostcodeDigits *digits, DisplayTags *tags,
                        uint32_t parent, DisplayItems *to) {
    if (digits->n == 0)
        return;
    uint32_t tag = display_tag(tags, ROLE_P, parent, "");
    size_t from = to->n;
    for (size_t i = 0; i < digits->n; i++) {
        const Para *digit = &digits->v[i];
        LayoutBox box = postcode_box(boxes, (int)i);
        Len baseline = box.y + (box.h + digits->rise) / 2;
        display_para(a, to, tag, box.x + (box.w - digit->width) / 2,
                     baseline - digit->lines[0].baseline, digit, 0, 1);
    }
    display_mark(a, to, from, &digits->mark, 0);
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
