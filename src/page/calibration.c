#include "page/calibration.h"

#define LINE LEN_OF_MM(0.2)
#define THIN LEN_OF_PT(0.25)
#define FAINT 160
#define SMALL LEN_OF_PT(6)
#define TEXT LEN_OF_PT(8.5)
#define TITLE LEN_OF_PT(13)
#define BIG LEN_OF_PT(13)

/* Half of the middle that the stairs and their figures take. */
#define STAIR_ROOM LEN_OF_MM(12)
#define FIGURE_AT LEN_OF_MM(8.2)
#define NAME_ROOM LEN_OF_MM(5) /* left of the stairs that stand up */
/* The combs: lines 1 to 20 mm from the edge, one below the other. */
#define COMB_TEETH 20
#define COMB_PITCH LEN_OF_MM(3)
#define COMB_LENGTH (COMB_TEETH * COMB_PITCH)
/* Columns of text keep clear of the combs and of the bar that stands up. */
#define LEFT_EDGE LEN_OF_MM(37)
#define RIGHT_EDGE LEN_OF_MM(28)
#define BAR_X LEN_OF_MM(31)
#define BAR_Y LEN_OF_MM(31) /* from the lower edge */

typedef struct Page {
    Arena *arena;
    Fontset *fonts;
    DisplayTags *tags;
    uint32_t document;
    Diag *diag;
    Len w, h;
    bool ok;
    DisplayItems items;
} Page;

static void begin(Page *p, Arena *a, Fontset *fs, DisplayTags *tags, Diag *diag,
                  Len w, Len h) {
    *p = (Page){.arena = a,
                .fonts = fs,
                .tags = tags,
                .document =
                    display_tag(tags, ROLE_DOCUMENT, DISPLAY_NO_TAG, "en"),
                .diag = diag,
                .w = w,
                .h = h,
                .ok = true};
}

/* ---- marks and words ---- */

static void line(Page *p, Len x, Len y, Len x2, Len y2) {
    display_line(p->arena, &p->items, DISPLAY_NO_TAG, x, y, x2, y2, LINE, 0, 0);
}

static void faint(Page *p, Len x, Len y, Len x2, Len y2) {
    display_line(p->arena, &p->items, DISPLAY_NO_TAG, x, y, x2, y2, THIN, 0,
                 FAINT);
}

static void box(Page *p, Len x, Len y, Len w, Len h) {
    line(p, x, y, x + w, y);
    line(p, x + w, y, x + w, y + h);
    line(p, x, y + h, x + w, y + h);
    line(p, x, y, x, y + h);
}

static bool set(Page *p, const char *text, Len size, bool bold, Len width,
                Para *out) {
    TextStyle style = {
        .family = FONT_SANS, .bold = bold, .size = size, .lang = "en"};
    UBuilder *b = ubuilder_new(p->arena);
    ubuilder_add(b, text_literal(text), &style, p->diag);
    ParaOptions opt = {.width = width, .leading_permille = 1250};
    bool ok = para_layout(p->arena, p->fonts, b, &opt, p->diag, out);
    p->ok = p->ok && ok;
    return ok;
}

static void put(Page *p, const Para *para, Len x, Len y, DisplayRole role) {
    uint32_t tag = role == ROLE_ARTIFACT
                       ? DISPLAY_NO_TAG
                       : display_tag(p->tags, role, p->document, "");
    display_para(p->arena, &p->items, tag, x, y, para, 0, para->n);
}

/* A paragraph; returns its lower end. */
static Len words(Page *p, Len x, Len y, Len width, Len size, bool bold,
                 const char *text) {
    Para para;
    if (!set(p, text, size, bold, width, &para))
        return y;
    put(p, &para, x, y, ROLE_P);
    return y + para.height;
}

/* A figure of a scale, its middle at (x, y). */
static void figure(Page *p, Len x, Len y, Len size, bool bold,
                   const char *text) {
    Para para;
    if (set(p, text, size, bold, LEN_OF_MM(60), &para))
        put(p, &para, x - para.width / 2, y - para.height / 2, ROLE_ARTIFACT);
}

