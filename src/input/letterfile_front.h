/* letterfile_front.h - the fields between the --- lines of a letter. */
#ifndef ENVOI_INPUT_LETTERFILE_FRONT_H
#define ENVOI_INPUT_LETTERFILE_FRONT_H

#include "model/letter.h"

/* Bytes [off, off + n) of `src` into the fields of `letter`. Every error is in
 * `diag`; false if there was one. */
bool front_read(Arena *a, const Source *src, size_t off, size_t n, Diag *diag,
                Letter *letter);

/* Does a line that begins at `off` look like one of these fields: "to: x"?
 * With `any_case` also "To: x". */
bool front_is_field(const Source *src, size_t off, bool any_case);

#endif
