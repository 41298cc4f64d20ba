/* Lists in the encodings that people have: what each is taken for, on a few
 * rows and on one. */
#include "input/encoding.h"
#include "unit.h"

#include <stdlib.h>

#include <unicode/ucnv.h>

/* `text` in an encoding. */
static char *encoded(const char *text, const char *encoding, size_t *n) {
    UErrorCode error = U_ZERO_ERROR;
    UConverter *to = ucnv_open(encoding, &error);
    size_t room = 4 * strlen(text) + 16;
    char *out = malloc(room);
    int32_t made = ucnv_fromAlgorithmic(to, UCNV_UTF8, out, (int32_t)room, text,
                                        (int32_t)strlen(text), &error);
    ucnv_close(to);
    CHECK(U_SUCCESS(error));
    *n = U_SUCCESS(error) ? (size_t)made : 0;
    return out;
}

/* Read as `want` and equal to what was written; `doubt`: said to be unsure. */
static void guess(int line, const char *text, const char *encoding,
                  const char *want, bool doubt) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    size_t n;
    char *bytes = encoded(text, encoding, &n);
    Encoded e;
    bool ok = encoding_read(a, "a.csv", bytes, n, NULL, NULL, NULL, d, &e);
    int failed = unit_failed;
    CHECK(ok);
    CHECK_STR(e.as ? e.as : "UTF-8", want);
    if (strcmp(want, encoding) == 0)
        CHECK(e.src && strcmp(e.src->bytes, text) == 0);
    CHECK_INT(diag_count(d, DIAG_WARNING), doubt ? 1 : 0);
    if (unit_failed > failed)
        printf("line %d\n", line);
    free(bytes);
    diag_free(d);
    arena_free(a);
}
#define GUESS(text, encoding) guess(__LINE__, text, encoding, encoding, false)
#define DOUBT(text, encoding, want) guess(__LINE__, text, encoding, want, true)

static void chinese(void) {
    static const char list[] = "name,lines,city\n"
                               "王小明,朝阳区建国路88号,北京市\n"
                               "艾克拜尔·米吉提,天山区解放南路,乌鲁木齐市\n";
    GUESS(list, "UTF-8");
    GUESS(list, "GB18030");
    GUESS(list, "UTF-16LE");
    GUESS(list, "UTF-16BE");
    GUESS("name,city\n王,京\n", "UTF-16LE");
    GUESS("name,city\n陳大文,臺北市中正區重慶南路一段\n李,香港\n", "Big5");
    GUESS("name,city\n陳大文,臺北市中正區重慶南路一段\n", "GB18030");
    GUESS("name,city\nئەركىن,ئۈرۈمچى\n", "GB18030");
    GUESS("name,city\nབོད་,ལྷ་ས་\n", "GB18030");
    /* Nothing but characters that are syllables elsewhere. */
    DOUBT("name,city\n艾克拜尔,乌鲁木齐\n", "GB18030", "GB18030");
}

static void others(void) {
    GUESS("name,city\n山田太郎,東京都千代田区\nアムネスティ,丸の内\n",
          "Shift_JIS");
    DOUBT("name,city\nかな,とうきょうへ\n", "EUC-JP", "EUC-JP");
    DOUBT("name,city\n홍길동,서울특별시 종로구 세종대로\n", "EUC-KR", "EUC-KR");
    GUESS("name,city\nИванов Пётр,Москва\n", "KOI8-R");
    GUESS("name,city\nИванов Пётр,Москва\n", "windows-1251");
    DOUBT("name,city\nИВАНОВ,МОСКВА\n", "windows-1251", "windows-1251");
    GUESS("name,city\nRené Lefèvre,Nîmes\n“Élodie”,Hôtel d’Été\n",
          "windows-1252");
    GUESS("name,city\nMüller,Königsberg\nGroß,MÜNCHEN\n", "windows-1252");
    GUESS("name,city\nWałęsa,Gdańsk\nŻółć,Łódź\n", "windows-1250");
    GUESS("name,city\nمحمد أحمد,القاهرة\n", "windows-1256");
    DOUBT("name,city\nJoão,São Paulo\n", "windows-1252", "windows-1252");
}

static void read_as(int line, const char *bytes, size_t n, const char *given,
                    const char *want, const char *messages) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    Encoded e;
    encoding_read(a, "a.csv", bytes, n, given, NULL, NULL, d, &e);
    char *said = NULL;
    size_t size;
    FILE *f = open_memstream(&said, &size);
    diag_print(d, f, false);
    fclose(f);
    int failed = unit_failed;
    CHECK_STR(e.src ? e.src->bytes : "(none)", want);
    CHECK_STR(said, messages);
    if (unit_failed > failed)
        printf("line %d\n", line);
    free(said);
    diag_free(d);
    arena_free(a);
}
#define READ(bytes, given, want, messages)                                     \
    read_as(__LINE__, bytes, sizeof(bytes) - 1, given, want, messages)

static void given_and_broken(void) {
    READ("a\xE9", "windows-1251", "aй", "");
    READ("\xFF\xFE"
         "a\0b\0",
         "UTF-16", "ab", "");
    READ("\xEF\xBB\xBF"
         "ab",
         "UTF-8", "ab", "");
    READ("a\xFF"
         "b",
         "GB18030",
         "a\xEF\xBF\xBD"
         "b",
         "a.csv:1:2: error: byte 0xFF is not GB18030, which --encoding says; "
         "mend this place, or name another, or none\n    1 | a\xEF\xBF\xBD"
         "b\n");
    READ("a", "no such", "(none)",
         "envoi: error: --encoding: \"no such\" is no encoding that is known "
         "here; some are UTF-8, UTF-16LE, GB18030, Big5, Shift_JIS, EUC-KR, "
         "windows-1252, windows-1251, KOI8-R\n");
    /* One byte in a file that is UTF-8 is a mistake, not another encoding. */
    READ("\xC3\xA9\xC3\xA8,\xE9\n", NULL, "\xC3\xA9\xC3\xA8,\xE9\n",
         "a.csv:1:4: error: byte 0xE9 is not UTF-8; save the file as UTF-8 and "
         "try again\n    1 | \xC3\xA9\xC3\xA8,\xE9\n");
    READ("", NULL, "", "");
    READ("a\0b,c\n", NULL, "a",
         "a.csv:1:2: error: U+0000 is a control character; remove it\n");
    READ("\xFF\xFE\0\xD8x\0", NULL, "\xEF\xBF\xBDx",
         "a.csv:1:1: error: byte 0x00 is not UTF-16LE, which the rest of the "
         "file seems to be; mend this place, or name the encoding: --encoding "
         "NAME\n    1 | \xEF\xBF\xBDx\n");
}

int main(void) {
    chinese();
    others();
    given_and_broken();
    return unit_done("input_encoding");
}
