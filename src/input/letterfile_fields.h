/* letterfile_fields.h - the {{fields}} in a stretch of text: {{to.name}},
 * {{from.city|our town}}, and the marks of sections (letterfile_sections.h).
 */
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

/* A whole value, in which a line end is one on paper and sections begin and
 * end. False as above. */
bool fields_inlines(Arena *a, Text value, Diag *diag, Inlines *out);

/* Length of the {{#name}}, {{^name}} or {{/name}} that s begins with, else 0.
 */
size_t fields_section_mark(const char *s, size_t n);

/* Is there a "{{"? */
bool fields_any(const char *s, size_t n);

#endif
