/* yaml.h - a YAML document as a tree with spans. libyaml below.
 *
 * Every scalar is text: `NO`, `0123` and `2026-11-22` are what was typed. No
 * anchors, aliases, tags or second document; duplicate keys are errors; caps
 * are LIMIT_YAML_DEPTH and LIMIT_YAML_NODES. Lives in the arena and points into
 * the source, which must live as long.
 */
#ifndef ENVOI_INPUT_YAML_H
#define ENVOI_INPUT_YAML_H

#include "base/diag.h"
#include "base/source.h"

typedef enum YamlKind { YAML_SCALAR, YAML_LIST, YAML_MAP } YamlKind;

typedef struct YamlNode YamlNode;
typedef struct YamlPair {
    Text key;
    YamlNode *value;
} YamlPair;
struct YamlNode {
    YamlKind kind;
    Span span;   /* of the whole node, with its quotes */
    Text scalar; /* value of a scalar; s never NULL. Its span begins behind the
                    opening quote, or behind the line of `|` or `>` */
    bool plain;  /* scalar without quotes: true, 12, null are what they look */
    YamlNode **items;
    YamlPair *pairs;
    size_t n; /* of items or pairs */
};

/* Parse bytes [off, off + n) of `src` (a front matter is part of a file). NULL,
 * with errors in `diag`, if it is not YAML. An empty document is an empty
 * map. */
YamlNode *yaml_parse(Arena *a, const Source *src, size_t off, size_t n,
                     Diag *diag);

/* Takes the items of a list one by one, or a document that is no list as the
 * only one. A node and what is in it are there during the call; strings that
 * stand in the source as they are point there. An item that is not `sound` has
 * errors, which have been told and are about it (diag_about): duplicate keys,
 * tags. Numbers are from 1; of a document that is no list it is 0. */
typedef struct YamlWalker YamlWalker;
struct YamlWalker {
    void (*take)(YamlWalker *self, const YamlNode *item, size_t number,
                 bool sound);
};
/* As yaml_parse, of a whole file in the memory of one item. False: it is not
 * YAML from some place on; the items before have been taken. */
bool yaml_walk(const Source *src, YamlWalker *walker, Diag *diag);

/* The value of a key of a map, or NULL. */
const YamlNode *yaml_get(const YamlNode *map, const char *key);
bool yaml_is_null(const YamlNode *n); /* NULL, or a plain ~, null or nothing */

#endif
