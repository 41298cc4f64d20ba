#include "page/letterlook.h"

#include <string.h>

#define SIGNATURE_SPACE LEN_OF_MM(16)
/* The spacing settings before the size goes down. */
#define SPACING_STEPS 3

bool letter_lang_is(const char *lang, const char *primary) {
    size_t n = strlen(primary);
    return strncmp(lang, primary, n) == 0 &&
           (lang[n] == '\0' || lang[n] == '-');
}

static bool is_one_of(const char *lang, const char *const *list, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (letter_lang_is(lang, list[i]))
            return true;
    return false;
}

static LetterLook by_language(const char *lang, LetterStyle style) {
    static const char *const arabic[] = {"ug", "ar", "fa", "ur", "ckb", "ps"};
    /* Latin, Cyrillic, Greek. */
    LetterLook look = {
        .size = LEN_OF_PT(11), .leading_permille = 1320, .gap = LEN_OF_PT(7)};
    bool chinese = style == LETTER_STYLE_CHINESE || letter_lang_is(lang, "zh");
    if (style == LETTER_STYLE_OFFICIAL) {
        /* San hao, 15.75 pt: only with it 28 characters are 156 mm and 22
         * lines 225 mm wide and high; the date stands four characters in. */
        look.size = LEN_OF_PT(15.75);
        look.leading_permille = 1841;
        look.end_inset = 4 * look.size;
        chinese = true;
    } else if (chinese) {
        look.size = LEN_OF_PT(12); /* xiao si */
        look.leading_permille = 1650;
    }
    if (chinese) {
        /* Paragraphs indented two em and not set apart; even edges. */
        look.indent = 2 * look.size;
        look.gap = 0;
        look.signature_end = look.date_last = look.justify = true;
    } else if (letter_lang_is(lang, "ja")) {
        look.size = look.indent = LEN_OF_PT(10.5);
        look.leading_permille = 1700;
        look.gap = 0;
        look.signature_end = look.justify = true;
    } else if (letter_lang_is(lang, "ko")) {
        look.size = LEN_OF_PT(10.5);
        look.leading_permille = 1600;
        look.gap = LEN_OF_PT(6);
    } else if (is_one_of(lang, arabic, sizeof arabic / sizeof *arabic)) {
        /* Room above and below for the strokes; signed at the left end. */
        look.size = LEN_OF_PT(12);
        look.leading_permille = 1600;
        look.signature_end = true;
    } else if (letter_lang_is(lang, "bo")) {
        look.size = LEN_OF_PT(12);
        look.leading_permille = 1800;
    }
    return look;
}

static LetterLook comfortable(const char *lang, LetterStyle style,
                              bool large_print) {
    LetterLook look = by_language(lang, style);
    look.signature = SIGNATURE_SPACE;
    if (large_print && look.size < LEN_OF_PT(18)) {
        look.indent = len_muldiv(look.indent, LEN_OF_PT(18), look.size);
        look.gap = len_muldiv(look.gap, LEN_OF_PT(18), look.size);
        look.size = LEN_OF_PT(18);
    }
    return look;
}

int letter_look_steps(const char *lang, LetterStyle style, bool large_print) {
    LetterLook look = comfortable(lang, style, large_print);
    if (large_print) /* whoever needs 18 pt needs it */
        return SPACING_STEPS + 1;
    Len spare = look.size - LETTER_MIN_SIZE;
    return SPACING_STEPS + 1 + (int)(spare / (LEN_PT / 2));
}

LetterLook letter_look(const char *lang, LetterStyle style, bool large_print,
                       int tightness) {
    LetterLook look = comfortable(lang, style, large_print);
    int spacing = tightness < SPACING_STEPS ? tightness : SPACING_STEPS;
    look.gap -= look.gap * spacing / 6;
    look.signature -= look.signature * spacing / 8;
    look.leading_permille -=
        (look.leading_permille - 1150) * spacing / (3 * SPACING_STEPS);
    if (tightness > SPACING_STEPS) {
        Len size = look.size - (tightness - SPACING_STEPS) * (LEN_PT / 2);
        look.indent = len_muldiv(look.indent, size, look.size);
        look.size = size;
    }
    return look;
}

const char *letter_colon(const char *lang) {
    if (letter_lang_is(lang, "zh") || letter_lang_is(lang, "ja"))
        return "\xEF\xBC\x9A";
    return letter_lang_is(lang, "fr") ? "\xC2\xA0: " : ": ";
}

const char *letter_comma(const char *lang) {
    static const char *const arabic[] = {"ug", "ar", "fa", "ur", "ckb", "ps"};
    if (letter_lang_is(lang, "zh") || letter_lang_is(lang, "ja"))
        return "\xE3\x80\x80";
    if (is_one_of(lang, arabic, sizeof arabic / sizeof *arabic))
        return "\xD8\x8C ";
    return ", ";
}
