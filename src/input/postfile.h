/* postfile.h - read the rules of a post (layouts/posts).
 *
 * One YAML map. Lengths are millimetres, or carry mm, cm, in or pt. Keys in
 * brackets may be left out; an unknown key is an error.
 *
 *     kind: post
 *     title: La Poste, France
 *     countries: [FR]                 alpha-2; [] in default.yaml
 *     source: where the figures come from
 *     [unverified]: what no source confirms; shown to the user
 *     stamp: ZONE | [ZONE, ...]       the first that applies is taken
 *     clear: [ZONE, ...]              kept empty: all that apply
 *     [read]: ZONE | [ZONE, ...]      the address must lie in it
 *     address: {width, height,        at most
 *       [left], [right], [top], [bottom],   least distances
 *       from, to,                     left edge, in % of the width
 *       down,                         upper edge no lower, in % of the height
 *       [beside], [above],            other print keeps so far left of it,
 *                                     or above it
 *       [alone]: yes | no}            nothing right of it or below
 *     [sender]: ZONE                  return address on the front
 *     gap: 3                          print keeps off what stays empty
 *     [least]: {width, height}        smaller envelopes are not taken
 *     [lengthwise]: yes | no          the address runs along the long side
 *     air: {words: PAR AVION, [usual]: yes | no}
 *
 * A ZONE has two of left, right, width and two of top, bottom, height, each
 * from its own edge of the envelope; [name]; [unverified]: why; and, if it is
 * not for every envelope, one of
 *     [under]: {[width], [height]}          narrower and lower ones
 *     [up-to]: {[width], [height]}          the same and those just as large
 *     [over]: {[width], [height]}           those that up-to is not for
 */
#ifndef ENVOI_INPUT_POSTFILE_H
#define ENVOI_INPUT_POSTFILE_H

#include "model/postzones.h"

/* The post of a country (alpha-2, "" unknown): of layouts/posts in `data_dir`
 * the one that names it, else default.yaml. NULL with the errors in `diag`. */
const PostZones *postfile_find(Arena *a, const char *data_dir,
                               const char *country, Diag *diag);

/* All posts, sorted by the name of their file. */
size_t postfile_list(Arena *a, const char *data_dir, Diag *diag,
                     const PostZones *const **out);

/* A source already in memory. `name` becomes PostZones.name. */
const PostZones *postfile_parse(Arena *a, const Source *src, const char *name,
                                Diag *diag);

#endif
