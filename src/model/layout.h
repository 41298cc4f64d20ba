/* layout.h - page geometry as data: label sheets, envelopes, letters.
 *
 * A layout file is YAML (its keys are in input/layoutfile.h); lengths are
 * numbers in mm or carry a unit. Boxes are measured from the top-left corner of
 * the sheet or envelope as it is read. layout_check rejects what contradicts
 * itself. A Layout lives in the arena it was read into.
 */
#ifndef ENVOI_MODEL_LAYOUT_H
#define ENVOI_MODEL_LAYOUT_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/len.h"
#include "base/source.h"

typedef enum LayoutKind {
    LAYOUT_LABELS,
    LAYOUT_ENVELOPE,
    LAYOUT_LETTER
} LayoutKind;

typedef struct LayoutBox {
    Len x, y, w, h;
    Span span; /* where the file says it; src NULL if it is absent */
} LayoutBox;

typedef enum LabelShape {
    LABEL_RECT,    /* corners may be rounded */
    LABEL_ELLIPSE, /* oval; round if it is as wide as it is high */
    LABEL_RING     /* disc with a hole; cut off at two sides if its box is not
                      as wide as it is high */
} LabelShape;

/* Labels at even distances. A sheet has one grid or, where rows are offset or
 * interleaved, several. */
typedef struct LabelGrid {
    int columns, rows;
    Len left, top;    /* of the first label */
    Len across, down; /* pitch */
    Span first, pitch;
} LabelGrid;

typedef struct LayoutPoint {
    Len x, y;
} LayoutPoint;

/* All labels of a sheet are alike. A reader fills in the grids and calls
 * layout_number_cells; everybody else asks for labels by their number. */
typedef struct LabelLayout {
    LabelShape shape;
    Len label_w, label_h; /* of the box around it, whatever the shape */
    Len round;            /* LABEL_RECT: corner radius */
    Len hole;             /* LABEL_RING: its diameter */
    LayoutBox text; /* LABEL_RECT: where in each label the text stands, from
                       the label's upper left corner; absent for most:
                       wherever there is room */
    LabelGrid *grids;
    size_t ngrids;
    LayoutPoint *cells; /* top left corner of every label, in reading order */
    size_t ncells;
    bool cut;  /* print cut lines: slips for scissors */
    bool roll; /* one label a page on a label printer: text keeps its distance
                  from the label's edges, the page's do not count */
    Span label;
} LabelLayout;

struct PostZones;
struct EnvelopeDesign;

/* A letter's own sheet as its envelope: folded at both places, the lower panel
 * up first, then the upper one down over it. The face is on the back of the
 * middle panel, with the fold at `first` above it; the sheet's upper edge then
 * lies on the back, short of the lower fold, where it is taped. */
typedef struct EnvelopeFold {
    Len paper_w, paper_h;
    Len first, second; /* folds, from the sheet's upper edge */
    Span span;         /* src NULL: it is no folded sheet */
} EnvelopeFold;

/* As its file has it, an envelope may have no more than its size; the boxes
 * that are absent then come from the rules of the post it is handed to
 * (model/postzones.h, postzones_place). */
typedef struct EnvelopeLayout {
    const char *ipp;     /* PWG 5101.1 media name, for the lp line; or NULL */
    LayoutBox recipient; /* the address block is set inside it */
    LayoutBox sender;    /* return address; absent: none is printed */
    LayoutBox stamp;     /* kept empty; absent: not said */
    LayoutBox *clear;    /* machine zones kept empty */
    size_t nclear;
    LayoutBox window;             /* absent for most; the addressee is then not
                                     printed unless there is a recipient too */
    const struct PostZones *post; /* that placed the boxes; NULL: none has */
    EnvelopeFold fold;            /* absent for most */
    const struct EnvelopeDesign *design; /* with boxes for the postcode, or in
                                            columns; NULL for most */
} EnvelopeLayout;

/* The house style of a letter's text, where the layout and not only the
 * language decides. */
typedef enum LetterStyle {
    LETTER_STYLE_PLAIN,   /* by language, see page/letterbody.h */
    LETTER_STYLE_CHINESE, /* salutation flush, body indented two em, closing
                             in two lines, signature and date right (facts
                             2.2) */
    LETTER_STYLE_OFFICIAL /* GB/T 9704-2012: 16 pt, 22 lines of 28 characters,
                             date four characters in from the right */
} LetterStyle;

