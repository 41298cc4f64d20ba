/* yamlwrite.h - text as YAML that every reader takes for just that text.
 *
 * Ours reads any scalar as what was typed (input/yaml.h); other programs, and
 * people's editors, take `NO`, `0123`, `12:30` and `2026-11-22` for something
 * else. So text stands plain where neither YAML 1.1 nor 1.2 reads anything but
 * a string, and between double quotes elsewhere. The text must be UTF-8.
 */
#ifndef ENVOI_BASE_YAMLWRITE_H
#define ENVOI_BASE_YAMLWRITE_H

#include "base/buf.h"
#include "base/source.h"

/* `t` behind "key: " or "- " on the rest of its line. */
void yamlwrite_text(Buf *out, Text t);

/* `t` between double quotes, which may stand in [lists] and {maps} too. */
void yamlwrite_quoted(Buf *out, Text t);

/* "key: value" on a line, `indent` blanks before it. A value of several lines
 * stands below its key as it is, behind `|`. `key` is plain. */
void yamlwrite_pair(Buf *out, int indent, const char *key, Text value);

/* The same for `n` values: none writes nothing, one a pair, more a list. */
void yamlwrite_list(Buf *out, int indent, const char *key, const Text *values,
                    size_t n);

#endif
