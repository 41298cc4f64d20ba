/* labels.h - an address book to sheets of labels or slips. */
#ifndef ENVOI_JOB_LABELS_H
#define ENVOI_JOB_LABELS_H

#include "job/cells.h"
#include "job/mailing.h"
#include "job/print.h"
#include "job/session.h"
#include "model/layout.h"
#include "model/address.h"

typedef struct LabelsJob {
    const char *addresses; /* FILE or FILE#ID, "-" for stdin */
    const char *layout;    /* NULL: slips on the origin country's paper */
    const char *origin;    /* alpha-2 or a country's name; NULL unknown */
    AddressScript script;
    SelectOptions select;
    /* The run: its labels are numbered from 1 in this order. */
    int copies; /* of each record, times its own `copies`; >= 1 */
    LabelOrder order;
    /* Which part of it; NULL and 0: all. Chosen labels come on the next free
     * places, a sheet is made again as it was. */
    const char *only;       /* labels: "14,20-31" */
    int from_label;         /* this one and all behind it */
    const char *redo_sheet; /* sheets: "3" */
    /* Where they come. */
    int start;               /* first label of the first sheet; 0: the first */
    const char *const *free; /* "5-8,12", one for each part-used sheet */
    size_t nfree;
    const char *ledger; /* a file that knows, drawer.h; NULL: none */
    bool stack;    /* one cut through the pile makes sorted stacks: cells.h */
    bool outline;  /* the edges of all labels, for a try on plain paper */
    bool no_ruler; /* to measure, on the first sheet */
    const char *lang; /* of its words; NULL: the origin country's; without
                         either it has none */
    JobOutput out;
} LabelsJob;

/* The labels of a mailing as sheets, one for each item in its order; the number
 * of its pack is small in the corner if `numbers`. Of the job, `addresses`,
 * `select`, `copies`, `order` and `out` are not looked at. NULL with
 * the errors in `diag`. Session, job and mailing are borrowed. */
PageSource *labels_open(Session *s, const LabelsJob *job, const Mailing *m,
                        bool numbers, Diag *diag);
void labels_close(PageSource *self); /* NULL is fine */
/* On which sheet and which place of it, both from 0, is the label of item `i`
 * of the mailing? */
size_t labels_at(const PageSource *self, size_t i, size_t *place);
/* Before they are printed in earnest: the ledger, if the job has one, is to get
 * its name with them. False after an error. */
bool labels_keep(PageSource *self);
/* When they are printed: notes in which order sheets are fed, if some are used
 * in part, and what to write on a new one. */
void labels_tell(const PageSource *self);
/* How many of its sheets are used in part already, and need not be bought. */
size_t labels_part_used(const PageSource *self);
const Layout *labels_layout(const PageSource *self);
/* A common sheet on the paper of `origin` whose labels hold an address in two
 * scripts. */
const char *labels_default(const char *origin);

/* Every label of one addressee is set alike. An address that does not fit is
 * an error with the millimetres. False if anything is wrong; then nothing was
 * written, the ledger neither. */
bool labels_run(Session *s, const LabelsJob *job, Diag *diag);

#endif
