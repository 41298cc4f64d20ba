#include "text/breaks_private.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include "text/cjk.h"

#define SOFT_HYPHEN 0xAD

/* LRI RLI FSI PDI, LRM RLM ALM, ZWJ ZWNJ: they stand between two characters
 * without parting them. */
bool break_transparent(UChar32 c) {
    return (c >= 0x2066 && c <= 0x2069) || (c >= 0x200C && c <= 0x200F) ||
           c == 0x61C;
}

uint32_t break_step_back(const UString *u, uint32_t i) {
    while (i > 0) {
        i--;
        if (i > 0 && U16_IS_TRAIL(u->s[i]) && U16_IS_LEAD(u->s[i - 1]))
            i--;
        if (!break_transparent(u->s[i]))
            return i;
    }
    return 0;
}

uint32_t break_step_over(const UString *u, uint32_t i) {
    while (i < u->n) {
        if (!break_transparent((UChar32)utf16_next(u->s, u->n, &i)))
            return i;
    }
    return u->n;
}

UChar32 break_char_before(const UString *u, uint32_t i) {
    uint32_t at = break_step_back(u, i);
    if (at == i || break_transparent(u->s[at]))
        return 0;
    return (UChar32)utf16_next(u->s, u->n, &at);
}

UChar32 break_char_after(const UString *u, uint32_t i) {
    while (i < u->n) {
        UChar32 c = (UChar32)utf16_next(u->s, u->n, &i);
        if (!break_transparent(c))
            return c;
    }
    return 0;
}

typedef struct Place {
    const UString *u;
    uint32_t i;
    UChar32 a, b; /* the characters before and after */
    CjkClass ca, cb;
    bool east_asian; /* one of the two languages is Chinese or Japanese */
} Place;

bool break_is_digit(UChar32 c) {
    return u_charType(c) == U_DECIMAL_DIGIT_NUMBER;
}

/* “ ‘ are opening, ” ’ closing marks of Chinese text only beside it: an
 * apostrophe has letters of another script on both sides. */
static bool beside_cjk(const Place *p) {
    return p->ca == CJK_HAN || p->cb == CJK_HAN || cjk_is_mark(p->a) ||
           cjk_is_mark(p->b) ||
           (p->east_asian && cjk_is_ambiguous(p->a) && cjk_is_ambiguous(p->b));
}

/* ICU knows “ and ” as marks of either kind (class QU) and never breaks beside
 * them, or beside ‘ ’ in any locale (facts 5.1). */
static bool quote_allows(const Place *p) {
    if (p->b == 0x201C || p->b == 0x2018)
        return p->ca == CJK_HAN || p->ca == CJK_CLOSE || p->ca == CJK_COMMA ||
               p->ca == CJK_STOP;
    if (p->a == 0x201D || p->a == 0x2019)
        return p->cb == CJK_HAN || p->cb == CJK_OPEN;
    return false;
}

/* What may not start or end a line: CLREQ, "basic" set (facts 5.1). */
static bool mark_forbids(const Place *p) {
    if (p->a == p->b && (p->ca == CJK_DASH || p->ca == CJK_ELLIPSIS))
        return true;
    if (cjk_is_mark(p->a) && p->ca == CJK_OPEN)
        return true;
    if (cjk_is_mark(p->b) && p->cb >= CJK_CLOSE && p->cb <= CJK_STOP)
        return true;
    if (!p->east_asian || !beside_cjk(p))
        return false;
    return p->ca == CJK_OPEN || p->ca == CJK_SOLIDUS || p->cb == CJK_CLOSE ||
           (p->cb >= CJK_MIDDLE && p->cb <= CJK_SOLIDUS);
}

/* 尔·艾, and the same in every script that writes names so. */
static bool interpunct_forbids(const Place *p) {
    if (p->cb == CJK_MIDDLE)
        return u_isalpha(p->a) &&
               u_isalpha(break_char_after(p->u, break_step_over(p->u, p->i)));
    if (p->ca == CJK_MIDDLE)
        return u_isalpha(p->b) &&
               u_isalpha(break_char_before(p->u, break_step_back(p->u, p->i)));
    return false;
}

