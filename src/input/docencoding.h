/* docencoding.h - the bytes of a text or HTML file as UTF-8.
 *
 * As encoding.h, but for what is looked at further on: in UTF-8 every character
 * may stand.
 */
#ifndef ENVOI_INPUT_DOCENCODING_H
#define ENVOI_INPUT_DOCENCODING_H

#include "input/document_private.h"

/* `declared` is what the file says of itself, n == 0 for nothing. NULL with a
 * message; else `encoding` is what it was read as, NULL for plain UTF-8. */
const Source *docencoding_utf8(Arena *a, const DocFile *f, const Text *declared,
                               Diag *diag, const char **encoding);

#endif
