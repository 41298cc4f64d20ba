/* layoutfile.h - find and read layouts (layouts/ and the user's own files).
 *
 * A layout is one YAML map. Lengths are millimetres, or carry mm, cm, in or pt;
 * a BOX is {left, top, width, height}, from the top-left corner of the sheet or
 * envelope. Keys in brackets may be left out; an unknown key is an error.
 *
 *     kind: labels | envelope | letter
 *     title: one line for `envoi layouts`
 *     [source]: where the numbers come from
 *     [aliases]: [other names, any case]
 *
 *   labels
 *     paper: a4 | a4 landscape | {width, height}      names: model/paper.h
 *     [shape]: rectangle | ellipse | ring
 *     label: {width, height, [round], [hole]}
 *                                           of the box around it; round: radius
 *                                           of the corners; hole: diameter of
 *                                           a ring's
 *     [text]: BOX                           where in each label text stands,
 * from the label's upper left corner; of rectangles columns: 3 rows: 8 first:
 * {left, top}                    of the label at the top left pitch: {across,
 * down}                 from one label to the next; none where there is no next
 * one [cut]: yes | no                       print cut lines [roll]: yes | no
 * one label a page on a label printer: text may come closer to the page's edge
 *   or, where rows are offset or interleaved, in place of columns to pitch
 *     grids:
 *       - {columns, rows, first, pitch}
 *       - ...
 *
 *   envelope (the boxes follow from its size and the rules of the post it is
 *   handed to, input/postfile.h; one that is given here counts instead)
 *     size: {width, height}                 as it is read
 *     [ipp]: PWG 5101.1 media name
 *     [recipient]: BOX
 *     [sender]: BOX                         return address
 *     [stamp]: BOX                          kept empty
 *     [clear]: [BOX, ...]                   kept empty for machines
 *     [fold]: {paper, first, second}        in place of size: a sheet folded at
 *                                           both places (mm from its upper
 *                                           edge); the face is on the back of
 *                                           the middle panel
 *     [window]: BOX                         the addressee shows through it and
 *                                           is not printed
 *     [design]: {countries, ...}            of a country's own envelopes, with
 *                                           boxes for the postcode or in
 *                                           columns: input/layoutdesign.h. Its
 *                                           boxes are those given here
 *
 *   letter
 *     paper: as above
 *     margins: {left, right, top, bottom}
 *     [recipient]: {BOX, [text], [from]}    text: edge of the lines, from the
 *                                           left of the sheet; from: first
 *                                           line, from the top of the box
 *     [return-line]: BOX                    sender in small print
 *     [remark]: BOX                         "By air mail", above the addressee
 *     [sender]: BOX
 *     [letterhead]: BOX                     logo, organisation, its lines
 *     [stamp]: BOX                          kept empty
 *     [outside]: fold-a4                    the envelope that the sheet itself
 *                                           becomes, on its back
 *     [window]: BOX                         of the envelope, on the sheet as it
 *                                           lies folded behind it; "recipient"
 *                                           must be there too
 *     [tolerance]: 2 | {across, down}       the sheet slides so far, either
 *                                           way: the addressee's text is set in
 *                                           what the window shows all the same,
 *                                           nothing else may come into sight
 *     [envelope]: {width, height}           the panels between the folds must
 *                                           go into it
 *     body: top of date or subject on page 1
 *     [references]: top of the reference line; above the subject otherwise
 *     [folds]: [105, 210]
 *     [punch]: 148.5
 *     [marks]: {left, length}               needed with folds or punch
 *     [date]: right | left                  the end side or the start side
 *     [style]: plain | chinese | official   house style of the text: by
 *                                           language; the Chinese letter; GB/T
 *                                           9704-2012
 *
 * Right-to-left letters have no layouts of their own: by the letter's language
 * text runs from the right and date and signature change sides, but what the
 * post measures stays where it is: window, addressee, return line, stamp, marks
 * (facts 2.3).
 */
#ifndef ENVOI_INPUT_LAYOUTFILE_H
#define ENVOI_INPUT_LAYOUTFILE_H

#include "model/layout.h"

/* `name` is that of a layout in `data_dir`/layouts/{labels,envelopes,letters},
 * one of its aliases, or a path (layoutfile_is_path). Case, blanks and hyphens
 * of a name do not count; an alias that two layouts have is an error. Checked
 * (layout_check) and of the wanted kind, else NULL with the errors in `diag`;
 * an unknown name gets a did-you-mean. A name opens one file; only an alias
 * reads the folder. `where` is the place that gave the name, if a file did: a
 * wrong one is then an error of that file, else wrong usage. */
const Layout *layoutfile_load(Arena *a, const char *data_dir, LayoutKind kind,
                              const char *name, Span where, Diag *diag);

/* It is a path of a layout file, not the name of a layout: it has a '/' or ends
 * in .yaml, and is not of those that input/layoutother.h reads. */
bool layoutfile_is_path(const char *name);

/* The layout that stands in `file` by this name, as seen from here, if it is in
 * a file itself; and the way back, as fs_beside and fs_named_in. */
const char *layoutfile_beside(Arena *a, const char *file, const char *name);
const char *layoutfile_named_in(Arena *a, const char *file, const char *name);

/* The same for a layout of any kind: a file's name goes before an alias, labels
 * before envelopes before letters. */
const Layout *layoutfile_find(Arena *a, const char *data_dir, const char *name,
                              Diag *diag);

/* All layouts of a kind, sorted by name, for `envoi layouts`. */
size_t layoutfile_list(Arena *a, const char *data_dir, LayoutKind kind,
                       Diag *diag, const Layout *const **out);

/* A source already in memory, of any kind. `name` becomes Layout.name. */
const Layout *layoutfile_parse(Arena *a, const Source *src, const char *name,
                               Diag *diag);

#endif
