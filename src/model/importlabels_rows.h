/* importlabels_rows.h - the table of importlabels.c.
 *
 * Private to the model layer.
 */
#ifndef ENVOI_MODEL_IMPORTLABELS_ROWS_H
#define ENVOI_MODEL_IMPORTLABELS_ROWS_H

#include "model/importlabels.h"

/* How much of a line a label is. */
typedef enum Reach {
    WHOLE, /* all of it, but for a colon */
    HEAD,  /* all of it, or a colon and a value follow */
    START  /* anything may follow */
} Reach;

typedef struct LabelRow {
    Label label;
    Reach reach;
    const char *pattern;
} LabelRow;

extern const LabelRow label_rows[];
extern const size_t label_rows_n;

#endif
