/* encoding.h - a text file as people have it, as UTF-8. ICU's converters below.
 *
 * A byte order mark says what a file is; what is well-formed UTF-8 is UTF-8;
 * zeros in every second byte are UTF-16. Everything else is one of the old
 * encodings, and which one is weighed (encodingguess.h). Lines and columns of
 * the result are those of the file, so places need no way back.
 */
#ifndef ENVOI_INPUT_ENCODING_H
#define ENVOI_INPUT_ENCODING_H

#include "base/diag.h"
#include "base/source.h"
#include "input/textfaults.h"

typedef struct Encoded {
    const Source *src; /* UTF-8; NULL if `given` is no encoding */
    const char *as;    /* what it was read as, for a note: "GB18030"; NULL:
                          plain UTF-8 without a byte order mark */
    TextFaults faults; /* of src */
} Encoded;

/* True of a word that names a column of a list in some language. */
typedef bool EncodingWord(const void *data, const char *s, size_t n);

/* The bytes of the file `name`, which are borrowed for the call. `given`: an
 * encoding that ICU knows, NULL to find it out; `knows` (or NULL) helps with
 * that. Each byte that is not of the encoding, and each character that may not
 * stand in text (utf8_objection), is an error in `diag` at its place; an
 * encoding that could as well be another one is a warning with both readings.
 * False if there was an error. */
bool encoding_read(Arena *a, const char *name, const char *bytes, size_t n,
                   const char *given, EncodingWord *knows, const void *data,
                   Diag *diag, Encoded *out);

/* The same, but what is wrong with the text is only in out->faults. */
bool encoding_decode(Arena *a, const char *name, const char *bytes, size_t n,
                     const char *given, EncodingWord *knows, const void *data,
                     Diag *diag, Encoded *out);

/* Bytes in the encoding `name` as UTF-8, in `a` and without a place; s NULL if
 * it is not known, or a byte is not of it. */
Text encoding_convert(Arena *a, const char *name, const char *bytes, size_t n);

#endif