/* With the sign that is set in print. */
static const char *number(Arena *a, int v) {
    return arena_printf(a, "%s%d", v < 0 ? "\xE2\x88\x92" : "", v < 0 ? -v : v);
}

/* "A" and a line to write on; returns where the next may begin. */
static Len blank(Page *p, Len x, Len y, Len room, const char *name) {
    Para para;
    Len gap = LEN_OF_MM(1.2);
    if (!set(p, name, TEXT, true, LEN_OF_MM(60), &para))
        return x;
    put(p, &para, x, y, ROLE_P);
    Len from = x + para.width + gap, end = from + room;
    faint(p, from, y + para.height, end, y + para.height);
    return end + 2 * gap;
}

/* The number of a step in a dark square, the text beside it. */
static Len step(Page *p, Len x, Len y, Len width, const char *name,
                const char *text) {
    Len side = LEN_OF_MM(5.2), indent = LEN_OF_MM(7);
    box(p, x, y, side, side);
    figure(p, x + side / 2, y + side / 2, LEN_OF_PT(10), true, name);
    return words(p, x + indent, y + LEN_OF_MM(0.4), width - indent, TEXT, false,
                 text) +
           LEN_OF_MM(1.5);
}

static void arrow(Page *p, Len x, Len y, Len x2, Len y2, Len dx, Len dy) {
    line(p, x, y, x2, y2);
    line(p, x2, y2, x2 - dx + dy / 2, y2 - dy + dx / 2);
    line(p, x2, y2, x2 - dx - dy / 2, y2 - dy - dx / 2);
}

/* ---- stairs ---- */

/* A stair across the crease that stands up or lies level. */
static void across(Page *p, bool upright, Len along, Len at, Len along2,
                   Len at2, bool thin) {
    Len x = upright ? at : along, y = upright ? along : at;
    Len x2 = upright ? at2 : along2, y2 = upright ? along2 : at2;
    if (thin)
        faint(p, x, y, x2, y2);
    else
        line(p, x, y, x2, y2);
}

static void stair(Page *p, bool upright, Len middle, const char *name) {
    Len crease = (upright ? p->w : p->h) / 2;
    Len centre = (upright ? p->h : p->w) / 2 + middle;
    Len half = STAIR_TREAD / 2, clear = LEN_OF_MM(6.2);
    /* What leads to the figures is below the steps. */
    for (int i = -STAIR_STEPS; i <= STAIR_STEPS; i += 2) {
        Len along = centre + i * STAIR_TREAD;
        across(p, upright, along, crease - clear, along, crease + clear, true);
        for (int side = -1; side <= 1; side += 2) {
            Len f = crease + side * FIGURE_AT;
            figure(p, upright ? f : along, upright ? along : f, SMALL, i == 0,
                   number(p->arena, i / 2));
        }
    }
    for (int i = -STAIR_STEPS; i <= STAIR_STEPS; i++) {
        Len along = centre + i * STAIR_TREAD, at = crease - i * STAIR_RISE;
        across(p, upright, along - half, at, along + half, at, false);
    }
    /* Its name beside the first figure, out of the crease. */
    Len first = centre - STAIR_STEPS * STAIR_TREAD;
    Len beside = crease - LEN_OF_MM(13);
    figure(p, upright ? beside : first, upright ? first : beside, BIG, true,
           name);
}

static void stairs(Page *p) {
    stair(p, true, -STAIR_DOWN, "A");
    stair(p, false, -STAIR_ACROSS, "B");
    stair(p, true, STAIR_DOWN, "C");
    stair(p, false, STAIR_ACROSS, "D");
}

/* ---- edges ---- */

typedef enum Edge { EDGE_LEFT, EDGE_TOP, EDGE_RIGHT, EDGE_BOTTOM } Edge;

/* The place `inward` of an edge and `along` it. */
static void from_edge(const Page *p, Edge edge, Len inward, Len along, Len *x,
                      Len *y) {
    bool side = edge == EDGE_LEFT || edge == EDGE_RIGHT;
    Len far = side ? p->w - inward : p->h - inward;
    Len at = edge == EDGE_LEFT || edge == EDGE_TOP ? inward : far;
    *x = side ? at : along;
    *y = side ? along : at;
}

