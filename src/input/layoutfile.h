/* layoutfile.h - find and read layouts (layouts/ and the user's own files). */
#ifndef ENVOI_INPUT_LAYOUTFILE_H
#define ENVOI_INPUT_LAYOUTFILE_H

#include "model/layout.h"

/* `name` is that of a layout in `data_dir`/layouts/{labels,envelopes,letters},
 * one of its aliases, or a path (it has a '/' or ends in .yaml). Checked
 * (layout_check) and of the wanted kind, else NULL with the errors in `diag`;
 * an unknown name gets a did-you-mean. */
const Layout *layoutfile_load(Arena *a, const char *data_dir, LayoutKind kind,
                              const char *name, Diag *diag);

/* All layouts of a kind, sorted by name, for `envoi layouts`. */
size_t layoutfile_list(Arena *a, const char *data_dir, LayoutKind kind,
                       Diag *diag, const Layout *const **out);

const Layout *layoutfile_parse(Arena *a, const Source *src, const char *name,
                               Diag *diag);

#endif
