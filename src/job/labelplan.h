/* labelplan.h - what a labels job wants, as a plan of cells. */
#ifndef ENVOI_JOB_LABELPLAN_H
#define ENVOI_JOB_LABELPLAN_H

#include "job/drawer.h"
#include "job/labels.h"
#include "model/layout.h"

/* Wishes that exclude each other are errors; false then. Asks no file. */
bool labelplan_check(const LabelsJob *job, Diag *diag);

/* The run of the job: of each record, `wanted` of them. Errors if it is none or
 * too many labels, or some are chosen that are not there. */
bool labelplan_run(Arena *a, const LabelsJob *job, const uint32_t *wanted,
                   size_t records, Diag *diag, LabelRun *out);

/* At least one label on at least one sheet, else an error. `drawer` has the
 * sheets of job->ledger; NULL without. */
bool labelplan_make(Arena *a, const LabelsJob *job, const Layout *layout,
                    const LabelRun *run, const Drawer *drawer, Diag *diag,
                    CellPlan *out);

/* How many sheets of the plan, its first ones, are used in part already. */
size_t labelplan_parts(const LabelsJob *job, const CellPlan *plan,
                       const Drawer *drawer);

/* In which order sheets are fed of which some are used in part, as a note. */
void labelplan_tell(const LabelsJob *job, const CellPlan *plan, Diag *diag);

#endif
