#include "model/address_cn.h"

#include "base/utf8.h"

#include <string.h>
#include <strings.h>

/* An ASCII digit for an ASCII or full-width one, else 0. */
static char digit_of(uint32_t cp) {
    if (cp >= '0' && cp <= '9')
        return (char)cp;
    return cp >= 0xFF10 && cp <= 0xFF19 ? (char)('0' + (cp - 0xFF10)) : 0;
}

static bool is_dash(uint32_t cp) {
    return cp == '-' || cp == 0xFF0D || (cp >= 0x2010 && cp <= 0x2015);
}

static bool is_latin_letter(uint32_t cp) {
    return (cp | 0x20) >= 'a' && (cp | 0x20) <= 'z';
}

static bool is_gap(uint32_t cp) {
    static const uint32_t gaps[] = {' ',  '\t',   ',',    ';',   0x3000,
                                    0xA0, 0xFF0C, 0x3001, 0xFF1B};
    for (size_t i = 0; i < sizeof gaps / sizeof *gaps; i++)
        if (cp == gaps[i])
            return true;
    return false;
}

static uint32_t char_at(Text t, size_t at) {
    return at < t.n ? utf8_next(t.s, t.n, &at) : 0;
}

/* Start of the character that ends at `at` > 0. */
static size_t step_back(Text t, size_t at) {
    do
        at--;
    while (at > 0 && ((unsigned char)t.s[at] & 0xC0) == 0x80);
    return at;
}

static uint32_t char_before(Text t, size_t at) {
    return at > 0 ? char_at(t, step_back(t, at)) : 0;
}

static size_t behind_char(Text t, size_t at) {
    utf8_next(t.s, t.n, &at);
    return at;
}

/* Length of one of `words` that ends at `at`, 0 if there is none. */
static size_t word_before(Text t, size_t at, const char *const *words) {
    for (; *words; words++) {
        size_t n = strlen(*words);
        if (n <= at && strncasecmp(t.s + at - n, *words, n) == 0)
            return n;
    }
    return 0;
}

static bool word_behind(Text t, size_t at, const char *const *words) {
    for (; *words; words++) {
        size_t n = strlen(*words);
        if (at + n <= t.n && memcmp(t.s + at, *words, n) == 0)
            return true;
    }
    return false;
}

static const char *const postcode_labels[] = {
    "邮政编码", "郵政編碼", "邮编", "郵編", "postcode", "zip code", NULL};
static const char *const phone_labels[] = {"电话",  "電話", "传真", "傳真",
                                           "手机",  "tel",  "tel.", "fax",
                                           "phone", NULL};
/* What a number of a house, room or box is followed by. */
static const char *const measures[] = {"号", "號",   "室", "楼", "樓",   "弄",
                                       "栋", "棟",   "幢", "房", "层",   "層",
                                       "座", "单元", "户", "院", "信箱", NULL};
/* Those of them that names of places begin with: 房山区, 房县, 户县, 室韦镇,
 * 楼德镇, 院桥镇, 层台镇; and what such a name ends in, but for what is an
 * estate or a part of a house. */
static const char *const name_starts[] = {"室", "楼", "樓", "房", "层",
                                          "層", "座", "户", "院", NULL};
static const char *const name_ends[] = {"区", "區", "县", "縣", "镇",   "鎮",
                                        "乡", "鄉", "旗", "市", "街道", NULL};
static const char *const no_names[] = {"小区", "小區", "社区", "社區", "园区",
                                       "院区", "校区", "厂区", "校區", NULL};
/* The same of a prison's parts. */
static const char *const wards[] = {"监区", "監區", "分监", "分監",
                                    "监舍", "監舍", "大队", "大隊",
                                    "中队", "中隊", NULL};
static const char *const ordinals[] = {"第", NULL};

/* Back over a colon and blanks to the end of a label. */
static size_t label_end(Text t, size_t at) {
    for (;;) {
        uint32_t cp = char_before(t, at);
        if (cp != ':' && cp != 0xFF1A && !is_gap(cp))
            return at;
        at = step_back(t, at);
    }
}

/* Does a name of a place begin at `at`, as in 102400房山区? It has two to six
 * characters. */
static bool place_follows(Text t, size_t at) {
    if (!word_behind(t, at, name_starts))
        return false;
    for (int i = 0; i < 6 && at < t.n; i++) {
        uint32_t cp = char_at(t, at);
        if (word_behind(t, at, no_names) || is_gap(cp) || digit_of(cp) != 0)
            return false;
        if (i > 0 && word_behind(t, at, name_ends))
            return true;
        at = behind_char(t, at);
    }
    return false;
}