/* Units of measure and count behind digits; the long ones first. */
static const UChar *const LONG_MEASURES[] = {
    u"单元", u"單元", u"公里", u"公斤", u"公尺", u"公顷", u"平方", u"小时",
    u"小時", u"分钟", u"分鐘", u"丁目", u"番地", u"年代", u"世纪", u"世紀",
    u"英里", u"美元", u"欧元", u"歐元", u"时间", u"時間", u"毫米", u"厘米"};
static const UChar MEASURES[] =
    u"年月日号號时時分秒点點岁歲人名个個元块塊次届屆期路弄巷座幢门門户戶级級天"
    u"周週室楼樓栋棟层層院段邻鄰里组組队隊排张張条條件页頁封份本册冊辆輛台"
    u"万萬亿億千百十米度倍句字章节節款项項位只隻克斤吨噸亩畝角刻番街村";

static bool starts_with(const UString *u, uint32_t i, const UChar *word,
                        uint32_t n) {
    return u->n - i >= n && memcmp(u->s + i, word, n * sizeof *word) == 0;
}

static bool starts_long_measure(const UString *u, uint32_t i) {
    for (size_t k = 0; k < sizeof LONG_MEASURES / sizeof *LONG_MEASURES; k++) {
        if (starts_with(u, i, LONG_MEASURES[k], 2))
            return true;
    }
    return false;
}

static bool is_measure(UChar32 c) {
    for (const UChar *m = MEASURES; *m; m++) {
        if (*m == c)
            return true;
    }
    return false;
}

/* 479|号, 12|单元, 12单|元, 第|3, 1|—, —|1 (facts 5.1). */
static bool measure_forbids(const Place *p) {
    if (break_is_digit(p->a))
        return is_measure(p->b) ||
               (p->cb == CJK_HAN &&
                starts_long_measure(p->u, break_step_over(p->u, p->i) - 1)) ||
               p->cb == CJK_DASH;
    if (break_is_digit(p->b)) {
        if (p->a == 0x7B2C) /* 第 */
            return true;
        UChar32 c = break_char_before(p->u, break_step_back(p->u, p->i));
        return p->ca == CJK_DASH && (break_is_digit(c) || is_measure(c));
    }
    uint32_t back = break_step_back(p->u, p->i);
    if (!break_is_digit(break_char_before(p->u, back)))
        return false;
    return (p->ca == CJK_HAN && starts_long_measure(p->u, back)) ||
           (p->ca == CJK_DASH && is_measure(p->b));
}

static bool is_hyphen(UChar32 c) {
    return c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2013;
}

/* One letter is not left alone: e-mail, г-н, vit-C. */
static bool leaves_one_letter(const Place *p) {
    uint32_t hyphen = break_step_back(p->u, p->i);
    uint32_t letter = break_step_back(p->u, hyphen);
    return u_isalpha(p->b) &&
           (!u_isalpha(break_char_before(p->u, letter)) ||
            !u_isalpha(break_char_after(p->u, break_step_over(p->u, p->i))));
}

/* 2021-|يىلى, 26-|ئىيۇن; ICU breaks behind the hyphen (facts 5.4). */
static bool hyphen_forbids(const Place *p) {
    if (!is_hyphen(p->a) || !u_isalnum(p->b))
        return false;
    UChar32 c = break_char_before(p->u, break_step_back(p->u, p->i));
    return break_is_digit(c) || (u_isalpha(c) && leaves_one_letter(p));
}

BreakKind break_tailored(const UString *u, uint32_t i, bool east_asian,
                         BreakKind icu) {
    UChar before = u->s[i - 1];
    if (before < 0x80 && u->s[i] < 0x80 && !is_hyphen(before))
        return icu;
    if (U16_IS_TRAIL(u->s[i]) && U16_IS_LEAD(before))
        return BREAK_NO;
    Place p = {.u = u, .i = i, .east_asian = east_asian};
    p.a = break_char_before(u, i);
    p.b = break_char_after(u, i);
    p.ca = cjk_class(p.a);
    p.cb = cjk_class(p.b);
    if (icu == BREAK_NO && !quote_allows(&p))
        return BREAK_NO;
    if (mark_forbids(&p) || interpunct_forbids(&p) || measure_forbids(&p) ||
        hyphen_forbids(&p))
        return BREAK_NO;
    return before == SOFT_HYPHEN ? BREAK_HYPHEN : BREAK_MAY;
}
