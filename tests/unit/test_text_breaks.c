/* The text of a case with | where a line may end, ~ where it may only if it
 * must be, ^ at a hyphen and / where it must, against what breaks_find says. */
#include "text/breaks.h"

#include <unicode/ustring.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "unit.h"

static const char *marked(Arena *a, const char *text, const char *lang,
                          BreakPolicy policy) {
    size_t n = strlen(text);
    UChar *s = ARENA_ARRAY(a, UChar, n + 1);
    UErrorCode e = U_ZERO_ERROR;
    int32_t len;
    u_strFromUTF8(s, (int32_t)n + 1, &len, text, (int32_t)n, &e);
    UString u = {.s = s, .n = (uint32_t)len};
    Item item = {.end = u.n, .lang = lang};
    Items items = {.v = &item, .n = 1};
    BreakKind *b = breaks_find(a, &u, &items, policy);

    Buf out = {0};
    for (uint32_t i = 0; i < u.n;) {
        if (b[i] != BREAK_NO)
            buf_putc(&out, " ~|^/"[b[i]]);
        uint32_t c = utf16_next(s, u.n, &i);
        char bytes[4];
        if (c == 0x2028)
            buf_puts(&out, "<LS>");
        else if (c == 0xAD)
            buf_puts(&out, "<SHY>");
        else if (c < 0x2066 || c > 0x2069)
            buf_add(&out, bytes, utf8_put(bytes, c));
    }
    char *copy = arena_strndup(a, out.s, out.n);
    buf_free(&out);
    CHECK_INT(b[u.n], BREAK_MUST);
    return copy;
}