/* Six digits in [from, to): do their neighbours allow them to be a postcode? */
static bool stands_alone(Text t, size_t from, size_t to) {
    uint32_t before = char_before(t, from), after = char_at(t, to);
    bool joined = is_dash(before) || before == '+' || before == '.' ||
                  before == '#' || is_latin_letter(before);
    if (is_dash(before) && from >= 2) {
        /* "CN-830041" is one, "0991-123456" is not. */
        size_t dash = step_back(t, from);
        joined = !is_latin_letter(char_before(t, dash));
    }
    size_t behind = to < t.n ? behind_char(t, to) : to, unit = to;
    while (is_gap(char_at(t, unit)))
        unit = behind_char(t, unit);
    bool goes_on =
        (is_dash(after) || after == '.') && digit_of(char_at(t, behind)) != 0;
    bool measured = word_behind(t, to, measures) && !place_follows(t, to);
    return !joined && !goes_on && !is_latin_letter(after) && !measured &&
           !word_behind(t, unit, wards) &&
           word_before(t, label_end(t, from), ordinals) == 0 &&
           word_before(t, label_end(t, from), phone_labels) == 0;
}

/* The bytes that go with it: the country's code and a label before, gaps on
 * both sides, a pair of brackets around. */
static void widen(Text t, CnPostcode *p) {
    static const char *const country[] = {"CN-", NULL};
    p->from -= word_before(t, p->from, country);
    size_t label = label_end(t, p->from);
    size_t n = word_before(t, label, postcode_labels);
    if (n > 0)
        p->from = label - n;
    size_t from = p->from, to = p->to;
    while (p->from > 0 && is_gap(char_before(t, p->from)))
        p->from = step_back(t, p->from);
    while (p->to < t.n && is_gap(char_at(t, p->to)))
        p->to = behind_char(t, p->to);
    p->apart = p->from < from && p->to > to;
    uint32_t open = char_before(t, p->from), close = char_at(t, p->to);
    if ((open == '(' || open == 0xFF08) && (close == ')' || close == 0xFF09)) {
        p->from = step_back(t, p->from);
        p->to = behind_char(t, p->to);
    }
}

/* The first number of `wanted` digits from `at` on that stands alone. */
static bool find_number(Text line, size_t at, size_t wanted, CnPostcode *out) {
    while (at < line.n) {
        size_t from = at, run = 0;
        unsigned char byte = (unsigned char)line.s[at];
        if ((byte < '0' || byte > '9') && byte != 0xEF) { /* U+FF10 to FF19 */
            at++;
            continue;
        }
        char digits[7] = "";
        for (char d; at < line.n && (d = digit_of(char_at(line, at))) != 0;
             run++) {
            if (run < 6)
                digits[run] = d;
            at = behind_char(line, at);
        }
        if (run == wanted && stands_alone(line, from, at)) {
            *out = (CnPostcode){.span = text_span(line, from, at - from),
                                .from = from,
                                .to = at};
            memcpy(out->digits, digits, sizeof digits);
            widen(line, out);
            return true;
        }
        if (run == 0)
            at = behind_char(line, at);
    }
    return false;
}

bool cn_postcode_find(Text line, CnPostcode *out) {
    return find_number(line, 0, 6, out);
}

bool cn_postcode_next(Text line, size_t *at, CnPostcode *out) {
    if (!find_number(line, *at, 6, out))
        return false;
    *at = out->to;
    return true;
}

bool cn_postcode_valid(Text t) {
    CnPostcode found;
    return cn_postcode_find(t, &found) && found.from == 0 && found.to == t.n &&
           digit_of(char_at(t, 0)) != 0;
}

TextList cn_without_postcode(Arena *a, Text line, const CnPostcode *postcode) {
    TextList parts = {ARENA_ARRAY(a, Text, 3), 0};
    Text before = text_trim(text_slice(line, 0, postcode->from));
    Text after =
        text_trim(text_slice(line, postcode->to, line.n - postcode->to));
    if (before.n > 0)
        parts.v[parts.n++] = before;
    if (before.n > 0 && after.n > 0 && postcode->apart)
        parts.v[parts.n++] = text_literal(" ");
    if (after.n > 0)
        parts.v[parts.n++] = after;
    return parts;
}

/* ---- provinces ---- */

