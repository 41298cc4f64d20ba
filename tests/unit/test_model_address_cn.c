#include "unit.h"

#include "model/address_cn.h"

/* The prefixes as facts 4.2 list them, province by province. */
static const struct {
    const char *prefixes, *latin, *han;
} provinces[] = {
    {"01 02 13 16", "Inner Mongolia", "内蒙古自治区"}, /* shares 13 and 16 */
    {"03 04", "Shanxi", "山西省"},
    {"05 06 07", "Hebei", "河北省"},
    {"10", "Beijing", "北京市"},
    {"11 12", "Liaoning", "辽宁省"},
    {"13", "Jilin", "吉林省"},
    {"15 16", "Heilongjiang", "黑龙江省"},
    {"20", "Shanghai", "上海市"},
    {"21 22", "Jiangsu", "江苏省"},
    {"23 24", "Anhui", "安徽省"},
    {"25 26 27", "Shandong", "山东省"},
    {"30", "Tianjin", "天津市"},
    {"31 32", "Zhejiang", "浙江省"},
    {"33 34", "Jiangxi", "江西省"},
    {"35 36", "Fujian", "福建省"},
    {"40", "Chongqing", "重庆市"},
    {"41 42", "Hunan", "湖南省"},
    {"43 44", "Hubei", "湖北省"},
    {"45 46 47", "Henan", "河南省"},
    {"51 52", "Guangdong", "广东省"},
    {"53 54", "Guangxi", "广西壮族自治区"},
    {"55 56", "Guizhou", "贵州省"},
    {"57", "Hainan", "海南省"},
    {"61 62 63 64", "Sichuan", "四川省"},
    {"65 66 67", "Yunnan", "云南省"},
    {"71 72", "Shaanxi", "陕西省"},
    {"73 74", "Gansu", "甘肃省"},
    {"75", "Ningxia", "宁夏回族自治区"},
    {"81", "Qinghai", "青海省"},
    {"83 84", "Xinjiang", "新疆维吾尔自治区"},
    {"85 86", "Tibet", "西藏自治区"},
};
#define PROVINCES (sizeof provinces / sizeof *provinces)

/* Every prefix there is against every province, by both its names: in accord
 * where facts say so, contradicted where they name another one, and nothing is
 * said of a prefix that no province has. */
static void prefixes(void) {
    for (int p = 0; p < 100; p++) {
        char code[7], prefix[3];
        bool given = false;
        snprintf(code, sizeof code, "%02d1000", p);
        snprintf(prefix, sizeof prefix, "%02d", p);
        for (size_t i = 0; i < PROVINCES; i++)
            given = given || strstr(provinces[i].prefixes, prefix);
        for (size_t i = 0; i < PROVINCES; i++) {
            bool agrees = strstr(provinces[i].prefixes, prefix) != NULL;
            const char *by_latin =
                cn_other_province(code, text_literal(provinces[i].latin));
            const char *by_han =
                cn_other_province(code, text_literal(provinces[i].han));
            CHECK((by_latin == NULL) == (agrees || !given));
            CHECK((by_han == NULL) == (agrees || !given));
        }
        CHECK(!cn_other_province(code, text_literal("Urumqi")));
        CHECK(!cn_other_province(code, text_literal("新街口1号")));
    }
    /* Names that hold others. */
    CHECK(!cn_other_province("710000", text_literal("Shaanxi Sheng")));
    CHECK_STR(cn_other_province("030000", text_literal("Shaanxi")), "Shanxi");
    CHECK_STR(cn_other_province("830041", text_literal("中国甘肃省")),
              "Xinjiang");
    CHECK(!cn_other_province("830041", text_literal("乌鲁木齐市北京路1号")));
    CHECK(!cn_other_province("830041", text_literal("1 Beijing Road")));
    CHECK(!cn_other_province("830041", text_literal("5 Tianjin Nanlu")));
    CHECK_STR(cn_other_province("830041", text_literal("Beijing Shi")),
              "Xinjiang");
}

static void areas(void) {
    static const char known[] = "830 831 832 833 834 835 836 838 839 841 842 "
                                "843 844 845 848";
    for (int i = 0; i < 1000; i++) {
        char code[7];
        snprintf(code, sizeof code, "%03d000", i);
        char area[4] = {code[0], code[1], code[2], '\0'};
        bool xinjiang = i / 10 == 83 || i / 10 == 84;
        CHECK(cn_area_unknown(code) == (xinjiang && !strstr(known, area)));
    }
}

