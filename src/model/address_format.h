/* address_format.h - fill a country's format with the fields of an address.
 *
 * Formats are those of country.h. Private to the model layer.
 */
#ifndef ENVOI_MODEL_ADDRESS_FORMAT_H
#define ENVOI_MODEL_ADDRESS_FORMAT_H

#include "base/arena.h"
#include "model/contact.h"

/* A line is its parts in order; a field is its lines. */
typedef struct FieldLines {
    TextList *v;
    size_t n;
} FieldLines;

/* Index of a field in the order of this string. */
#define FORMAT_CODES "NOADCSZ"
typedef enum FormatField {
    FORMAT_N,
    FORMAT_O,
    FORMAT_A,
    FORMAT_D,
    FORMAT_C,
    FORMAT_S,
    FORMAT_Z,
    FORMAT_FIELDS
} FormatField;

typedef struct FormatLine {
    FormatField field; /* of the first value on the line */
    size_t index;      /* which line of that field it is */
    TextList parts;
} FormatLine;

typedef struct FormatLines {
    FormatLine *v;
    size_t n;
} FormatLines;

/* Where a field stands in a format, past its literals; -1 if it is not there.
 */
int format_index(const char *format, char code);

/* `format` without what stands in <>, which only mail from abroad has. */
const char *format_at_home(Arena *a, const char *format);

/* The lines of `format`. Empty fields drop with their separators: a literal
 * before the first field of a line belongs to the next field ("CH-Z"), any
 * other stands only between two values. A field of several lines continues the
 * line it begins on and ends on a line that goes on. A postcode whose region is
 * missing goes on the line of the city above it. */
void format_expand(Arena *a, const char *format,
                   const FieldLines fields[FORMAT_FIELDS], FormatLines *out);

/* One text as a field of one line per text line; empty text, empty field. */
FieldLines format_field(Arena *a, Text t);
/* The same for one line of one part. */
TextList format_part(Arena *a, Text t);

#endif
