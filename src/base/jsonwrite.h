/* jsonwrite.h - JSON for other programs (RFC 8259), without a tree.
 *
 *     JsonWriter w = {.out = &buf};
 *     json_open(&w, NULL, '{');
 *     json_text(&w, "title", t);
 *     json_close(&w, '}');
 *
 * A name NULL is for a member of an array. Commas and indentation are the
 * writer's.
 */
#ifndef ENVOI_BASE_JSONWRITE_H
#define ENVOI_BASE_JSONWRITE_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/source.h"

typedef struct JsonWriter {
    Buf *out;
    int depth;
    bool more; /* something stands before in this object or array */
} JsonWriter;

void json_open(JsonWriter *w, const char *name, char bracket);
void json_close(JsonWriter *w, char bracket);
/* `t` must be UTF-8. */
void json_text(JsonWriter *w, const char *name, Text t);
void json_string(JsonWriter *w, const char *name, const char *s);
void json_number(JsonWriter *w, const char *name, uint64_t value);
void json_bool(JsonWriter *w, const char *name, bool value);

#endif