/* What is a postcode, and what stays of the line. */
static void codes(Arena *a) {
    static const struct {
        const char *line, *code, *rest;
    } cases[] = {
        {"新疆维吾尔自治区乌鲁木齐市830041天山区中山路479号", "830041",
         "新疆维吾尔自治区乌鲁木齐市天山区中山路479号"},
        {"北京市西城区西长安街街道 100017", "100017",
         "北京市西城区西长安街街道"},
        {"100017 北京市西城区", "100017", "北京市西城区"},
        {"北京市西城区，邮编：100017", "100017", "北京市西城区"},
        {"北京市西城区（100017）", "100017", "北京市西城区"},
        {"北京市西城区 邮政编码 １０００１７", "100017", "北京市西城区"},
        {"830041, Xinjiang Uyghur Autonomous Region,", "830041",
         "Xinjiang Uyghur Autonomous Region,"},
        {"Xichengqu, Beijing Shi 100017", "100017", "Xichengqu, Beijing Shi"},
        {"CN-100017 Beijing", "100017", "Beijing"},
        {"中山路479号", NULL, ""},
        {"中山路123456号", NULL, ""},
        {"中山路123456號", NULL, ""},
        {"1234567", NULL, ""},
        {"12345", NULL, ""},
        {"电话 123456", NULL, ""},
        {"Tel. 123456", NULL, ""},
        {"传真：123456", NULL, ""},
        {"+86 123456", "123456", ""},
        {"+123456", NULL, ""},
        {"0991-123456", NULL, ""},
        {"100080-1", NULL, ""},
        {"3.141592", NULL, ""},
        {"#123456", NULL, ""},
        {"A123456", NULL, ""},
        {"123456B", NULL, ""},
        {"信箱 123456 信箱", "123456", ""},
        {"123456信箱", NULL, ""},
        {"监狱 第 123456 监区", NULL, ""},
        {"123456监区", NULL, ""},
        {"123456 分监 830041", "830041", "123456 分监"},
        /* What measures a house also begins names. */
        {"102400房山区良乡镇1号", "102400", "房山区良乡镇1号"},
        {"北京市102400房山区", "102400", "北京市房山区"},
        {"710300户县人民路5号", "710300", "户县人民路5号"},
        {"442100房县城关镇", "442100", "房县城关镇"},
        {"253100房寺镇", "253100", "房寺镇"},
        {"022250室韦镇", "022250", "室韦镇"},
        {"201203室", NULL, ""},
        {"201203房1单元", NULL, ""},
        {"100025室天通苑小区", NULL, ""},
        {"100025号院", NULL, ""},
        {"100025楼北区", "100025", "楼北区"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        CnPostcode found = {.digits = ""};
        Text line = text_literal(cases[i].line);
        bool is = cn_postcode_find(line, &found);
        int failed = unit_failed;
        CHECK(is == (cases[i].code != NULL));
        if (is && cases[i].code)
            CHECK_STR(found.digits, cases[i].code);
        if (is && cases[i].rest[0]) {
            TextList rest = cn_without_postcode(a, line, &found);
            const char *s = "";
            for (size_t k = 0; k < rest.n; k++)
                s = arena_printf(a, "%s%.*s", s, (int)rest.v[k].n, rest.v[k].s);
            CHECK_STR(s, cases[i].rest);
        }
        if (unit_failed > failed)
            printf("  of %s\n", cases[i].line);
    }
}

static void short_codes(void) {
    CnPostcode found;
    CHECK(
        cn_short_postcode_find(text_literal("新疆83004天山区"), false, &found));
    CHECK(!cn_short_postcode_find(text_literal("新疆黄河路12345号"), false,
                                  &found));
    CHECK(
        cn_short_postcode_find(text_literal("83004, Xinjiang"), true, &found));
    CHECK(!cn_short_postcode_find(text_literal("No. 12345, Urumqi"), true,
                                  &found));
    CHECK(!cn_short_postcode_find(text_literal("12345 Beijing Lu"), true,
                                  &found));
    CHECK(!cn_short_postcode_find(text_literal("新疆830041"), false, &found));
}

int main(void) {
    Arena *a = arena_new();
    prefixes();
    areas();
    codes(a);
    short_codes();
    arena_free(a);
    return unit_done("model_address_cn");
}
