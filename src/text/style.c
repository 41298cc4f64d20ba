#include "text/style.h"

#include <string.h>

bool style_same(const TextStyle *a, const TextStyle *b) {
    return a == b || (a->family == b->family && a->bold == b->bold &&
                      a->italic == b->italic && a->size == b->size &&
                      strcmp(a->lang, b->lang) == 0);
}