/* Each tooth ends so many mm from the edge: if any of it was printed, what is
 * farther from the edge is printed whole. */
static void comb(Page *p, Edge edge, Len start) {
    for (int i = 1; i <= COMB_TEETH; i++) {
        Len x, y, x2, y2, fx, fy;
        Len at = start + (i - 1) * COMB_PITCH, inward = LEN_OF_MM(i);
        from_edge(p, edge, inward - LEN_OF_MM(0.3), at, &x, &y);
        from_edge(p, edge, inward, at + COMB_PITCH - LEN_OF_MM(0.4), &x2, &y2);
        display_rect(p->arena, &p->items, DISPLAY_NO_TAG, x < x2 ? x : x2,
                     y < y2 ? y : y2, x < x2 ? x2 - x : x - x2,
                     y < y2 ? y2 - y : y - y2, 0);
        from_edge(p, edge, inward + LEN_OF_MM(2.2), at + COMB_PITCH / 2, &fx,
                  &fy);
        figure(p, fx, fy, SMALL, i % 5 == 0, number(p->arena, i));
    }
}

static void combs(Page *p) {
    Len mx = p->w / 2, my = p->h / 2, gap = LEN_OF_MM(15);
    comb(p, EDGE_LEFT, my - gap - COMB_LENGTH);
    comb(p, EDGE_TOP, mx + gap);
    comb(p, EDGE_RIGHT, my + gap);
    comb(p, EDGE_BOTTOM, mx - gap - COMB_LENGTH);
}

/* ---- bars ---- */

static void bar(Page *p, bool upright) {
    const int ends[] = {0, 100, 150, 200};
    Len start = upright ? p->h / 2 - LEN_OF_MM(100) : BAR_X;
    Len at = upright ? BAR_X : p->h - BAR_Y, tick = LEN_OF_MM(1.5);
    int n = upright ? 4 : 3;
    Len end = start + LEN_OF_MM(ends[n - 1]);
    across(p, upright, start, at, end, at, false);
    for (int i = 0; i < n; i++) {
        Len along = start + LEN_OF_MM(ends[i]), f = at - LEN_OF_MM(3.6);
        across(p, upright, along, at - tick, along, at + tick, false);
        figure(p, upright ? f : along, upright ? along : f, SMALL, true,
               arena_printf(p->arena, "%d", ends[i]));
    }
}

/* ---- envelopes on their way ---- */

/* The envelope as it lies, seen from above: stamp and address. */
static void small_envelope(Page *p, int feed, Len x, Len y, Len w) {
    const Len sw = LEN_OF_MM(11), sh = LEN_OF_MM(6.6);
    Len page_w, page_h, ex, ey;
    PrinterEnvelope e = {.feed = feed};
    Page face = *p;
    face.items = (DisplayItems){0};
    box(&face, 0, 0, sw, sh);
    box(&face, sw - LEN_OF_MM(2.2), LEN_OF_MM(0.6), LEN_OF_MM(1.6),
        LEN_OF_MM(1.6));
    for (int i = 0; i < 3; i++)
        line(&face, sw / 2, LEN_OF_MM(3.2 + 0.9 * i), sw - LEN_OF_MM(1.4),
             LEN_OF_MM(3.2 + 0.9 * i));
    printer_envelope_page(&e, sw, sh, &page_w, &page_h, &ex, &ey);
    Len room = w - page_w - 2 * LEN_OF_MM(0.8);
    ex = x + LEN_OF_MM(0.8) + room * printer_feed_side(feed) / 2;
    ey = y + LEN_OF_MM(0.8);
    display_turned(p->arena, &face.items, &p->items,
                   printer_envelope_turn(&e, sw, sh), sw, sh, ex, ey);
}

