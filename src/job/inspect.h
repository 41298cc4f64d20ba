/* inspect.h - what the program knows of fonts, told to the user. */
#ifndef ENVOI_JOB_INSPECT_H
#define ENVOI_JOB_INSPECT_H

#include "job/session.h"

/* One line per grapheme cluster of `text`: the characters, their code points,
 * the face that will set them. A cluster without a face is an error. */
bool inspect_text(Session *s, const char *text, const TextStyle *style,
                  Diag *diag, Buf *out);

#endif
