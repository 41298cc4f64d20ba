/* returnaddress.h - what of the sender an envelope shows. */
#ifndef ENVOI_JOB_RETURNADDRESS_H
#define ENVOI_JOB_RETURNADDRESS_H

#include "model/listreading.h"
#include "model/shortname.h"

/* The record that is printed as return address of `sender`. With RETURN_GROUP
 * that is `group` (FILE#ID), else what the sender's record has as `group`: the
 * id of a record in its own file, or FILE#ID from there. `*out` is NULL with
 * RETURN_NONE. `how` is Session.lists. Errors in `diag`; false then. */
bool return_choose(Arena *a, const Contact *sender, ReturnPolicy policy,
                   const char *group, const ListReading *how, Diag *diag,
                   const Contact **out);

#endif