/* The tray from above, the way in upwards. */
static void feed_picture(Page *p, int feed, Len x, Len y, Len w) {
    Len h = LEN_OF_MM(14), head = LEN_OF_MM(4.5);
    figure(p, x + LEN_OF_MM(2), y + head / 2, BIG, true,
           number(p->arena, feed));
    Len middle = x + w / 2;
    arrow(p, middle, y + head, middle, y, 0, -LEN_OF_MM(1.4));
    /* The mouth of the printer, and the guides of the tray. */
    display_rect(p->arena, &p->items, DISPLAY_NO_TAG, x, y + head, w,
                 LEN_OF_MM(0.9), 0);
    line(p, x, y + head, x, y + head + h);
    line(p, x + w, y + head, x + w, y + head + h);
    small_envelope(p, feed, x, y + head + LEN_OF_MM(0.9), w);
}

static Len feeds(Page *p, Len x, Len y, Len width) {
    Len gap = LEN_OF_MM(3), w = (width - 2 * gap) / 3;
    Len row = LEN_OF_MM(21.5);
    for (int feed = 1; feed <= PRINTER_FEEDS; feed++)
        feed_picture(p, feed, x + printer_feed_side(feed) * (w + gap),
                     y + (printer_feed_long(feed) ? row : 0), w);
    return y + 2 * row;
}

/* ---- how to fold ---- */

static void fold_picture(Page *p, Len x, Len y, bool upright) {
    Len w = LEN_OF_MM(11), h = LEN_OF_MM(15), d = LEN_OF_MM(1.2);
    box(p, x, y, w, h);
    display_line(p->arena, &p->items, DISPLAY_NO_TAG, upright ? x + w / 2 : x,
                 upright ? y : y + h / 2, upright ? x + w / 2 : x + w,
                 upright ? y + h : y + h / 2, LINE, LEN_OF_PT(1.5), 0);
    if (upright)
        arrow(p, x + LEN_OF_MM(1.5), y + h / 4, x + w - LEN_OF_MM(1.5),
              y + h / 4, d, 0);
    else
        arrow(p, x + w / 4, y + h - LEN_OF_MM(1.5), x + w / 4,
              y + LEN_OF_MM(1.5), 0, -d);
}

/* ---- the sheet ---- */

/* A quarter of the sheet, for words. */
typedef struct Quarter {
    Len x, y, w;
} Quarter;

static void readings(Page *p, Len x, Len y, Len width) {
    Len room = (width - LEN_OF_MM(7)) / 2 - LEN_OF_MM(8);
    Len indent = x + LEN_OF_MM(7);
    blank(p, blank(p, indent, y, room, "A"), y, room, "B");
    y += LEN_OF_MM(7);
    blank(p, blank(p, indent, y, room, "C"), y, room, "D");
}

static void top_left(Page *p, const CalibrationSheet *s, Quarter q) {
    Len y = words(p, q.x, q.y, q.w, TITLE, true, "Measure your printer");
    y = words(p, q.x, y + LEN_OF_MM(1), q.w, TEXT, false,
              arena_printf(p->arena,
                           "This page is %s. Print it at 100 %% (“actual "
                           "size”), never “fit to page”.",
                           s->paper)) +
        LEN_OF_MM(5);
    y = step(p, q.x, y, q.w, "1",
             "Fold the sheet in four, edge exactly on edge: first side on "
             "side, then foot on head. Crease it sharply, and open it again.");
    fold_picture(p, q.x + LEN_OF_MM(7), y + LEN_OF_MM(1), true);
    fold_picture(p, q.x + LEN_OF_MM(25), y + LEN_OF_MM(1), false);
}

/* A crease that meets the step -0.5. */
static void example(Page *p, Len x, Len y) {
    Len tread = LEN_OF_MM(5), rise = LEN_OF_MM(3), mid = x + LEN_OF_MM(14);
    for (int i = -2; i <= 2; i++) {
        Len at = y + (i + 2) * tread, step_x = mid - (i + 1) * rise;
        line(p, step_x, at, step_x, at + tread);
        if (i % 2 != 0)
            continue;
        faint(p, x + LEN_OF_MM(3), at + tread / 2, mid + LEN_OF_MM(9),
              at + tread / 2);
        figure(p, x, at + tread / 2, TEXT, i == 0, number(p->arena, i / 2));
    }
    display_line(p->arena, &p->items, DISPLAY_NO_TAG, mid, y - LEN_OF_MM(2),
                 mid, y + 5 * tread + LEN_OF_MM(2), LINE, LEN_OF_PT(2), 0);
    Len note = mid + LEN_OF_MM(12);
    arrow(p, note, y + tread * 3 / 2, mid + LEN_OF_MM(1), y + tread * 3 / 2,
          -LEN_OF_MM(1.2), 0);
    words(p, note + LEN_OF_MM(1), y + tread * 3 / 2 - LEN_OF_MM(2),
          LEN_OF_MM(30), TEXT, false, "here: −0.5");
}

