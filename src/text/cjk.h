/* cjk.h - what a character is to Chinese and Japanese typesetting (CLREQ,
 * JLREQ): shared by line breaking and spacing.
 */
#ifndef ENVOI_TEXT_CJK_H
#define ENVOI_TEXT_CJK_H

#include <stdbool.h>
#include <unicode/utypes.h>

typedef enum CjkClass {
    CJK_OTHER,
    CJK_HAN,      /* ideograph, kana, bopomofo, full-width letter or digit */
    CJK_WEST,     /* letter or digit of any other script */
    CJK_OPEN,     /* （《“‘「『【〈 */
    CJK_CLOSE,    /* ）》”’」』】〉 */
    CJK_COMMA,    /* 、，；： */
    CJK_STOP,     /* 。！？ */
    CJK_MIDDLE,   /* · ‧ ・ */
    CJK_DASH,     /* — ⸺ */
    CJK_ELLIPSIS, /* … ⋯ */
    CJK_SOLIDUS,  /* / ／ */
    CJK_SPACE,    /* hangs at a line end: U+0020 and its like, U+3000 */
    CJK_NBSP      /* a space that no line ends at */
} CjkClass;

CjkClass cjk_class(UChar32 c);

/* “ ” ‘ ’ and ·: Western marks too; only their neighbours tell. */
bool cjk_is_ambiguous(UChar32 c);

/* A mark that belongs to Chinese or Japanese text by itself. */
bool cjk_is_mark(UChar32 c);

/* Is `lang` Chinese; is it Chinese as set in Taiwan (marks centred in the em,
 * never compressed)? Hong Kong and Macau are not Taiwan. */
bool cjk_lang_zh(const char *lang);
bool cjk_lang_taiwan(const char *lang);
bool cjk_lang_ja(const char *lang);

#endif
