/* printer.h - what one printer does to a page, as its owner measured it.
 *
 * A profile is a small YAML file, written by `envoi calibrate --save` or by
 * hand. It holds measures and nothing else: no name of a user, machine or
 * printer but what its file is called. Every key may be left out; lengths are
 * mm or carry a unit.
 *
 *     title: one line for `envoi calibrate --list`
 *     offset: {right: 0.8, down: -0.5}     the print lies so far off, in the
 *                                          middle of the sheet
 *     back: {right, down}                  the same on the back of a sheet
 *     scale: {across: 99.8 %, down: 100 %} a length of 100 mm comes out so long
 *     compensate: no | yes                 set pages larger or smaller by what
 *                                          `scale` says
 *     skew: 0.1                            mm on 100 mm by which the print is
 *                                          turned, clockwise
 *     border: {left, top, right, bottom}   what the printer leaves blank
 *     envelope:
 *       feed: 1 | 2 | ... | 6              or, in words,
 *       side: left | centre | right        where the envelope lies,
 *       edge: short | long                 which of its edges goes in first
 *       turned: no | yes                   the other end first
 *       face: up | down                    how the address lies; a note
 *       paper: envelope | a4 | letter      what the printer is told to have
 *       offset: {right, down}              of envelopes, as one reads them, in
 *                                          place of the above
 *       border: {left, top, right, bottom} in place of the above
 *
 * Right, down, left and so on are those of a page in portrait; of envelopes
 * `offset` is as one reads them, and `border` that of their page. The offset of
 * sheets holds for envelopes too if there is a feed and no other. Feeds 1, 2, 3
 * are left, centre, right with the short edge first, 4, 5, 6 the same with the
 * long edge first.
 */
#ifndef ENVOI_MODEL_PRINTER_H
#define ENVOI_MODEL_PRINTER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/len.h"

/* Of what a file may say, `given` tells; `at` is the place, src NULL if it came
 * from the command line. */
typedef struct PrinterOffset {
    Len right, down;
    bool given;
    Span at;
} PrinterOffset;

typedef struct PrinterBorder {
    Len left, top, right, bottom;
    bool given;
    Span at;
} PrinterBorder;

/* In millionths: 998000 is 99.8 %. */
#define PRINTER_TRUE 1000000
typedef struct PrinterScale {
    int32_t across, down;
    bool given;
    Span at;
} PrinterScale;

/* What the page is as large as. */
typedef enum PrinterPaper {
    PRINTER_PAPER_ENVELOPE,
    PRINTER_PAPER_A4,
    PRINTER_PAPER_LETTER
} PrinterPaper;
#define PRINTER_PAPERS 3
extern const char *const printer_papers[PRINTER_PAPERS];

/* The size of a sheet; of PRINTER_PAPER_ENVELOPE nothing is set. */
void printer_paper_size(PrinterPaper paper, Len *w, Len *h);

typedef enum PrinterFace {
    PRINTER_FACE_UNKNOWN,
    PRINTER_FACE_UP,
    PRINTER_FACE_DOWN
} PrinterFace;

#define PRINTER_FEEDS 6
typedef struct PrinterEnvelope {
    int feed; /* 1 to PRINTER_FEEDS; 0: upright, as without a profile */
    bool turned;
    PrinterFace face;
    PrinterPaper paper;
    PrinterOffset offset; /* as one reads the envelope */
    PrinterBorder border;
    Span at;
} PrinterEnvelope;

typedef struct Printer {
    const char *name; /* file name without .yaml, or the path the user gave */
    Text title;       /* "" if there is none */
    PrinterOffset offset, back;
    PrinterScale scale;
    bool compensate;
    Span compensate_at;
    int32_t skew; /* in 1/1000 mm on 100 mm, clockwise */
    bool skew_given;
    Span skew_at;
    PrinterBorder border;
    PrinterEnvelope envelope;
} Printer;

/* A print that lies further off was not printed at 100 %, or on other paper. */
#define PRINTER_OFFSET_MAX LEN_OF_MM(20)
/* "Fit to page" makes A4 94 to 97 %; beyond a tenth it is another mistake. */
#define PRINTER_SCALE_MAX 100000
/* Of the worst printers a tenth; beyond that the sheet was not straight. */
#define PRINTER_SKEW_MAX 3000
/* Epson asks for 20 mm at one edge (facts 7); some need more for long edges. */
#define PRINTER_BORDER_MAX LEN_OF_MM(40)

/* A scale that is wrong by more than this is told. From the middle of A4 to its
 * farther edge are 148.5 mm: 0.3 % of them are 0.45 mm, just inside the +-0.5
 * mm that label sheets are cut to. The same slope is told of a skew. */
#define PRINTER_SCALE_TOLERANCE 3000
#define PRINTER_SKEW_TOLERANCE 300

/* Measures beyond what can be, and what contradicts itself: errors at their
 * place. False if there was one. */
bool printer_check(const Printer *p, Diag *diag);

/* Feed `feed` (1 to PRINTER_FEEDS) goes in with the long edge first. */
bool printer_feed_long(int feed);
/* Where the envelope of a feed lies: 0 left, 1 centre, 2 right. */
int printer_feed_side(int feed);
/* Quarters, clockwise, by which the face of an envelope of w x h is turned on
 * the page, whose upper edge goes in first. */
int printer_envelope_turn(const PrinterEnvelope *e, Len w, Len h);
/* The page for an envelope of w x h: as large as it when turned, or the paper
 * that the printer is told to have; (x, y): the turned envelope's top left
 * corner on it. False if the envelope is wider or longer than that paper. */
bool printer_envelope_page(const PrinterEnvelope *e, Len w, Len h, Len *page_w,
                           Len *page_h, Len *x, Len *y);

/* By more than its tolerance, in one direction at least. */
bool printer_scale_is_off(const PrinterScale *s);
bool printer_skew_is_off(int32_t skew);
/* Millimetres by which the print of an edge 148.5 mm from the middle is off, in
 * the worse direction. */
double printer_scale_error_mm(const PrinterScale *s);

#endif
