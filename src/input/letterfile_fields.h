/* letterfile_fields.h - the {{fields}} in a stretch of text. */
#ifndef ENVOI_INPUT_LETTERFILE_FIELDS_H
#define ENVOI_INPUT_LETTERFILE_FIELDS_H

#include "model/letter.h"

typedef VEC(Inline) InlineVec;

/* Append `value` to `out` as texts and fields with the style of `like`. "\{{"
 * is a plain "{{". What stands between {{ and }} must be a name: letters,
 * digits, "_", "-", ":" and blanks in parts that "." joins; blanks around it
 * do not count. False if one is not, with the error in `diag`. */
bool fields_split(Arena *a, Text value, const Inline *like, Diag *diag,
                  InlineVec *out);

/* A whole value, in which a line end is one on paper. False as above. */
bool fields_inlines(Arena *a, Text value, Diag *diag, Inlines *out);

/* Is there a "{{"? */
bool fields_any(const char *s, size_t n);

/* text_slice in constant time where the value is the source, byte for byte. */
Text fields_slice(Text t, size_t off, size_t n);

#endif
