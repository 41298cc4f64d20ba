#include "text/charblock.h"

#include <unicode/uchar.h>

const char *charblock_name(Arena *a, uint32_t cp) {
    const char *name = u_getPropertyValueName(
        UCHAR_BLOCK, ublock_getCode((UChar32)cp), U_LONG_PROPERTY_NAME);
    /* The property value has underscores for blanks (UAX #44, 5.9.3). */
    char *out = arena_strdup(a, name ? name : "No Block");
    for (char *s = out; *s; s++)
        if (*s == '_')
            *s = ' ';
    return out;
}
