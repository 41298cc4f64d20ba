/* Numbers as their cells show them, where that matters. */
#include "input/sheetformat.h"
#include "unit.h"

#include "base/buf.h"

static void shows(int line, int id, const char *code, const char *value,
                  bool since_1904, const char *want) {
    Buf out = {0};
    SheetFormat f = sheetformat_find(id, code);
    sheetformat_add(&out, &f, value, since_1904);
    int failed = unit_failed;
    CHECK_STR(out.s ? out.s : "", want);
    if (unit_failed > failed)
        printf("line %d\n", line);
    buf_free(&out);
}
#define SHOWS(code, value, want) shows(__LINE__, 0, code, value, false, want)
#define BUILT_IN(id, value, want) shows(__LINE__, id, NULL, value, false, want)

int main(void) {
    SHOWS(NULL, "3", "3");
    SHOWS(NULL, "3.0", "3");
    SHOWS(NULL, "-0", "0");
    SHOWS(NULL, "75007", "75007");
    SHOWS(NULL, "1.2345678901E10", "12345678901");
    SHOWS(NULL, "0.1", "0.1");
    SHOWS(NULL, "0.30000000000000004", "0.3");
    SHOWS(NULL, "1E+20", "1E+20");
    SHOWS(NULL, "x", "x");
    SHOWS(NULL, "nan", "nan");
    SHOWS("General", "1234567.5", "1234567.5");
    SHOWS("\"Nr. \"General", "75007", "75007");
    SHOWS("[Red]General", "75007", "75007");
    SHOWS("G/\u901A\u7528\u683C\u5F0F\"\u5E74\"", "830041", "830041");
    SHOWS("0", "7", "7");
    SHOWS("#,##0.00", "1234.5", "1234.5");
    SHOWS("0.00E+00", "1234", "1234");
    /* Postcodes and the like. */
    SHOWS("00000", "1234", "01234");
    SHOWS("00000", "123456", "123456");
    SHOWS("\"D-\"00000", "1067", "D-01067");
    SHOWS("000\\-0000", "5551234", "555-1234");
    SHOWS("00000-0000", "12345678", "01234-5678");
    SHOWS("000 00;[Red]-000 00", "1234", "012 34");
    SHOWS("\"L0\"00", "5", "L005");
    SHOWS("00000", "-5", "-5");
    SHOWS("00000", "1.5", "1.5");
    /* Dates, whatever their order. */
    BUILT_IN(14, "44316", "2021-04-30");
    BUILT_IN(22, "44316.604166666664", "2021-04-30 14:30");
    BUILT_IN(20, "0.37847222222222221", "09:05");
    BUILT_IN(46, "1.5", "36:00");
    BUILT_IN(57, "44316", "2021-04-30");
    BUILT_IN(2, "44316", "44316");
    SHOWS("dd/mm/yyyy", "44316", "2021-04-30");
    SHOWS("yyyy\"年\"m\"月\"d\"日\"", "44316", "2021-04-30");
    SHOWS("[$-F800]dddd, mmmm dd, yyyy", "44316", "2021-04-30");
    SHOWS("gge\"\u5E74\"m\"\u6708\"", "44316", "2021-04-30");
    SHOWS("mmm-yy", "44316", "2021-04-30");
    SHOWS("[h]:mm:ss", "1.5", "36:00");
    SHOWS("hh:mm", "0.999999999", "24:00");
    SHOWS("m/d/yyyy", "1", "1900-01-01");
    SHOWS("m/d/yyyy", "59", "1900-02-28");
    SHOWS("m/d/yyyy", "60", "1900-02-29");
    SHOWS("m/d/yyyy", "61", "1900-03-01");
    SHOWS("m/d/yyyy", "36585", "2000-02-29");
    SHOWS("m/d/yyyy", "2958465", "9999-12-31");
    SHOWS("m/d/yyyy", "2958466", "2958466");
    SHOWS("m/d/yyyy", "-1", "-1");
    shows(__LINE__, 14, NULL, "0", true, "1904-01-01");
    shows(__LINE__, 14, NULL, "42854", true, "2021-04-30");
    return unit_done("input_sheetformat");
}