/* First two digits of the postcodes of each, from 3109 county codes (facts
 * 4.2). The east of Inner Mongolia shares 13 and 16 with its neighbours. */
static const struct {
    const char *prefixes, *han, *latin, *other;
} provinces[] = {
    {"01 02 13 16", "内蒙古", "Inner Mongolia", "Nei Mongol"},
    {"03 04", "山西", "Shanxi", NULL},
    {"05 06 07", "河北", "Hebei", NULL},
    {"10", "北京", "Beijing", "Peking"},
    {"11 12", "辽宁", "Liaoning", NULL},
    {"13", "吉林", "Jilin", NULL},
    {"15 16", "黑龙江", "Heilongjiang", NULL},
    {"20", "上海", "Shanghai", NULL},
    {"21 22", "江苏", "Jiangsu", NULL},
    {"23 24", "安徽", "Anhui", NULL},
    {"25 26 27", "山东", "Shandong", NULL},
    {"30", "天津", "Tianjin", NULL},
    {"31 32", "浙江", "Zhejiang", NULL},
    {"33 34", "江西", "Jiangxi", NULL},
    {"35 36", "福建", "Fujian", NULL},
    {"40", "重庆", "Chongqing", NULL},
    {"41 42", "湖南", "Hunan", NULL},
    {"43 44", "湖北", "Hubei", NULL},
    {"45 46 47", "河南", "Henan", NULL},
    {"51 52", "广东", "Guangdong", NULL},
    {"53 54", "广西", "Guangxi", NULL},
    {"55 56", "贵州", "Guizhou", NULL},
    {"57", "海南", "Hainan", NULL},
    {"61 62 63 64", "四川", "Sichuan", NULL},
    {"65 66 67", "云南", "Yunnan", NULL},
    {"71 72", "陕西", "Shaanxi", NULL},
    {"73 74", "甘肃", "Gansu", NULL},
    {"75", "宁夏", "Ningxia", NULL},
    {"81", "青海", "Qinghai", NULL},
    {"83 84", "新疆", "Xinjiang", "Sinkiang"},
    {"85 86", "西藏", "Tibet", "Xizang"},
};
#define PROVINCES (sizeof provinces / sizeof *provinces)

static bool is_letter_at(Text t, size_t at) {
    return at < t.n && is_latin_letter((unsigned char)t.s[at]);
}

/* "Beijing Road" is in Urumqi, and "Tianjin Lu" too. */
static bool street_follows(Text t, size_t at) {
    static const char *const words[] = {
        "lu",  "nanlu", "beilu",  "donglu", "xilu",   "road", "rd",
        "jie", "dajie", "street", "st",     "avenue", "ave",  NULL};
    while (at < t.n && t.s[at] == ' ')
        at++;
    for (size_t i = 0; words[i]; i++) {
        size_t n = strlen(words[i]);
        if (at + n <= t.n && strncasecmp(t.s + at, words[i], n) == 0 &&
            !is_letter_at(t, at + n))
            return true;
    }
    return false;
}

/* "Sichuansheng", "Beijingshi": a unit's word grown to the name; its bytes. */
static size_t grown_unit(Text t, size_t at) {
    static const char *const units[] = {"sheng", "shi", NULL};
    for (size_t i = 0; units[i]; i++) {
        size_t n = strlen(units[i]);
        if (at + n <= t.n && strncasecmp(t.s + at, units[i], n) == 0)
            return n;
    }
    return 0;
}

/* As a word of its own, and not of a street. */
static bool find_word(Text t, const char *word, size_t *from) {
    size_t n = strlen(word);
    for (size_t i = 0; i + n <= t.n; i++) {
        if ((t.s[i] | 0x20) != (word[0] | 0x20) ||
            strncasecmp(t.s + i, word, n) != 0 ||
            (i > 0 && is_letter_at(t, i - 1)))
            continue;
        size_t end = i + n + grown_unit(t, i + n);
        if (!is_letter_at(t, end) && !street_follows(t, end)) {
            *from = i;
            return true;
        }
    }
    return false;
}

static bool contains(Text t, const char *word) {
    return find_word(t, word, &(size_t){0});
}

static bool starts(Text t, const char *word) {
    return t.n >= strlen(word) && memcmp(t.s, word, strlen(word)) == 0;
}

/* A street in any city may be called after a province, so the Chinese name
 * counts only at the start, where the province stands. */
