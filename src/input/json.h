/* json.h - one JSON value as a tree with spans (RFC 8259). jansson below.
 *
 * The tree is that of yaml.h, so that what reads the one reads the other: an
 * object is a map, and scalars are text as it was typed; `plain` tells a
 * number, true, false and null from a string. Keys that are there twice,
 * U+0000 and lone surrogates are errors; the depth is LIMIT_YAML_DEPTH.
 */
#ifndef ENVOI_INPUT_JSON_H
#define ENVOI_INPUT_JSON_H

#include "input/yaml.h"

/* The array or object that begins at byte `off`; *end is behind it, or `off` if
 * nobody can tell where it ends. NULL, with an error in `diag`, if it is none,
 * or has a text that may not be. Lives in the arena and points into the source.
 */
const YamlNode *json_parse(Arena *a, const Source *src, size_t off, size_t *end,
                           Diag *diag);

/* Behind blanks, tabs and line ends from byte `off` on. */
size_t json_blank(const Source *src, size_t off);

#endif