static void chinese(Arena *a) {
    static const char *const CASES[][2] = {
        {"他说“你好”吗", "他|说|“你|好”|吗"},
        {"他说‘你好’吗", "他|说|‘你|好’|吗"},
        {"《人民日报》（北京）报道，", "《人|民|日|报》|（北|京）|报|道，"},
        {"艾克拜尔·艾赛提在", "艾|克|拜|尔·艾|赛|提|在"},
        {"中山路479号门前", "中|山|路|479号|门|前"},
        {"2021年6月26日至今", "2021年|6月|26日|至|今"},
        {"5号楼2单元301室", "5号|楼|2单元|301室"},
        {"第3次和第12届", "第3次|和|第12届"},
        {"号—1—室", "号—1—室"},
        {"是的——没错", "是|的——|没|错"},
        {"等等……不行", "等|等……|不|行"},
        {"好。”他说", "好。”|他|说"},
        {"男/女都行", "男/女|都|行"},
        {"请写信到eio@amnesty.org即可", "请|写|信|到|eio@amnesty.org|即|可"},
        {"约3万人，5％", "约|3万|人，|5％"},
        {"𫠝𠀀字", "𫠝|𠀀|字"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        CHECK_STR(marked(a, CASES[i][0], "zh-Hans", BREAK_NORMAL), CASES[i][1]);
}

/* What reads as one thing. */
static void phrases(Arena *a) {
    static const char *const CASES[][3] = {
        {"en", "on 22 November 2026, at", "on |22 ~November |2026, |at"},
        {"en", "on November 22, 2026", "on |November ~22, |2026"},
        {"en", "the 1st June or Nov. 3", "the |1st ~June |or |Nov. ~3"},
        {"en", "in May 32 or 40 June", "in |May |32 |or |40 |June"},
        {"en", "15 may be; 15 (May", "15 |may |be; |15 ~(May"},
        {"en", "5 kg, 1,500 km or 3 % more",
         "5 ~kg, |1,500 ~km |or |3 ~% |more"},
        {"en", "at 9 a.m. for 20 € and", "at |9 ~a.m. |for |20 ~€ |and"},
        {"en", "5 kings in 2020 grew", "5 |kings |in |2020 |grew"},
        {"en", "by J. Smith, H. E. Mr Li and",
         "by |J. ~Smith, |H. ~E. ~Mr ~Li |and"},
        {"en", "“Dr. Wang”, (Prof. Li)", "“Dr. ~Wang”, |(Prof. ~Li)"},
        {"en", "Mrs who? OK. Then", "Mrs |who? |OK. |Then"},
        {"en", "§ 5, No. 380, p. 5, Art. 19, Rule 43",
         "§ ~5, |No. ~380, |p. ~5, |Art. ~19, |Rule ~43"},
        {"en", "No. That is no answer", "No. |That |is |no |answer"},
        {"en", "M. Duval", "M. ~Duval"},
        {"en", "Mme Duval le 22 novembre", "Mme |Duval |le |22 |novembre"},
        {"fr", "Mme Duval le 22 novembre, le 1er mai",
         "Mme ~Duval |le |22 ~novembre, |le |1er ~mai"},
        {"fr", "MM. les députés, art. 5 al. 2",
         "MM. |les |députés, |art. ~5 |al. ~2"},
        {"fr", "dit « oui » et", "dit |« ~oui ~» |et"},
        {"de", "Herrn Dr. Müller am 3. Mai um 9 Uhr",
         "Herrn ~Dr. ~Müller |am |3. ~Mai |um |9 ~Uhr"},
        {"de-AT", "§ 5 Abs. 2, S. 7, 2 Mio. im Jänner",
         "§ ~5 |Abs. ~2, |S. ~7, |2 ~Mio. |im |Jänner"},
        {"es", "el 22 de noviembre de 2026, Sra. Ruiz",
         "el |22 ~de ~noviembre |de |2026, |Sra. ~Ruiz"},
        {"ru", "22 ноября, ст. 5, г-н Ли, А. Ли",
         "22 ~ноября, |ст. ~5, |г-н ~Ли, |А. ~Ли"},
        {"und", "Mr Li, Dr. Li, 5 km", "Mr |Li, |Dr. ~Li, |5 ~km"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        CHECK_STR(marked(a, CASES[i][1], CASES[i][0], BREAK_NORMAL),
                  CASES[i][2]);
    CHECK_STR(marked(a, "Mr Li, 5 km", "en", BREAK_ADDRESS), "Mr |Li, |5 |km");
}

static void others(Arena *a) {
    CHECK_STR(marked(a, "call +86 991 123-4567 now", "en", BREAK_NORMAL),
              "call |+86 991 123-4567 |now");
    CHECK_STR(marked(a, "in 2020. 2021 was", "en", BREAK_NORMAL),
              "in |2020. |2021 |was");
    CHECK_STR(marked(a, "London W1B 1JL now", "en", BREAK_NORMAL),
              "London |W1B 1JL |now");
    CHECK_STR(marked(a, "don’t “go” away", "en", BREAK_NORMAL),
              "don’t |“go” |away");
    CHECK_STR(marked(a, "well-known 9-year", "en", BREAK_NORMAL),
              "well-|known |9-year");
    CHECK_STR(marked(a, "an e-mail, a vitamin-C X-ray", "en", BREAK_NORMAL),
              "an |e-mail, |a |vitamin-C |X-ray");
    CHECK_STR(marked(a, "un\u00ADbe\u00ADlieved", "en", BREAK_NORMAL),
              "un<SHY>^be<SHY>^lieved");
    CHECK_STR(marked(a, "one\u2028two\u2028\u2028x", "en", BREAK_NORMAL),
              "one<LS>/two<LS>/<LS>/x");
    CHECK_STR(marked(a, "2021-يىلى 26-ئىيۇن", "ug", BREAK_NORMAL),
              "2021-يىلى |26-ئىيۇن");
    CHECK_STR(marked(a, "تېل: \u2066+86 991 123\u2069 ۋە", "ug", BREAK_NORMAL),
              "تېل: |+86 991 123 |ۋە");
    CHECK_STR(marked(a, "བོད་སྐད།", "bo", BREAK_NORMAL), "བོད་|སྐད།");
    CHECK_STR(marked(a, "チョコレート、ジャン・バルジャン", "ja", BREAK_NORMAL),
              "チョ|コ|レー|ト、|ジャ|ン・バ|ル|ジャ|ン");
}

static void addresses(Arena *a) {
    static const char *const CASES[][2] = {
        {"新疆维吾尔自治区乌鲁木齐市830041天山区中山路479号",
         "新疆维吾尔自治区|乌鲁木齐市|830041天山区|中山路|479号"},
        {"北京市西城区西长安街街道 100017",
         "北京市|西城区|西长安街街道 |100017"},
        {"江苏省镇江市京口区", "江苏省|镇江市|京口区"},
        {"济南市市中区经四路", "济南市|市中区|经四路"},
        {"哈尔滨市道里区", "哈尔滨市|道里区"},
        {"广州市天河区广州大道中5号楼2单元301室",
         "广州市|天河区|广州大道中|5号楼|2单元|301室"},
        {"乌鲁木齐市政府（天山区）5号", "乌鲁木齐市政府（天山区）5号"},
        {"伊犁哈萨克自治州伊宁市", "伊犁哈萨克自治州|伊宁市"},
        {"台北市中正區重慶南路一段122號", "台北市|中正區|重慶南路|一段|122號"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        CHECK_STR(marked(a, CASES[i][0], "zh-Hans", BREAK_ADDRESS),
                  CASES[i][1]);
    CHECK_STR(marked(a, "東京都千代田区霞が関2-1-1", "ja", BREAK_ADDRESS),
              "東京都|千代田区|霞が関2-1-1");
    /* A postcode at the end takes a word along. */
    CHECK_STR(marked(a, "Tianshan Qu, Uyghur Region, 830041", "en", BREAK_LIST),
              "Tianshan Qu, |Uyghur ~Region, 830041");
    CHECK_STR(marked(a, "Tianshan Qu, Urumqi, 830041", "en", BREAK_LIST),
              "Tianshan Qu, |Urumqi, 830041");
    CHECK_STR(marked(a, "Uyghur Region, 830041", "en", BREAK_ADDRESS),
              "Uyghur |Region, ~830041");
    CHECK_STR(marked(a, "75007 Paris, 12", "en", BREAK_LIST),
              "75007 Paris, |12");
    CHECK_STR(marked(a, "830041", "en", BREAK_LIST), "830041");
    CHECK_STR(marked(a, "49-51 Portland Place W1B 1JL", "en", BREAK_ADDRESS),
              "49-51 |Portland |Place |W1B 1JL");
}

static void policy_none(Arena *a) {
    CHECK_STR(marked(a, "a b中文\u2028c", "zh", BREAK_NONE), "a b中文<LS>/c");
}

int main(void) {
    Arena *a = arena_new();
    chinese(a);
    phrases(a);
    others(a);
    addresses(a);
    policy_none(a);
    UString empty = {0};
    Items none = {0};
    CHECK_INT(breaks_find(a, &empty, &none, BREAK_NORMAL)[0], BREAK_MUST);
    arena_free(a);
    return unit_done("text_breaks");
}
