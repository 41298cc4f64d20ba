/* style.h - how a stretch of text looks: the face it asks for and its size. */
#ifndef ENVOI_TEXT_STYLE_H
#define ENVOI_TEXT_STYLE_H

#include <stdbool.h>

#include "base/len.h"

typedef enum FontFamily { FONT_SERIF, FONT_SANS } FontFamily;

typedef struct TextStyle {
    FontFamily family;
    bool bold, italic; /* a script without italics keeps its upright face */
    Len size;          /* em of the primary (Latin) face; others are scaled to
                          the same apparent size, see FontFace.scale */
    const char *lang;  /* BCP 47 ("zh-Hans", "ug", "en-GB"); "" is unknown */
} TextStyle;

bool style_same(const TextStyle *a, const TextStyle *b);

#endif
