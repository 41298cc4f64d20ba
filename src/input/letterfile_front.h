/* letterfile_front.h - the fields between the --- lines of a letter. */
#ifndef ENVOI_INPUT_LETTERFILE_FRONT_H
#define ENVOI_INPUT_LETTERFILE_FRONT_H

#include "model/letter.h"

/* Bytes [off, off + n) of `src` into the fields of `letter`. Every error is in
 * `diag`; false if there was one. */
bool front_read(Arena *a, const Source *src, size_t off, size_t n, Diag *diag,
                Letter *letter);

#endif
