#include "unit.h"

#include "model/appeal.h"

#include <string.h>

static int32_t day(const char *iso) {
    int32_t out;
    bool ok = appeal_day(iso, strlen(iso), &out);
    CHECK(ok == (out != 0));
    return out;
}

static void days(void) {
    CHECK_INT(day("2021-06-26"), 20210626);
    CHECK_INT(day("2024-02-29"), 20240229);
    CHECK_INT(day("2000-02-29"), 20000229);
    static const char *const none[] = {"2023-02-29", "1900-02-29", "2021-13-01",
                                       "2021-00-01", "2021-04-31", "2021-4-1",
                                       "26-06-2021", "2021/06/26", "1582-12-31",
                                       "",           "2021-06-2x"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        CHECK_INT(day(none[i]), 0);
}

static void times(void) {
    Appeal a = {.deadline = {.day = 20210626}};
    CHECK_INT(appeal_time(&a, 20210626), APPEAL_OPEN);
    CHECK_INT(appeal_time(&a, 20210627), APPEAL_LATE);
    a.not_before.day = 20210601;
    CHECK_INT(appeal_time(&a, 20210531), APPEAL_EARLY);
    CHECK_INT(appeal_time(&a, 20210601), APPEAL_OPEN);
    a.not_after.day = 20210610;
    CHECK_INT(appeal_time(&a, 20210611), APPEAL_LATE);
    a = (Appeal){0};
    CHECK_INT(appeal_time(&a, 20210611), APPEAL_OPEN);
}

/* "word[bytes]" of the first word to avoid, "" if there is none. */
static char *avoided(const char *word, const char *text) {
    static char out[200];
    Text t = text_literal(word);
    Appeal a = {.avoid = {&t, 1}};
    size_t at, n;
    if (appeal_avoided(&a, text, strlen(text), &at, &n) == SIZE_MAX)
        return "";
    snprintf(out, sizeof out, "%zu:%.*s", at, (int)n, text + at);
    return out;
}

static void words(void) {
    CHECK_STR(avoided("Amnesty", "we of AMNESTY International"), "6:AMNESTY");
    CHECK_STR(avoided("Amnesty", "Amnesty\xE2\x80\x99s"), "0:Amnesty");
    CHECK_STR(avoided("Amnesty", "Amnestys"), "0:Amnesty");
    CHECK_STR(avoided("Amnesty", "an unamnesty"), "");
    /* A short word is a word, not the beginning of one. */
    CHECK_STR(avoided("AI", "our aim"), "");
    CHECK_STR(avoided("AI", "our AI."), "4:AI");
    CHECK_STR(avoided("art", "art article"), "0:art");
    /* Wrapped in the source, or cut by a soft hyphen. */
    CHECK_STR(avoided("Red Cross", "the red\n   cross"), "4:red\n   cross");
    CHECK_STR(avoided("Amnesty", "Am\xC2\xADnesty"), "0:Am\xC2\xADnesty");
    CHECK_STR(avoided("大赦国际", "我是大赦国际的会员"), "6:大赦国际");
    CHECK_STR(avoided("维吾尔", "Ana维吾尔"), "3:维吾尔");
    CHECK_STR(avoided("ئامنېستى", "خەلقئارا ئامنېستىنىڭ"), "17:ئامنېستى");
    /* An accent apart, another apostrophe, wide letters, a stretched word. */
    CHECK_STR(avoided("s\u00E9paratiste", "un SE\u0301PARATISTE"),
              "3:SE\u0301PARATISTE");
    CHECK_STR(avoided("se\u0301paratiste", "un s\u00E9paratiste"),
              "3:s\u00E9paratiste");
    CHECK_STR(avoided("ئامنېستى", "ي\u0654امنېستى"), "0:ي\u0654امنېستى");
    CHECK_STR(avoided("ئامنېستى", "ئامـنېستى"), "0:ئامـنېستى");
    CHECK_STR(avoided("d'extr\u00EAme", "d\u2019extr\u00EAme"),
              "0:d\u2019extr\u00EAme");
    CHECK_STR(avoided("well-known", "well\u2011known"), "0:well\u2011known");
    CHECK_STR(avoided("Amnesty", "\uFF21\uFF2D\uFF2E\uFF25\uFF33\uFF34\uFF39"),
              "0:\uFF21\uFF2D\uFF2E\uFF25\uFF33\uFF34\uFF39");
    CHECK_STR(avoided("Strasse", "die Straße"), "4:Straße");
    /* Another letter is another word, however it is typed. */
    CHECK_STR(avoided("cafe", "caf\u00E9"), "");
    CHECK_STR(avoided("cafe", "cafe\u0301"), "");
    CHECK_STR(avoided("n\u00E9", "ne\u0301ant"), "");
    CHECK_STR(avoided("ant", "ne\u0301ant"), "");
    CHECK_STR(avoided("가", "각"), "");
    CHECK_STR(avoided("가", "\u1100\u1161\u11A8"), "");
    CHECK_STR(avoided("국제", "국제사면위원회"), "");
    CHECK_STR(avoided("s", "stra\u00DFe"), "");
    CHECK_STR(avoided("", "text"), "");
    CHECK_STR(avoided(" ", "a text"), "");
    CHECK_STR(avoided("text", ""), "");
    CHECK(appeal_names("dear Ekpar  Asat,", 17, text_literal("Ekpar Asat")));
    CHECK(!appeal_names("dear Asat", 9, text_literal("Ekpar Asat")));
}

/* What of a text in `langs` ("en fr zh-Hant") a reader of `lang` gets. */
static const char *said(const char *langs, const char *lang) {
    static char list[80];
    static AppealText v[8];
    AppealTexts t = {v, 0};
    snprintf(list, sizeof list, "%s", langs);
    for (char *word = strtok(list, " "); word; word = strtok(NULL, " "))
        v[t.n++] = (AppealText){.lang = word};
    const AppealText *found = appeal_text(&t, lang);
    return found ? found->lang : "none";
}

static void texts(void) {
    CHECK_STR(said("en fr zh-Hant", "fr"), "fr");
    CHECK_STR(said("en fr", "fr-CA"), "fr");
    CHECK_STR(said("en fr fr-CA", "fr-CA"), "fr-CA");
    CHECK_STR(said("en zh-Hant", "zh"), "en");
    CHECK_STR(said("en zh-Hant zh", "zh-Hans"), "zh");
    CHECK_STR(said("en zh-Hant", "zh-HK"), "zh-Hant");
    CHECK_STR(said("en kk", "kk-Arab"), "en");
    CHECK_STR(said("de en", "ug"), "de");
    CHECK_STR(said("", "ug"), "none");
    CHECK(appeal_say(&(AppealTexts){0}, "en").s == NULL);
}

static void policies(void) {
    AppealTarget t = {0};
    CHECK_INT(appeal_policy(&t, RETURN_INITIALS), RETURN_INITIALS);
    t = (AppealTarget){.has_policy = true, .policy = RETURN_NONE};
    CHECK_INT(appeal_policy(&t, RETURN_FULL), RETURN_NONE);
    t.policy = RETURN_FULL;
    CHECK_INT(appeal_policy(&t, RETURN_GROUP), RETURN_GROUP);
}

static void files(void) {
    const AppealFile v[] = {{"en", "a"}, {"zh-Hans", "b"}, {"zh-Hant", "c"}};
    CHECK(appeal_file(v, 3, "en-GB") == &v[0]);
    CHECK(appeal_file(v, 3, "zh") == &v[1]);
    CHECK(appeal_file(v, 3, "zh-TW") == &v[2]);
    CHECK(appeal_file(v, 3, "ug") == NULL);
}

int main(void) {
    days();
    times();
    words();
    texts();
    policies();
    files();
    return unit_done("appeal");
}
