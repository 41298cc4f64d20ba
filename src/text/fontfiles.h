/* fontfiles.h - where the files of the curated faces are on this machine.
 *
 * A face names its file and the folder its package puts that in. Both are
 * looked for in the font folders of fonts/fonts.conf; no list of fonts is
 * built, and none of fontconfig's caches is read.
 */
#ifndef ENVOI_TEXT_FONTFILES_H
#define ENVOI_TEXT_FONTFILES_H

#include "base/arena.h"
#include "base/diag.h"
#include "text/stacks.h"

typedef struct FontFiles FontFiles;

/* For the faces of `stacks`, which is borrowed; `conf` is a file of
 * fontconfig's. NULL, with a message, if it names no folder. In the arena. */
FontFiles *fontfiles_new(Arena *a, const Stacks *stacks, const char *conf,
                         Diag *diag);
/* NULL: it is not installed. Looked for once. */
const char *fontfiles_path(FontFiles *ff, const Face *face,
                           FaceVariant variant);

#endif
