/* returnaddress.h - what of the sender an envelope shows. */
#ifndef ENVOI_JOB_RETURNADDRESS_H
#define ENVOI_JOB_RETURNADDRESS_H

#include "model/listreading.h"
#include "model/shortname.h"

/* The groups of a run, each loaded once however many senders are in it. Zeroed
 * but for the arena. */
typedef struct ReturnGroup {
    const char *spec;       /* FILE#ID */
    const Contact *contact; /* NULL: an error that has been told */
} ReturnGroup;
typedef struct ReturnGroups {
    Arena *arena;
    VEC(ReturnGroup) known;
} ReturnGroups;

/* What of a sender the target at `to_at` of its list gets to see: `policies`
 * has one for each, NULL: all get that of the run. */
ReturnPolicy return_policy(const ReturnPolicy *policies, size_t to_at,
                           ReturnPolicy run);
/* Does anybody see the group that --group names? `n` policies, or NULL. An
 * error else; false then. */
bool return_uses_group(const ReturnPolicy *policies, size_t n, ReturnPolicy run,
                       const char *group, Diag *diag);
/* A number for what the sender at `from_at` of his list shows then: the same
 * number, the same return address. */
size_t return_number(size_t from_at, ReturnPolicy policy);

/* The record that is printed as return address of `sender`, in `a` or with the
 * groups. With RETURN_GROUP that is `group` (FILE#ID), else what the sender's
 * record has as `group`: the id of a record in its own file, or FILE#ID from
 * there. `*out` is NULL with RETURN_NONE. `how` is Session.lists. Errors in
 * `diag`; false then. */
bool return_choose(Arena *a, ReturnGroups *groups, const Contact *sender,
                   ReturnPolicy policy, const char *group,
                   const ListReading *how, Diag *diag, const Contact **out);

#endif