typedef struct LetterLayout {
    Len left, right, top, bottom; /* margins of the text area */
    LayoutBox recipient;   /* the window's field; text starts at recipient_x;
                              absent: the addressee is not on the sheet */
    Len recipient_x;       /* text edge in the field */
    Len recipient_top;     /* first line's zone starts here in the field */
    LayoutBox return_line; /* above the addressee, small; absent for none */
    LayoutBox sender;      /* sender block; absent: none on this layout */
    Len body;              /* top of date or subject on page 1, from the top */
    Len *folds;            /* fold marks at the left edge */
    size_t nfolds;
    Len punch;            /* 0: none */
    Len mark_x, mark_w;   /* fold marks start and length */
    bool date_right;      /* date at the end side, else at the start */
    LayoutBox window;     /* what the envelope's window shows of the folded
                             sheet; absent: no window */
    Len tolerance;        /* the sheet slides so far up or down in the envelope:
                             text keeps this distance from the window's upper
                             and lower edge */
    Len tolerance_across; /* the same to the left and right */
    Len envelope_w, envelope_h; /* that the folded sheet goes into; 0: not
                                   said */
    LayoutBox letterhead; /* logo, organisation, its lines; absent: none */
    LayoutBox remark;     /* above the addressee, in the window */
    LayoutBox stamp;      /* kept empty: the franking of a folded sheet */
    Text outside;   /* the envelope that the sheet itself becomes, on its back;
                       the   letter has one page then. s NULL: none */
    Len references; /* top of the reference line; 0: above the subject */
    LetterStyle style;
    /* Where the file says the above; src NULL for what is absent. */
    Span margins_at, body_at, folds_at, punch_at, marks_at;
    Span tolerance_at, envelope_at, references_at;
} LetterLayout;

typedef struct Layout {
    LayoutKind kind;
    const char *name; /* file name without .yaml, or the path the user gave */
    Text title;       /* one line for a list */
    Text source_note; /* where the numbers come from; "" for a user's own */
    const char **aliases;
    size_t naliases;
    Len w, h;   /* sheet or envelope */
    Span paper; /* where the file says the size */
    union {
        LabelLayout labels;
        EnvelopeLayout envelope;
        LetterLayout letter;
    } u;
} Layout;

/* Text keeps this far inside a label and inside the sheet (facts 3.3, 7). */
#define LABEL_PADDING LEN_OF_MM(3.0)
#define SHEET_PADDING LEN_OF_MM(5.0)

/* Number the labels of all grids in reading order, into `cells`: row by row
 * from the top, each from the left. A label whose top lies above the middle of
 * the first one in a row belongs to that row. Grids with no label or with more
 * than LIMIT_CELLS leave no cells; layout_check then says so. */
void layout_number_cells(Arena *a, Layout *l);

/* Label k (0-based, in reading order) as a box on the sheet. */
LayoutBox layout_label(const Layout *l, int k);
int layout_labels_per_sheet(const Layout *l);

/* Where text may stand in label k: LABEL_PADDING inside its edge, also of round
 * corners, ovals and holes, and SHEET_PADDING inside the sheet unless it is a
 * roll. A curved shape has several such boxes, from wide and low to narrow and
 * high: one block fits the one better, one the other. Box i of one label
 * answers to box i of every other, only the sheet's edge makes some smaller; a
 * box without room has no width or no height. Returns how many. */
#define LABEL_BOXES 16
size_t layout_label_boxes(const Layout *l, int k, LayoutBox out[LABEL_BOXES]);
/* The one of them with the largest area. */
LayoutBox layout_label_text(const Layout *l, int k);

/* What a letter's window shows however the folded sheet lies: the window less
 * its tolerance. Absent without a window. */
LayoutBox layout_window_text(const Layout *l);
/* Where the addressee's lines may stand on a letter: the field from
 * recipient_x and recipient_top on, as far as the window surely shows it.
 * Absent if the layout has no place for the addressee. */
LayoutBox layout_recipient_text(const Layout *l);

/* Labels overlap or leave the sheet, boxes leave the envelope, the window is
 * outside it, recipient and stamp overlap, a margin leaves no room ...: errors
 * at the line that says it, with the millimetres. Tolerance 0.3 mm for the
 * sheet's edge, 0.15 mm for overlap (facts 3.2). False if there was one.
 *
 * Of a letter with a window: the addressee's text and the return line start
 * inside what it surely shows, nothing else can come into sight, and the
 * panels between the folds go into the envelope. */
bool layout_check(const Layout *l, Diag *diag);

#endif
