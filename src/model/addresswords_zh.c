/* Words of addresses in Chinese characters, and what follows a name in Japan
 * and Korea (model/addresswords.h). */
#include "model/addresswords.h"

#include "base/utf8.h"

#include <string.h>

static bool tail_is(Text t, const char *const *tails) {
    for (; *tails; tails++) {
        size_t n = strlen(*tails);
        if (t.n >= n && memcmp(t.s + t.n - n, *tails, n) == 0)
            return true;
    }
    return false;
}

static bool holds(Text t, const char *const *words) {
    for (; *words; words++)
        if (memmem(t.s, t.n, *words, strlen(*words)))
            return true;
    return false;
}

/* What only a place has: units, roads, numbers. */
static const char *const han_places[] = {
    "省", "市", "区", "區", "县", "縣", "州",   "路", "街",
    "道", "巷", "号", "號", "楼", "樓", "室",   "镇", "鎮",
    "乡", "鄉", "村", "弄", "国", "國", "信箱", NULL};
static const char *const han_organisations[] = {
    "局",   "部",     "委员会", "委員會", "大使馆", "大使館", "领事馆", "政府",
    "法院", "检察院", "監獄",   "监狱",   "看守所", "厅",     "廳",     "公司",
    "大学", "大學",   "学院",   "办公室", "办公厅", "委",     "协会",   "中心",
    "所",   "处",     "党校",   "医院",   NULL};
static const char *const han_titles[] = {
    "书记",   "書記", "主席", "局长", "局長", "部长", "部長", "主任",
    "大使",   "总统", "總統", "省长", "市长", "院长", "院長", "检察长",
    "监狱长", "厅长", "处长", "总理", "校长", "所长", "代表", NULL};
/* In three characters, where another ending would be a given name: 司法部. */
static const char *const han_offices[] = {"部", "局", "厅", "廳",     "署",
                                          "处", "處", "院", "会",     "會",
                                          "办", "辦", "团", "政法委", NULL};
/* Behind a name (facts 4.2). */
static const char *const han_polite[] = {"先生", "女士", "小姐", "同志", NULL};
static const char *const han_received[] = {"收",  "启",   "啟",  "收）",
                                           "收)", "启）", "启)", NULL};

static Text without_title(Text t) {
    for (const char *const *w = han_titles; *w; w++) {
        size_t n = strlen(*w);
        if (t.n > n && memcmp(t.s + t.n - n, *w, n) == 0)
            return text_slice(t, 0, t.n - n);
    }
    return t;
}

static bool is_office(Text t) {
    size_t chars = utf8_count(t.s, t.n);
    return (chars > 3 && tail_is(t, han_organisations)) ||
           (chars == 3 && tail_is(t, han_offices));
}

/* Frequent surnames, in both forms: without a blank between, "局长王江" is to
 * be told from "局长助理". */
static bool starts_with_surname(Text t) {
    static const char surnames[] =
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田"
        "董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹"
        "熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常"
        "張劉陳楊黃趙吳孫馬羅鄭謝許韓鄧馮蕭葉蘇呂盧鍾譚陸範賈鄒閻龍賀顧龔萬錢"
        "嚴";
    size_t n = 0;
    utf8_next(t.s, t.n, &n);
    return n == 3 && memmem(surnames, sizeof surnames - 1, t.s, n) != NULL;
}

/* Before a title: "王江局长", "张军 检察长", "王主席", but not "新疆主席",
 * "司法部部长".
 */
static bool is_called(Text t) {
    size_t chars = utf8_count(t.s, t.n);
    return !is_office(t) && !holds(t, han_places) &&
           (chars == 3 || (chars > 0 && chars < 3 && starts_with_surname(t)));
}

AddressPart words_of_chinese(Text t) {
    size_t chars = utf8_count(t.s, t.n);
    if (has_digit(t))
        return PART_LINE;
    if (tail_is(t, han_received) && chars <= 20)
        return PART_NAME;
    if (tail_is(t, han_polite) && chars > 2 && chars <= 8 &&
        !holds(t, han_places))
        return PART_NAME;
    if (memmem(t.s, t.n, "·", 2) && chars <= 14 && !holds(t, han_places))
        return PART_NAME;
    if (tail_is(t, han_titles))
        return is_called(text_trim(without_title(t))) ? PART_NAME : PART_TITLE;
    if (is_office(t))
        return PART_ORGANISATION;
    return chars >= 2 && chars <= 3 && !holds(t, han_places) ? PART_NAME
                                                             : PART_LINE;
}

/* A person behind an office or a title: somebody, and no place. */
static bool is_han_name(Text t) {
    return utf8_count(t.s, t.n) >= 2 && !holds(t, han_places) &&
           words_of_chinese(t) == PART_NAME;
}

/* Behind the last title that has a name behind it, 0 if none has. */
static size_t behind_title(Text t) {
    size_t end = 0;
    for (const char *const *w = han_titles; *w; w++) {
        size_t n = strlen(*w);
        for (size_t at = 0; at + n < t.n; at++)
            if (memcmp(t.s + at, *w, n) == 0 && at + n > end &&
                starts_with_surname(text_slice(t, at + n, t.n - at - n)) &&
                is_han_name(text_slice(t, at + n, t.n - at - n)))
                end = at + n;
    }
    return end;
}

size_t words_split_chinese(Text t, size_t *behind) {
    static const char *const blanks[] = {" ", "\xE3\x80\x80"};
    if (has_digit(t) || words_of_chinese(t) == PART_ORGANISATION)
        return 0;
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++) {
        const char *blank = memmem(t.s, t.n, blanks[i], strlen(blanks[i]));
        size_t at = blank ? (size_t)(blank - t.s) : 0;
        *behind = at + strlen(blanks[i]);
        Text before = text_slice(t, 0, at);
        Text name = text_slice(t, *behind, blank ? t.n - *behind : 0);
        AddressPart who = words_of_chinese(before);
        if (at > 0 && (who == PART_ORGANISATION || who == PART_TITLE) &&
            is_han_name(text_trim(name)))
            return at;
    }
    *behind = behind_title(t);
    return *behind;
}

bool words_of_chinese_office(Text t) {
    return holds(t, han_titles);
}

/* Behind a person, and behind an office that nobody is named at. */
static const char *const honorifics[] = {"様",   "さま", "殿",
                                         "귀하", "님",   NULL};
static const char *const office_honorifics[] = {"御中", "귀중", NULL};
/* What an office is called by whoever holds it. */
static const char *const office_titles[] = {
    "大臣", "長官", "知事", "首相",   "総理", "総長", "所長", "会長",   "議長",
    "장관", "총리", "총장", "대통령", "청장", "소장", "의장", "위원장", NULL};

AddressPart words_of_honorific(Text t) {
    if (has_digit(t))
        return PART_LINE;
    return tail_is(t, honorifics)          ? PART_NAME
           : tail_is(t, office_honorifics) ? PART_ORGANISATION
           : tail_is(t, office_titles)     ? PART_TITLE
                                           : PART_LINE;
}
