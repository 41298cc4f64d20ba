/* leaf.h - the papers of a pack that are no letters: headings, text, icons and
 * rows for the pen on as many pages as they need.
 *
 *     Leaf l;
 *     leaf_open(&l, a, fonts, &sheet, tags, diag);
 *     leaf_heading(&l, ICON_HAND, words);
 *     leaf_text(&l, text, (LeafStyle){.size = LEAF_TEXT});
 *     leaf_close(&l, &pages);
 *
 * Everything stands in boxes of a flow (page/flow.h) and is set from the start
 * side: mirrored in a language that runs from right to left. A word wider than
 * its line is an error at the word's place. Everything lives in the arena.
 */
#ifndef ENVOI_PAGE_LEAF_H
#define ENVOI_PAGE_LEAF_H

#include "model/qr.h"
#include "model/words.h"
#include "page/flow.h"
#include "page/icon.h"

#define LEAF_MARGIN LEN_OF_MM(18)
#define LEAF_TITLE LEN_OF_PT(19)
#define LEAF_HEAD LEN_OF_PT(13)
#define LEAF_TEXT LEN_OF_PT(11)
#define LEAF_SMALL LEN_OF_PT(9)
#define LEAF_ICON LEN_OF_MM(7)

typedef struct LeafSheet {
    Len w, h;
    const Words *words;       /* of whoever works with it */
    const char *lang;         /* what they read: of the texts that have no
                                 other; words may be in a second best */
    const char *const *langs; /* of names and words in it, in order */
    size_t nlangs;
    const char *foot; /* at the foot of every page, with its number if there
                         are several; NULL: the number alone */
} LeafSheet;

typedef struct Leaf {
    Arena *arena;
    Fontset *fonts;
    const LeafSheet *sheet;
    DisplayTags *tags;
    uint32_t document;
    Diag *diag;
    bool rtl;
    Len width; /* of the text area */
    FlowBoxes boxes, notes;
} Leaf;

typedef struct LeafStyle {
    Len size;
    bool bold;
    bool keep;        /* with what follows */
    Len indent;       /* at the start side */
    Len room;         /* left free at the end side */
    Len space;        /* above */
    DisplayRole role; /* ROLE_ARTIFACT, which is 0: ROLE_P */
    const char *lang; /* NULL: the sheet's */
} LeafStyle;

void leaf_open(Leaf *l, Arena *a, Fontset *fs, const LeafSheet *sheet,
               DisplayTags *tags, Diag *diag);

/* A word of the sheet's language; s == NULL if it has none. */
Text leaf_word(const Leaf *l, Word word);
TextStyle leaf_style(const Leaf *l, Len size, bool bold, const char *lang);
/* A paragraph of that width, for a cell. Start and end are the sheet's. */
void leaf_set(Leaf *l, Text t, TextStyle style, Len width, TextAlign align,
              Para *out);
/* How high that would be; *fits: no word of it is wider. Nothing is told. */
Len leaf_height(Leaf *l, Text t, TextStyle style, Len width, bool *fits);

/* Each appends a box and returns it. */
FlowBox *leaf_text(Leaf *l, Text t, LeafStyle style);
/* With an icon at the start, `t` beside it; an icon alone if t.s == NULL. */
FlowBox *leaf_marked(Leaf *l, Icon icon, Text t, LeafStyle style);
FlowBox *leaf_heading(Leaf *l, Icon icon, Text t);
/* The narrowest column that `label` fits into. */
Len leaf_label_column(Leaf *l, Text label, Len size);
/* `label` in a column of its own, `value` beside it; alone if label.s == NULL.
 */
FlowBox *leaf_pair(Leaf *l, Text label, Len column, Text value,
                   LeafStyle style);
/* A picture `h` high; what is drawn into `items` counts from its top left. */
FlowBox *leaf_drawing(Leaf *l, const DisplayItems *items, Len h, Len space);
/* Boxes of a text with its footnotes (letter_text). */
void leaf_append(Leaf *l, const FlowBoxes *boxes, const FlowBoxes *notes);

/* A column of a table for the pen. */
typedef struct LeafColumn {
    Text head; /* s == NULL: none */
    Len width; /* 0: shares what the others leave */
} LeafColumn;

/* The narrowest column that `head` can stand above. */
Len leaf_head_width(Leaf *l, Text head);

/* Rows for the pen under their heads, `row` high each: `n` of them, or as many
 * as the page has room for. `first` (n of them, or NULL) is printed in the
 * first column. The heads stand on every page. */
void leaf_rows(Leaf *l, const LeafColumn *columns, size_t ncolumns, Len row,
               size_t n, const Text *first);

/* The QR code of a link, what it is for beside it and the link in words. */
void leaf_link(Leaf *l, const QrCode *qr, Text link, Word what, Len side);

/* What is free on the last page so far. */
Len leaf_room(const Leaf *l);

void leaf_close(Leaf *l, DisplayPages *out);

#endif
