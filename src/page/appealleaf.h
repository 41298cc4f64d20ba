/* appealleaf.h - what all papers of a pack say of the appeal, in the language
 * of whoever holds them: LeafSheet.lang, else that of the appeal.
 */
#ifndef ENVOI_PAGE_APPEALLEAF_H
#define ENVOI_PAGE_APPEALLEAF_H

#include "model/appeal.h"
#include "page/leaf.h"

/* "Label: value" as one text; `value` alone where the language has no such
 * word. */
Text appealleaf_labelled(Leaf *l, Word word, Text value);

/* Whom it is for, all in one line. A person whose name is another in the
 * language of the appeal has both. */
FlowBox *appealleaf_names(Leaf *l, const Appeal *appeal, LeafStyle style);
FlowBox *appealleaf_title(Leaf *l, const Appeal *appeal, LeafStyle style);
/* One box or none. */
void appealleaf_summary(Leaf *l, const Appeal *appeal, LeafStyle style);
/* "Deadline: 26 June 2021"; nothing where there is no such day. */
void appealleaf_day(Leaf *l, const AppealDay *day, Word word, Len size);
/* The demands, numbered. */
void appealleaf_demands(Leaf *l, const Appeal *appeal);

/* Name, title and, if asked for, organisation of a target: "Cui Tiankai,
 * Ambassador". */
Text appealleaf_target(Leaf *l, const AppealTarget *t, bool organisation);

#endif
