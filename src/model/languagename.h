/* languagename.h - languages as people call them: "Chinese", "chinois", 中文.
 *
 * From ICU (CLDR), never in the language of the machine.
 */
#ifndef ENVOI_MODEL_LANGUAGENAME_H
#define ENVOI_MODEL_LANGUAGENAME_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* What each of `langs` (BCP 47, `n`) is called in the language `in`, with a
 * capital where one begins a list if `head`. Script and country are said of
 * those alone that have the language of another: "Chinese", but "Simplified
 * Chinese" and "Traditional Chinese". Where `in` has no name for one, that of
 * its own speakers, else its tag. out[i] lives in the arena.
 */
void language_names(Arena *a, const char *const *langs, size_t n,
                    const char *in, bool head, const char **out);

#endif
