#include "text/cjk.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

static CjkClass mark_class(UChar32 c) {
    switch (c) {
    case 0x2018: /* ‘ */
    case 0x201C: /* “ */
    case 0x3008: /* 〈 */
    case 0x300A: /* 《 */
    case 0x300C: /* 「 */
    case 0x300E: /* 『 */
    case 0x3010: /* 【 */
    case 0x3014: /* 〔 */
    case 0x3016: /* 〖 */
    case 0xFF08: /* （ */
    case 0xFF3B: /* ［ */
    case 0xFF5B: /* ｛ */
        return CJK_OPEN;
    case 0x2019: /* ’ */
    case 0x201D: /* ” */
    case 0x3009:
    case 0x300B:
    case 0x300D:
    case 0x300F:
    case 0x3011:
    case 0x3015:
    case 0x3017:
    case 0xFF09:
    case 0xFF3D:
    case 0xFF5D:
        return CJK_CLOSE;
    case 0x3001: /* 、 */
    case 0xFF0C: /* ， */
    case 0xFF1A: /* ： */
    case 0xFF1B: /* ； */
        return CJK_COMMA;
    case 0x3002: /* 。 */
    case 0xFF01: /* ！ */
    case 0xFF0E: /* ． */
    case 0xFF1F: /* ？ */
        return CJK_STOP;
    case 0x00B7: /* · */
    case 0x2027: /* ‧ */
    case 0x30FB: /* ・ */
        return CJK_MIDDLE;
    case 0x2014: /* — */
    case 0x2E3A: /* ⸺ */
        return CJK_DASH;
    case 0x2026: /* … */
    case 0x22EF: /* ⋯ */
        return CJK_ELLIPSIS;
    case 0x002F: /* / */
    case 0xFF0F: /* ／ */
        return CJK_SOLIDUS;
    case 0x3000:
    case 0x0020:
        return CJK_SPACE;
    case 0x00A0:
    case 0x2007:
    case 0x202F:
        return CJK_NBSP;
    default:
        return CJK_OTHER;
    }
}

static bool han_script(UChar32 c) {
    UErrorCode e = U_ZERO_ERROR;
    UScriptCode s = uscript_getScript(c, &e);
    return s == USCRIPT_HAN || s == USCRIPT_HIRAGANA || s == USCRIPT_KATAKANA ||
           s == USCRIPT_BOPOMOFO;
}

CjkClass cjk_class(UChar32 c) {
    if (c < 0x80 && u_isalnum(c))
        return CJK_WEST;
    CjkClass mark = mark_class(c);
    if (mark != CJK_OTHER || c < 0x80)
        return mark;
    if (c >= 0x2000 && c <= 0x205F && u_isspace(c))
        return CJK_SPACE;
    /* ー is of script Common, but stands in kana words only. */
    if (c == 0x30FC || han_script(c))
        return CJK_HAN;
    if (!u_isalnum(c))
        return CJK_OTHER;
    return u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH) == U_EA_FULLWIDTH
               ? CJK_HAN
               : CJK_WEST;
}

bool cjk_is_ambiguous(UChar32 c) {
    return c == 0xB7 || (c >= 0x2014 && c <= 0x2027) || c == 0x22EF ||
           c == 0x2F;
}

bool cjk_is_mark(UChar32 c) {
    CjkClass k = cjk_class(c);
    return k >= CJK_OPEN && k <= CJK_SOLIDUS && !cjk_is_ambiguous(c);
}

static bool subtag(const char *lang, const char *tag) {
    size_t n = strlen(tag);
    for (const char *p = lang; *p; p += strcspn(p, "-"), p += *p == '-') {
        if (strncmp(p, tag, n) == 0 && (p[n] == '\0' || p[n] == '-'))
            return true;
    }
    return false;
}

static bool primary(const char *lang, const char *tag) {
    size_t n = strlen(tag);
    return strncmp(lang, tag, n) == 0 && (lang[n] == '\0' || lang[n] == '-');
}

bool cjk_lang_zh(const char *lang) {
    return primary(lang, "zh") || primary(lang, "yue") || primary(lang, "lzh");
}

bool cjk_lang_taiwan(const char *lang) {
    return cjk_lang_zh(lang) && (subtag(lang, "Hant") || subtag(lang, "TW")) &&
           !subtag(lang, "HK") && !subtag(lang, "MO");
}

bool cjk_lang_ja(const char *lang) {
    return primary(lang, "ja");
}