static bool names_province(Text where, size_t i) {
    static const char *const countries[] = {"中华人民共和国", "中国"};
    for (size_t k = 0; k < 2; k++)
        if (starts(where, countries[k]))
            where = text_trim(text_slice(where, strlen(countries[k]),
                                         where.n - strlen(countries[k])));
    return starts(where, provinces[i].han) ||
           contains(where, provinces[i].latin) ||
           (provinces[i].other && contains(where, provinces[i].other));
}

const char *cn_other_province(const char digits[7], Text where) {
    const char prefix[] = {digits[0], digits[1], '\0'};
    const char *by_code = NULL;
    bool named = false;
    for (size_t i = 0; i < PROVINCES; i++) {
        bool has_prefix = strstr(provinces[i].prefixes, prefix) != NULL;
        if (has_prefix)
            by_code = provinces[i].latin;
        if (names_province(where, i)) {
            named = true;
            if (has_prefix)
                return NULL;
        }
    }
    return named ? by_code : NULL;
}

bool cn_find_province(Text line, size_t *from) {
    for (size_t i = 0; i < PROVINCES; i++)
        if (find_word(line, provinces[i].latin, from) ||
            (provinces[i].other && find_word(line, provinces[i].other, from)))
            return true;
    return false;
}

bool cn_short_postcode_find(Text line, bool latin, CnPostcode *out) {
    bool named = !latin;
    for (size_t i = 0; i < PROVINCES && !named; i++)
        named = names_province(line, i);
    return named && find_number(line, 0, 5, out);
}

/* Facts 4.2; the other areas of 83 and 84 have no county. */
bool cn_area_unknown(const char digits[7]) {
    static const char areas[] = "830 831 832 833 834 835 836 838 839 "
                                "841 842 843 844 845 848";
    const char area[] = {digits[0], digits[1], digits[2], '\0'};
    bool xinjiang = digits[0] == '8' && (digits[1] == '3' || digits[1] == '4');
    return xinjiang && !strstr(areas, area);
}

/* ---- recipient ---- */

/* Shou or one of its politer forms stands there already. */
static const char *const received[] = {
    "（收）", "(收)", "（启）", "(启)", "亲启", "台启", "钧启", "勋启", "親啟",
    "台啟",   "鈞啟", "勳啟",   "收",   "启",   "啟",   "啓",   NULL};

static TextList recipient_line(Arena *a, Text name, const FieldLines *title) {
    TextList parts = {ARENA_ARRAY(a, Text, 4), 0};
    parts.v[parts.n++] = name;
    if (title)
        parts.v[parts.n++] = title->v[0].v[0];
    if (word_before(name, name.n, received) == 0) {
        parts.v[parts.n++] = text_literal("\u3000");
        parts.v[parts.n++] = text_literal("收");
    }
    return parts;
}

FieldLines cn_recipient(Arena *a, FieldLines names, FieldLines title) {
    FieldLines lines = {ARENA_ARRAY(a, TextList, title.n + names.n), 0};
    /* "Secretary" follows a name as "Mr" does; the title of an office with its
     * place in it is a line of its own, the larger before the smaller. */
    bool beside = title.n == 1 && names.n == 1 && title.v[0].n == 1 &&
                  utf8_count(title.v[0].v[0].s, title.v[0].v[0].n) <= 4;
    for (size_t i = 0; !beside && i < title.n; i++)
        lines.v[lines.n++] = title.v[i];
    for (size_t i = 0; i < names.n; i++)
        lines.v[lines.n++] =
            recipient_line(a, names.v[i].v[0], beside ? &title : NULL);
    return lines;
}

bool cn_is_writers_word(Text name) {
    static const char *const words[] = {"敬启",  "敬啟",   "敬啓",  "敬启）",
                                        "敬启)", "敬啟）", "敬啟)", NULL};
    return word_before(name, name.n, words) > 0;
}

Text cn_kinship(Text t) {
    static const char *const words[] = {
        "爸爸", "妈妈", "媽媽", "父亲", "父親", "母亲", "母親", "爷爷",
        "爺爺", "奶奶", "外公", "外婆", "姥爷", "姥姥", "叔叔", "伯伯",
        "舅舅", "姑姑", "阿姨", "哥哥", "姐姐", "弟弟", "妹妹", NULL};
    size_t end = t.n;
    for (size_t n; (n = word_before(t, end, received)) > 0;)
        end -= n;
    while (end > 0 && is_gap(char_before(t, end)))
        end = step_back(t, end);
    size_t n = word_before(t, end, words);
    return n > 0 ? text_slice(t, end - n, n) : (Text){0};
}
