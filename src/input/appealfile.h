/* appealfile.h - an appeal folder to an appeal.
 *
 *     ekpar-asat/appeal.yaml     what it is about, and until when
 *     ekpar-asat/targets.yaml    who is written to: address records, each with
 *                                an id (targets.csv does too)
 *     ekpar-asat/letter.en.md    the letter, in as many languages as there are
 *     ekpar-asat/case.en.md      the case sheet; case.md is in the appeal's
 *                                language
 *
 * Keys of appeal.yaml: title reference index date country lang summary person
 * demands deadline not_before not_after languages report previous notes avoid
 * targets. `person` is a map, or a list of maps, of name, pronouns and the name
 * in other languages (zh: ...). Under `targets` stand, by id, `return` (none,
 * initials, group, full) and `note`. Unknown keys are errors with a
 * did-you-mean; other files in the folder are left alone.
 *
 * title, summary, demands, notes, report, pronouns and a target's note may be
 * there in other languages too, as the fields of address records: title:fr, or
 * title below fr:.
 */
#ifndef ENVOI_INPUT_APPEALFILE_H
#define ENVOI_INPUT_APPEALFILE_H

#include "model/appeal.h"
#include "model/listreading.h"

/* `path` is a folder that has an appeal.yaml, or that file. */
bool appealfile_is_folder(const char *path);

/* Read the folder, or the folder of the appeal.yaml `path`. Letters and case
 * sheets are found, not read. Every error is in `diag`; false if there was
 * one, and `out` has what could be read. */
bool appealfile_load(Arena *a, const ListReading *how, const char *path,
                     Diag *diag, Appeal *out);

#endif
