/* layouts.h - what layouts there are, told and drawn. */
#ifndef ENVOI_JOB_LAYOUTS_H
#define ENVOI_JOB_LAYOUTS_H

#include "job/session.h"
#include "model/layout.h"

/* Every layout: name, size, title, aliases; of one kind only if `kind` is not
 * negative, and only those with `search` in name, alias or title, in any case,
 * if it is not NULL. With a search, the installed collections of label sheets
 * (input/labelset.h) are looked through too, without one their size is told.
 * None is an error. */
bool layouts_list(Session *s, int kind, const char *search, Diag *diag,
                  Buf *out);

/* The layout called `name`, as in --on: a name, an alias, a file; of an
 * envelope with the boxes that the post of `origin` (a code or a name; NULL:
 * the rules that any post can take) gives it. NULL with an error. */
const Layout *layouts_find(Session *s, Arena *a, const char *name,
                           const char *origin, Diag *diag);

/* All measures of one layout in mm, in plain lines; `name` and `origin` as
 * above. */
bool layouts_describe(Session *s, const char *name, const char *origin,
                      Diag *diag, Buf *out);

/* A label sheet as a layout file of one's own, to be saved and corrected. */
bool layouts_yaml(Session *s, const char *name, Diag *diag, Buf *out);

/* The same as a drawing at true size: page/layoutdraw.h. Stages of text are not
 * dumped, only DUMP_DISPLAY. */
bool layouts_draw(Session *s, const char *name, const char *origin,
                  const JobOutput *out, Diag *diag);

#endif
