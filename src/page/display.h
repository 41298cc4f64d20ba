/* display.h - finished pages as flat lists of marks at absolute positions: the
 * contract between layout and any output.
 *
 * Origin top-left of the sheet, x right, y down, Len. Nothing here knows how it
 * is written. Items are painted in order; text order in the list is reading
 * order. A form is a list drawn once and placed many times: the body that 2,000
 * letters share is one form.
 *
 * What has an upright of its own (glyphs, forms, images) may be turned by
 * quarters, clockwise as the page lies in front of the reader; display_turned
 * turns a whole list, so an envelope can be fed sideways, a block stand on its
 * head on a folded sheet, a Latin word lie in a vertical line.
 *
 * Runs and texts are borrowed from the arena they were shaped in and must live
 * until the page has been written; a form or an image until the document is
 * closed, as one that comes again is known by its address.
 */
#ifndef ENVOI_PAGE_DISPLAY_H
#define ENVOI_PAGE_DISPLAY_H

#include <stdint.h>

#include "base/buf.h"
#include "model/image.h"
#include "text/para.h"

/* What a mark is, in the terms of ISO 32000-1, 14.8.4 (standard structure
 * types). An artifact is not part of the text: cut lines, fold marks, page
 * numbers. */
typedef enum DisplayRole {
    ROLE_ARTIFACT,
    ROLE_DOCUMENT, /* one letter, envelope or label sheet, at the top */
    ROLE_PART,     /* one label on a sheet, one letter of a batch */
    ROLE_P,
    ROLE_H1,
    ROLE_H2,
    ROLE_H3,
    ROLE_LIST,
    ROLE_ITEM,
    ROLE_ITEM_LABEL,
    ROLE_ITEM_BODY,
    ROLE_QUOTE,
    ROLE_FIGURE,
    ROLE_NOTE,
    ROLE_TABLE,
    ROLE_ROW,
    ROLE_HEADER_CELL,
    ROLE_CELL,
    ROLE_LINK
} DisplayRole;

typedef struct DisplayTag {
    DisplayRole role;
    uint32_t parent; /* index of the enclosing tag, DISPLAY_NO_TAG at the top */
    const char *lang; /* BCP 47; "" inherits */
    const char *alt;  /* alternative text of a figure, or NULL */
} DisplayTag;

#define DISPLAY_NO_TAG UINT32_MAX

/* The tags of a document, shared by its pages: a paragraph that runs over two
 * pages is one tag. */
typedef struct DisplayTags {
    Arena *arena;
    VEC(DisplayTag) tags;
} DisplayTags;

typedef enum DisplayKind {
    DISPLAY_GLYPHS,
    DISPLAY_RECT, /* filled */
    DISPLAY_LINE, /* stroked */
    DISPLAY_FORM,
    DISPLAY_IMAGE
} DisplayKind;

typedef struct DisplayForm DisplayForm;

/* The line of an address that glyphs belong to, by which a proof finds it on
 * the finished page. */
typedef struct DisplayMark {
    size_t address; /* which of the job's */
    size_t number;  /* the label on its sheet, from 1; 0: the only one */
    size_t line;    /* of the address */
} DisplayMark;

/* Paint: red, green, blue, 255 the most. With r = g = b it is a gray, printed
 * with black ink alone. */
typedef struct DisplayColour {
    uint8_t r, g, b;
} DisplayColour;

/* What the lines of a block are marked with. */
typedef struct DisplayMarks {
    bool wanted;
    size_t address, number;
    size_t first_line; /* line i of the block is first_line + i */
} DisplayMarks;

typedef struct DisplayItem {
    DisplayKind kind;
    uint8_t turn; /* quarter turns clockwise about (x, y), 0 to 3: glyphs,
                     forms and images; 0 for the others */
    bool aid;     /* for whoever prints it, such as a ruler or its figures: a
                     printer that cannot reach it all may cut it */
    uint32_t tag; /* index into the document's tags; DISPLAY_NO_TAG for an
                     artifact */
    const DisplayMark *mark; /* borrowed, as the run is; NULL: none */
    Len x, y; /* glyphs: the pen on the baseline; rect: top-left; line: start;
                 form: where its origin goes */
    union {
        struct {
            const GlyphRun *run;
            uint32_t from, to; /* glyphs of the run, visual order; those that
                                  stand upright in a vertical line (shape.h)
                                  are turned a quarter less */
        } glyphs;
        struct {
            Len w, h;
            DisplayColour colour;
        } rect;
        struct {
            Len x2, y2, width;
            Len dash;     /* 0: solid */
            uint8_t gray; /* 0 black, 255 white */
        } line;
        const DisplayForm *form;
        struct {
            const Image *image;
            Len w, h;
        } image; /* x, y: top-left */
    } u;
} DisplayItem;

