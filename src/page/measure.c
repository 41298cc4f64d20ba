#include "page/measure.h"

#include "model/printer.h"
#include "text/para.h"

#include <string.h>

#define THIN LEN_OF_PT(0.25)
#define FAINT 160
#define SIDE LEN_OF_MM(5.2) /* of the square round the number of a step */
#define INDENT LEN_OF_MM(7)
#define ROW LEN_OF_MM(7) /* of places for the pen */

void measure_begin(Measure *m, Arena *a, Fontset *fs, const Words *words,
                   DisplayTags *tags, Diag *diag, Len w, Len h) {
    *m = (Measure){.arena = a,
                   .fonts = fs,
                   .words = words,
                   .tags = tags,
                   .document = display_tag(tags, ROLE_DOCUMENT, DISPLAY_NO_TAG,
                                           words->lang),
                   .diag = diag,
                   .rtl = itemize_is_rtl(DIR_AUTO, NULL, words->lang),
                   .ok = true,
                   .w = w,
                   .h = h};
}

/* ---- marks ---- */

void measure_line(Measure *m, Len x, Len y, Len x2, Len y2) {
    display_line(m->arena, &m->items, DISPLAY_NO_TAG, x, y, x2, y2,
                 MEASURE_LINE, 0, 0);
}

void measure_faint(Measure *m, Len x, Len y, Len x2, Len y2) {
    display_line(m->arena, &m->items, DISPLAY_NO_TAG, x, y, x2, y2, THIN, 0,
                 FAINT);
}

void measure_box(Measure *m, Len x, Len y, Len w, Len h) {
    measure_line(m, x, y, x + w, y);
    measure_line(m, x + w, y, x + w, y + h);
    measure_line(m, x, y + h, x + w, y + h);
    measure_line(m, x, y, x, y + h);
}

/* Level or upright. */
void measure_arrow(Measure *m, Len x, Len y, Len x2, Len y2) {
    Len head = LEN_OF_MM(1.3);
    Len dx = x2 > x ? head : x2 < x ? -head : 0;
    Len dy = y2 > y ? head : y2 < y ? -head : 0;
    measure_line(m, x, y, x2, y2);
    measure_line(m, x2, y2, x2 - dx + dy / 2, y2 - dy + dx / 2);
    measure_line(m, x2, y2, x2 - dx - dy / 2, y2 - dy - dx / 2);
}

/* ---- words ---- */

static bool set(Measure *m, Text text, const char *lang, Len size, bool bold,
                const ParaOptions *opt, Para *out) {
    TextStyle style = {
        .family = FONT_SANS, .bold = bold, .size = size, .lang = lang};
    UBuilder *b = ubuilder_new(m->arena);
    ubuilder_add(b, text, &style, m->diag);
    bool ok = para_layout(m->arena, m->fonts, b, opt, m->diag, out);
    m->ok = m->ok && ok;
    return ok;
}

static void put(Measure *m, const Para *para, Len x, Len y, DisplayRole role) {
    uint32_t tag = role == ROLE_ARTIFACT
                       ? DISPLAY_NO_TAG
                       : display_tag(m->tags, role, m->document, "");
    display_para(m->arena, &m->items, tag, x, y, para, 0, para->n);
}

/* The words come from a file that anybody may change. */
static void check_room(Measure *m, const MeasureColumn *c, const Para *para,
                       const char *what) {
    bool wide = false;
    for (size_t i = 0; i < para->n; i++)
        wide = wide || para->lines[i].overfull;
    if (!wide && c->y <= c->end)
        return;
    m->ok = false;
    diag_file(m->diag, DIAG_ERROR, m->words->file,
              wide ? "\"%s\" has a word that is wider than its column on the "
                     "page to measure with; it is %.0f mm wide"
                   : "\"%s\" does not fit on the page to measure with: it "
                     "ends %.0f mm too low; write it shorter",
              what, len_mm(wide ? c->w : c->y - c->end));
}

static void paragraph(Measure *m, MeasureColumn *c, Text text, TextDir dir,
                      Len size, bool bold, const char *what) {
    Para para;
    bool other = m->rtl && dir == DIR_LTR;
    ParaOptions opt = {.width = c->w,
                       .leading_permille = 1250,
                       .dir = dir,
                       .align = other ? ALIGN_END : ALIGN_START};
    const char *lang = dir == DIR_LTR ? "en" : m->words->lang;
    if (!set(m, text, lang, size, bold, &opt, &para))
        return;
    put(m, &para, c->x, c->y, ROLE_P);
    c->y += para.height;
    check_room(m, c, &para, what);
}

void measure_words(Measure *m, MeasureColumn *c, Len size, bool bold,
                   Word word) {
    TextDir dir = m->rtl ? DIR_RTL : DIR_AUTO;
    paragraph(m, c, m->words->v[word], dir, size, bold, word_names[word]);
}

