#include "text/breaks_private.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include "text/cjk.h"

/* Chinese and Japanese addresses run from large to small without spaces; a
 * line may end only behind the name of an administrative unit, a road or a
 * building. The last character of such a name tells: 省 市 区 ... (facts 5.1).
 */
static const UChar UNITS[] = u"省市区县州盟旗镇乡村路街道号院楼室巷弄段层栋幢座"
                             u"區縣鎮鄉號樓層棟";
static const UChar UNITS_JA[] = u"都道府県郡市区町村号";

/* Units of two and more characters: nothing ends inside them, and a line may
 * end behind them. */
static const UChar *const LONG_UNITS[] = {
    u"街道", u"大街", u"大道", u"社区",   u"社區",   u"小区",   u"小區",
    u"胡同", u"单元", u"單元", u"自治区", u"自治州", u"自治县", u"自治旗",
    u"地区", u"地區", u"新区", u"新區",   u"开发区", u"大厦",   u"大廈",
    u"广场", u"廣場", u"监狱", u"監獄",   u"看守所", u"丁目",   u"番地",
    u"号楼", u"号院", u"號樓", u"县级市"};

/* Words and names that begin with a unit's character, which then ends nothing:
 * 乌鲁木齐市|人民路 but not 市|政府, 江苏省|镇江市 but not 镇|江. */
static const UChar *const NOT_UNITS[] = {
    u"市政", u"市委", u"市场",   u"市場",   u"市民",   u"市内",   u"市郊",
    u"市立", u"市辖", u"市中区", u"市北区", u"市南区", u"省委",   u"省政",
    u"省立", u"省会", u"区委",   u"区政",   u"区域",   u"区公所", u"县委",
    u"县政", u"县城", u"县前",   u"县级",   u"州委",   u"州政",   u"村委",
    u"村民", u"村庄", u"乡政",   u"乡村",   u"乡宁",   u"乡城",   u"镇政",
    u"镇人", u"镇江", u"镇海",   u"镇平",   u"镇原",   u"镇宁",   u"镇雄",
    u"镇康", u"镇沅", u"镇远",   u"镇坪",   u"镇巴",   u"镇安",   u"镇赉",
    u"路口", u"路段", u"路边",   u"路南",   u"路北",   u"路桥",   u"街口",
    u"街办", u"街坊", u"道里",   u"道外",   u"道真",   u"道县",   u"道孚",
    u"道路", u"道口", u"院内",   u"院长",   u"院校",   u"楼上",   u"楼下",
    u"楼层", u"室内", u"旗委",   u"盟委",   u"座落"};

static uint32_t length_in(const UChar *const *words, size_t count,
                          const UString *u, uint32_t at) {
    uint32_t best = 0;
    for (size_t k = 0; k < count; k++) {
        uint32_t n = 0;
        if (words[k][0] != u->s[at])
            continue;
        while (words[k][n])
            n++;
        if (n > best && u->n - at >= n &&
            memcmp(u->s + at, words[k], n * sizeof(UChar)) == 0)
            best = n;
    }
    return best;
}

#define COUNT(table) (sizeof(table) / sizeof *(table))

static bool is_unit(const UChar *units, UChar c) {
    for (const UChar *p = units; *p; p++) {
        if (*p == c)
            return true;
    }
    return false;
}

/* Length of the unit that starts at `at`, or 0. */
static uint32_t unit_length(const UString *u, const UChar *units, uint32_t at) {
    uint32_t n = length_in(LONG_UNITS, COUNT(LONG_UNITS), u, at);
    if (n > 0)
        return n;
    if (length_in(NOT_UNITS, COUNT(NOT_UNITS), u, at) > 0)
        return 0;
    return is_unit(units, u->s[at]) ? 1 : 0;
}

/* May a line end at `i`, behind a unit? Not before another unit (西长安街|街道
 * is one name), a closing bracket or any other sign. */
static bool ends_name(const UString *u, const UChar *units, uint32_t i) {
    UChar32 next = break_char_after(u, i);
    CjkClass k = cjk_class(next);
    if (k == CJK_HAN && U_IS_BMP(next))
        return unit_length(u, units, break_step_over(u, i) - 1) == 0;
    return k == CJK_HAN || k == CJK_WEST || k == CJK_OPEN || next == '(';
}

/* 大道中|5号: a road's half belongs to its name. */
static bool is_road_half(const UString *u, uint32_t i) {
    return i + 1 < u->n && break_is_digit(u->s[i + 1]) &&
           is_unit(u"东西南北中東", u->s[i]);
}

/* A unit has a name or number before it: in 省|镇江, 镇 stands first and is
 * none. `name` is where the name began. */
static void break_stretch(const UString *u, const UChar *units, uint32_t from,
                          uint32_t to, BreakKind *out) {
    uint32_t name = from;
    for (uint32_t i = from; i < to;) {
        uint32_t n = i > name ? unit_length(u, units, i) : 0;
        if (n == 0) {
            i++;
            if (cjk_class(u->s[i - 1]) == CJK_SPACE)
                name = i;
            continue;
        }
        i += n;
        if (is_road_half(u, i))
            i++;
        if (i < u->n && ends_name(u, units, i)) {
            out[i] = BREAK_MAY;
            name = i;
        }
    }
}

static bool is_chinese(const Item *it) {
    return cjk_lang_zh(it->lang) || cjk_lang_ja(it->lang);
}

void break_address(const UString *u, const Items *items, BreakKind *out) {
    for (size_t k = 0; k < items->n;) {
        size_t end = k;
        while (end < items->n && is_chinese(&items->v[end]))
            end++;
        if (end > k) {
            const Item *first = &items->v[k];
            break_stretch(u, cjk_lang_ja(first->lang) ? UNITS_JA : UNITS,
                          first->start, items->v[end - 1].end, out);
        }
        k = end > k ? end : k + 1;
    }
}