typedef VEC(DisplayItem) DisplayItems;

struct DisplayForm {
    DisplayItems items; /* relative to the form's origin */
    Len w, h;           /* nothing is drawn outside */
};

/* What goes into the printer. */
typedef enum DisplayPaper {
    PAPER_SHEET,
    PAPER_ENVELOPE, /* fed the way of the printer's profile */
    PAPER_ROLL      /* one label a page; never turned */
} DisplayPaper;

typedef struct DisplayPage {
    Len w, h; /* trim = media size, as the sheet lies in front of the reader */
    DisplayItems items;
    bool front; /* must fall on the front of a sheet when printed duplex */
    DisplayPaper paper;
    /* All that is drawn is made so large, in millionths, about the middle of
     * the page, against a printer that makes it smaller; 0: as it is. */
    int32_t stretch_across, stretch_down;
} DisplayPage;

typedef VEC(DisplayPage) DisplayPages;

uint32_t display_tag(DisplayTags *t, DisplayRole role, uint32_t parent,
                     const char *lang);

void display_run(Arena *a, DisplayItems *to, uint32_t tag, Len x, Len y,
                 const GlyphRun *run, uint32_t from, uint32_t end);
void display_rect(Arena *a, DisplayItems *to, uint32_t tag, Len x, Len y, Len w,
                  Len h, uint8_t gray);
/* The outline of a box, its lines `line` wide and outside of w x h: what is
 * said of a postcode frame is measured inside the line. */
void display_frame(Arena *a, DisplayItems *to, uint32_t tag, Len x, Len y,
                   Len w, Len h, Len line, DisplayColour colour);
void display_line(Arena *a, DisplayItems *to, uint32_t tag, Len x, Len y,
                  Len x2, Len y2, Len width, Len dash, uint8_t gray);
void display_form(Arena *a, DisplayItems *to, uint32_t tag, Len x, Len y,
                  const DisplayForm *form);
void display_image(Arena *a, DisplayItems *to, uint32_t tag, Len x, Len y,
                   Len w, Len h, const Image *image);
/* Lines [from, to) of a paragraph, the paragraph's top-left at (x, y): line
 * baselines are moved so that line `from` stands where the paragraph's first
 * line would: its baseline is p->lines[0].baseline below y. A vertical
 * paragraph has its top-right there, where its first column begins. */
void display_para(Arena *a, DisplayItems *to, uint32_t tag, Len x, Len y,
                  const Para *p, size_t from, size_t end);

/* Items from `first` on only help whoever prints the page. */
void display_aid(DisplayItems *items, size_t first);

/* Mark what `to` holds from item `from` on as line `line` of a block, if that
 * is wanted. */
void display_mark(Arena *a, DisplayItems *to, size_t from,
                  const DisplayMarks *marks, size_t line);

/* The items of `from`, which stand on a sheet of w x h, with the sheet turned
 * clockwise by quarters and its new top left corner laid at (dx, dy): appended
 * to `to`. For an odd number of quarters the turned sheet is h wide and w high.
 * 0 quarters only shifts. Tags stay, and so does reading order. `from` and
 * `to` are two lists. */
void display_turned(Arena *a, const DisplayItems *from, DisplayItems *to,
                    int quarters, Len w, Len h, Len dx, Len dy);

/* The vector (x, y), y down, turned clockwise by quarters. */
static inline void display_turn(unsigned quarters, Len *x, Len *y) {
    for (Len old; quarters > 0; quarters--) {
        old = *x;
        *x = -*y;
        *y = old;
    }
}

/* One line per item, points with three decimals: the `display` dump. First the
 * sheet, then the items in order; those of a form stand indented under it.
 *
 *     page 595.276 841.890 front
 *     P:en 56.693 70.866 glyphs NotoSerif-Regular 10.500 "Dear Governor,"
 *     - 0.000 297.638 line 14.173 297.638 width 0.250 gray 0
 *     P:zh 80.000 90.000 turn 1 glyphs ...
 *
 * `t` NULL prints every tag as its number. */
void display_dump(const DisplayTags *t, const DisplayPage *page, Buf *out);

#endif
