/* systemfonts.h - fonts of the machine, where the curated faces have none.
 *
 * By fontconfig, which is loaded when the first is looked for. A font is taken
 * if it covers the cluster, can shape its script and may be embedded.
 */
#ifndef ENVOI_TEXT_SYSTEMFONTS_H
#define ENVOI_TEXT_SYSTEMFONTS_H

#include "base/arena.h"
#include "text/font.h"

#include <unicode/utypes.h>

typedef struct SystemFonts SystemFonts;

/* What a stack asks of fontconfig. */
typedef struct SystemStack {
    bool serif, bold, italic;
    const char *lang;          /* NULL: none */
    struct _FcFontSet *sorted; /* found by systemfonts_find */
} SystemStack;

/* In the arena; `opened` counts the fonts of all, and numbers the next. */
SystemFonts *systemfonts_new(Arena *a, unsigned *opened);
void systemfonts_free(SystemFonts *fs); /* NULL is fine */
void systemfonts_forget(SystemStack *stack);

/* A font that covers the cluster and can set it, NULL if there is none: one
 * that was taken before, else the best by fontconfig's order. `base` is the
 * character that decides the script. */
Font *systemfonts_find(SystemFonts *fs, SystemStack *stack, const UChar *s,
                       uint32_t n, uint32_t base);
/* Was it taken? NULL for `fs` is fine. */
bool systemfonts_have(const SystemFonts *fs, const Font *font);

#endif
