/* fontlist.h - the curated stacks in words, for `envoi fonts`. */
#ifndef ENVOI_TEXT_FONTLIST_H
#define ENVOI_TEXT_FONTLIST_H

#include "base/buf.h"
#include "text/fontfiles.h"

/* Every face with its files, each there (path) or missing (package), the
 * stacks, their groups and the language tags. */
void fontlist_print(const Stacks *stacks, FontFiles *files, bool system_fonts,
                    Buf *out);

#endif