static void top_right(Page *p, Quarter q) {
    Len y =
        step(p, q.x, q.y, q.w, "2",
             "The creases cross four stairs, A to\xC2\xA0"
             "D. Which step of each does "
             "the crease meet? Write down its number, with the sign; a step "
             "between two numbers is a half.");
    readings(p, q.x, y + LEN_OF_MM(1), q.w);
    example(p, q.x + LEN_OF_MM(7), y + LEN_OF_MM(19));
}

static void bottom_left(Page *p, Quarter q) {
    Len room = LEN_OF_MM(9), indent = q.x + LEN_OF_MM(7);
    Len y = step(p, q.x, q.y, q.w, "3",
                 "Measure the two bars with a ruler, between the same marks: "
                 "how long are 150 mm across and 200 mm down?");
    blank(p, blank(p, indent, y, room, "across"), y, room, "down");
    y = step(p, q.x, y + LEN_OF_MM(10), q.w, "4",
             "At each edge of the paper: what is the smallest number whose "
             "stroke is there?");
    blank(p, blank(p, indent, y, room, "left"), y, room, "top");
    y += LEN_OF_MM(7);
    blank(p, blank(p, indent, y, room, "right"), y, room, "bottom");
}

static void bottom_right(Page *p, Quarter q) {
    Len y = step(p, q.x, q.y, q.w, "5",
                 "How do envelopes lie in the tray, seen from above? The "
                 "arrow leads into the printer.");
    y = feeds(p, q.x, y + LEN_OF_MM(1), q.w) - LEN_OF_MM(1);
    blank(p, q.x, y, LEN_OF_MM(12), "number");
}

static void command(Page *p, Len x, Len y, Len width) {
    step(p, x, y, width, "6",
         "Then type, with what you wrote down (NAME is up to you):\xE2\x80\xA8"
         "envoi calibrate --save NAME --fold A,B,C,D\xE2\x80\xA8"
         "--bars ACROSS,DOWN --border LEFT,TOP,RIGHT,BOTTOM\xE2\x80\xA8"
         "--feed NUMBER");
}

static void back_words(Page *p, Quarter q) {
    Len y = words(p, q.x, q.y, q.w, TITLE, true, "The back");
    y = step(p, q.x, y + LEN_OF_MM(3), q.w, "7",
             "The same creases cross these stairs. Write down what they meet "
             "here, looking at this side, and add it to the command:") +
        LEN_OF_MM(1);
    readings(p, q.x, y, q.w);
    words(p, q.x + LEN_OF_MM(7), y + LEN_OF_MM(15), q.w, TEXT, false,
          "--back A,B,C,D");
}

bool calibration_sheet(Arena *a, Fontset *fs, const CalibrationSheet *sheet,
                       DisplayTags *tags, Diag *diag, DisplayPage *out) {
    Page p;
    begin(&p, a, fs, tags, diag, sheet->w, sheet->h);
    Len mx = p.w / 2, my = p.h / 2, top = LEN_OF_MM(29);
    Len right = mx + STAIR_ROOM + LEN_OF_MM(2), low = my + LEN_OF_MM(15);
    Len left_w = mx - STAIR_ROOM - NAME_ROOM - LEFT_EDGE;
    Len right_w = p.w - RIGHT_EDGE - right;
    if (sheet->back) {
        back_words(&p, (Quarter){LEFT_EDGE, top, left_w});
    } else {
        top_left(&p, sheet, (Quarter){LEFT_EDGE, top, left_w});
        top_right(&p, (Quarter){right, top, right_w});
        bottom_left(&p, (Quarter){LEFT_EDGE, low, left_w});
        bottom_right(&p, (Quarter){right, low, right_w});
        command(&p, mx - LEN_OF_MM(8), p.h - BAR_Y + LEN_OF_MM(4),
                p.w / 2 - LEN_OF_MM(10));
        combs(&p);
        bar(&p, true);
        bar(&p, false);
    }
    stairs(&p);
    *out = (DisplayPage){
        .w = p.w, .h = p.h, .items = p.items, .front = !sheet->back};
    return p.ok;
}

