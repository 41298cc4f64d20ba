/* labels.h - an address book to sheets of labels or slips. */
#ifndef ENVOI_JOB_LABELS_H
#define ENVOI_JOB_LABELS_H

#include "job/session.h"
#include "model/address.h"

typedef struct LabelsJob {
    const char *addresses; /* FILE or FILE#ID, "-" for stdin */
    const char *layout;    /* NULL: slips on the origin country's paper */
    const char *origin;    /* alpha-2 or a country's name; NULL unknown */
    AddressScript script;
    int copies; /* of the whole list, in list order: A B C A B C; >= 1 */
    JobOutput out;
} LabelsJob;

/* Every label of one addressee is set alike. An address that does not fit is
 * an error with the millimetres. False if anything is wrong; then nothing was
 * written. */
bool labels_run(Session *s, const LabelsJob *job, Diag *diag);

#endif
