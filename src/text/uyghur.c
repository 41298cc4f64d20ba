#include "text/uyghur.h"

#include <string.h>

#define HAMZA_SEAT 0x626
#define KEEP 2

typedef enum Letter { NO_LETTER, VOWEL, CONSONANT, SEAT } Letter;

/* The alphabet, facts 5.3. */
static const UChar VOWELS[] = u"\u0627\u06D5\u0648\u06C7\u06C6\u06C8\u06D0"
                              u"\u0649";
static const UChar CONSONANTS[] =
    u"\u0628\u067E\u062A\u062C\u0686\u062E\u062F\u0631\u0632\u0698\u0633\u0634"
    u"\u063A\u0641\u0642\u0643\u06AF\u06AD\u0644\u0645\u0646\u06BE\u06CB\u064A";

static bool among(UChar c, const UChar *set) {
    for (; *set; set++) {
        if (*set == c)
            return true;
    }
    return false;
}

static Letter letter_of(UChar c) {
    if (c == HAMZA_SEAT)
        return SEAT;
    if (among(c, VOWELS))
        return VOWEL;
    return among(c, CONSONANTS) ? CONSONANT : NO_LETTER;
}

/* Letters of [from, to) that count. */
static uint32_t letters(const UChar *s, uint32_t from, uint32_t to) {
    uint32_t n = 0;
    for (; from < to; from++)
        n += letter_of(s[from]) != SEAT;
    return n;
}

void uyghur_hyphens(const UChar *s, uint32_t n, bool *after) {
    memset(after, 0, n * sizeof *after);
    for (uint32_t i = 0; i < n; i++) {
        if (letter_of(s[i]) == NO_LETTER)
            return;
    }
    bool vowel = false; /* the syllable before has one */
    for (uint32_t i = 0; i < n; i++) {
        if (letter_of(s[i]) != VOWEL)
            continue;
        bool onset = i > 0 && letter_of(s[i - 1]) != VOWEL;
        if (vowel && onset && letters(s, 0, i - 1) >= KEEP &&
            letters(s, i - 1, n) >= KEEP)
            after[i - 2] = true;
        vowel = true;
    }
}