void measure_typed(Measure *m, MeasureColumn *c, const char *text) {
    paragraph(m, c, text_literal(text), DIR_LTR, MEASURE_TEXT, false, text);
}

void measure_figure(Measure *m, Len x, Len y, Len size, bool bold,
                    const char *text) {
    Para para;
    ParaOptions opt = {
        .width = LEN_OF_MM(60), .leading_permille = 1250, .dir = DIR_LTR};
    if (set(m, text_literal(text), "en", size, bold, &opt, &para))
        put(m, &para, x - para.width / 2, y - para.height / 2, ROLE_ARTIFACT);
}

const char *measure_number(Arena *a, int v) {
    return arena_printf(a, "%s%d", v < 0 ? "\xE2\x88\x92" : "", v < 0 ? -v : v);
}

/* ---- steps ---- */

/* `w` wide, `x` from the start of the column. */
static Len from_start(const Measure *m, const MeasureColumn *c, Len x, Len w) {
    return m->rtl ? c->x + c->w - x - w : c->x + x;
}

MeasureColumn measure_indent(const Measure *m, const MeasureColumn *c) {
    Len w = c->w - INDENT;
    return (MeasureColumn){from_start(m, c, INDENT, w), c->y, w, c->end};
}

void measure_step(Measure *m, MeasureColumn *c, const char *name, Word word) {
    MeasureColumn beside = measure_indent(m, c);
    Len x = from_start(m, c, 0, SIDE);
    measure_box(m, x, c->y, SIDE, SIDE);
    measure_figure(m, x + SIDE / 2, c->y + SIDE / 2, LEN_OF_PT(10), true, name);
    beside.y += LEN_OF_MM(0.4);
    measure_words(m, &beside, MEASURE_TEXT, false, word);
    c->y = beside.y + LEN_OF_MM(1.5);
}

void measure_blanks(Measure *m, MeasureColumn *c, const char *letters) {
    Len n = (Len)strlen(letters), gap = LEN_OF_MM(3), letter = LEN_OF_MM(4);
    Len room = (c->w - (n - 1) * gap) / n, low = c->y + LEN_OF_MM(4);
    for (Len i = 0; i < n; i++) {
        if (letters[i] == ' ')
            continue;
        Len x = from_start(m, c, i * (room + gap), room);
        Len at = m->rtl ? x + room - letter / 2 : x + letter / 2;
        Len rule = m->rtl ? x : x + letter;
        measure_figure(m, at, c->y + LEN_OF_MM(2.2), MEASURE_TEXT, true,
                       arena_strndup(m->arena, letters + i, 1));
        measure_faint(m, rule, low, rule + room - letter, low);
    }
    c->y += ROW;
}

/* ---- envelopes on their way ---- */

/* The envelope as it lies, seen from above: stamp and address. */
static void small_envelope(Measure *m, int feed, Len x, Len y, Len w) {
    const Len sw = LEN_OF_MM(11), sh = LEN_OF_MM(6.6);
    Len page_w, page_h, ex, ey;
    PrinterEnvelope e = {.feed = feed};
    Measure face = *m;
    face.items = (DisplayItems){0};
    measure_box(&face, 0, 0, sw, sh);
    measure_box(&face, sw - LEN_OF_MM(2.2), LEN_OF_MM(0.6), LEN_OF_MM(1.6),
                LEN_OF_MM(1.6));
    for (int i = 0; i < 3; i++)
        measure_line(&face, sw / 2, LEN_OF_MM(3.2 + 0.9 * i),
                     sw - LEN_OF_MM(1.4), LEN_OF_MM(3.2 + 0.9 * i));
    printer_envelope_page(&e, sw, sh, &page_w, &page_h, &ex, &ey);
    Len room = w - page_w - 2 * LEN_OF_MM(0.8);
    ex = x + LEN_OF_MM(0.8) + room * printer_feed_side(feed) / 2;
    ey = y + LEN_OF_MM(0.8);
    display_turned(m->arena, &face.items, &m->items,
                   printer_envelope_turn(&e, sw, sh), sw, sh, ex, ey);
}

/* The tray from above, the way in upwards. */
void measure_feed(Measure *m, int feed, Len x, Len y, Len w) {
    Len h = LEN_OF_MM(14), head = LEN_OF_MM(4.5);
    measure_figure(m, x + LEN_OF_MM(2), y + head / 2, MEASURE_TITLE, true,
                   measure_number(m->arena, feed));
    Len middle = x + w / 2;
    measure_arrow(m, middle, y + head, middle, y);
    /* The mouth of the printer, and the guides of the tray. */
    display_rect(m->arena, &m->items, DISPLAY_NO_TAG, x, y + head, w,
                 LEN_OF_MM(0.9), 0);
    measure_line(m, x, y + head, x, y + head + h);
    measure_line(m, x + w, y + head, x + w, y + head + h);
    small_envelope(m, feed, x, y + head + LEN_OF_MM(0.9), w);
}
