/* measure.h - marks, words and places for the pen, of pages that a printer is
 * measured with (page/calibration.h).
 *
 * Words are set from the start side of their column: at its right end in a
 * language that runs from right to left. What is typed, letters of readings and
 * figures run from left to right in all. What does not fit is an error that
 * names the language's file.
 */
#ifndef ENVOI_PAGE_MEASURE_H
#define ENVOI_PAGE_MEASURE_H

#include "model/words.h"
#include "page/display.h"

#define MEASURE_TEXT LEN_OF_PT(8.5)
#define MEASURE_TITLE LEN_OF_PT(13)
#define MEASURE_SMALL LEN_OF_PT(6)
#define MEASURE_LINE LEN_OF_MM(0.2)

typedef struct Measure {
    Arena *arena;
    Fontset *fonts;
    const Words *words; /* with all of WORD_CALIBRATE */
    DisplayTags *tags;
    uint32_t document;
    Diag *diag;
    bool rtl;
    bool ok; /* no error so far */
    Len w, h;
    DisplayItems items;
} Measure;

/* A column of words. */
typedef struct MeasureColumn {
    Len x, y, w; /* where it begins */
    Len end;     /* below it is something else */
} MeasureColumn;

void measure_begin(Measure *m, Arena *a, Fontset *fs, const Words *words,
                   DisplayTags *tags, Diag *diag, Len w, Len h);

void measure_line(Measure *m, Len x, Len y, Len x2, Len y2);
/* Thin and light. */
void measure_faint(Measure *m, Len x, Len y, Len x2, Len y2);
void measure_box(Measure *m, Len x, Len y, Len w, Len h);
void measure_arrow(Measure *m, Len x, Len y, Len x2, Len y2);
/* A figure or letter of a scale, its middle at (x, y). */
void measure_figure(Measure *m, Len x, Len y, Len size, bool bold,
                    const char *text);
/* With the sign that is set in print. */
const char *measure_number(Arena *a, int v);

/* Each begins at the column's y, which it moves down. */
void measure_words(Measure *m, MeasureColumn *c, Len size, bool bold,
                   Word word);
/* What is typed, or is the same in all languages. */
void measure_typed(Measure *m, MeasureColumn *c, const char *text);
/* The number of a step in a square, the words beside it. */
void measure_step(Measure *m, MeasureColumn *c, const char *name, Word word);
/* The column beside the number of a step. */
MeasureColumn measure_indent(const Measure *m, const MeasureColumn *c);
/* Letters of readings, each with a line to write on; none for a blank. */
void measure_blanks(Measure *m, MeasureColumn *c, const char *letters);

/* The tray from above, the way in upwards, an envelope in it. */
void measure_feed(Measure *m, int feed, Len x, Len y, Len w);
#define MEASURE_FEED_HEIGHT LEN_OF_MM(18.5)

#endif