/* ---- the face of an envelope ---- */

/* Words begin right of the cross. */
#define FACE_X LEN_OF_MM(18)

static const char *feed_words(Arena *a, int feed, bool any_side) {
    static const char *const sides[] = {"left", "centre", "right"};
    const char *edge = printer_feed_long(feed) ? "long" : "short";
    if (any_side)
        return arena_printf(a,
                            "%s edge first; 1, 2, 3 are alike here, and so "
                            "are 4, 5, 6",
                            edge);
    return arena_printf(a, "%s, %s edge first", sides[printer_feed_side(feed)],
                        edge);
}

static void corner_mark(Page *p) {
    Len at = CALIBRATION_CORNER, arm = LEN_OF_MM(4);
    line(p, at - arm, at, at + arm, at);
    line(p, at, at - arm, at, at + arm);
}

/* What shows which way is up. Returns the room for words at the left. */
static Len face_marks(Page *p, bool small) {
    Len edge = LEN_OF_MM(0.5), address = len_muldiv(p->w, 55, 100);
    box(p, edge, edge, p->w - 2 * edge, p->h - 2 * edge);
    box(p, p->w - LEN_OF_MM(30), LEN_OF_MM(8), LEN_OF_MM(22), LEN_OF_MM(26));
    figure(p, p->w - LEN_OF_MM(19), LEN_OF_MM(21), TEXT, false, "stamp");
    corner_mark(p);
    for (int i = 0; i < 4 && !small; i++) {
        Len y = p->h / 2 + i * LEN_OF_MM(7);
        faint(p, address, y, p->w - LEN_OF_MM(15), y);
    }
    return (small ? p->w - LEN_OF_MM(10) : address) - FACE_X;
}

static void face_words(Page *p, const char *name, int feed, bool any_side,
                       Len y, Len width) {
    Arena *a = p->arena;
    const char *title =
        feed ? arena_printf(a, "Envelope %s: %s", name,
                            feed_words(a, feed, any_side))
             : arena_printf(a, "Envelope %s, as in the profile", name);
    const char *upright = "Does this stand upright when the flap is at the "
                          "top?";
    if (feed)
        upright = arena_printf(a,
                               "%s Then it is --feed %d. If it is upside down, "
                               "it is --feed %d,turned.",
                               upright, feed, feed);
    y = words(p, FACE_X, y, width, TEXT, true, title) + LEN_OF_MM(2);
    y = words(p, FACE_X, y, width, TEXT, false, upright) + LEN_OF_MM(2);
    words(p, FACE_X, y, width, TEXT, false,
          "The cross should be 10 mm from the left and 10 mm from the upper "
          "edge of the envelope. If it is not, measure it: --corner LEFT,TOP.");
}

bool calibration_face(Arena *a, Fontset *fs, const char *name, Len w, Len h,
                      int feed, bool any_side, DisplayTags *tags, Diag *diag,
                      DisplayPage *out) {
    Page p;
    begin(&p, a, fs, tags, diag, w, h);
    bool small = w < LEN_OF_MM(150) || h < LEN_OF_MM(95);
    Len width = face_marks(&p, small), y = LEN_OF_MM(8);
    if (feed)
        y = words(&p, FACE_X, y, width, LEN_OF_PT(40), true, number(a, feed));
    /* Below the stamp, where there is no room beside it. */
    if (small)
        y = LEN_OF_MM(37);
    face_words(&p, name, feed, any_side, y, width);
    *out = (DisplayPage){.w = w,
                         .h = h,
                         .items = p.items,
                         .front = true,
                         .paper = PAPER_ENVELOPE};
    return p.ok;
}
