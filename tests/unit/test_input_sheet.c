/* A sheet whose cells come one by one: what is said of what nobody sees. */
#include "input/sheet.h"
#include "unit.h"

#include <stdlib.h>

static const char *said(Arena *a, const Diag *d) {
    char *text = NULL;
    size_t n = 0;
    FILE *f = open_memstream(&text, &n);
    diag_print(d, f, false);
    fclose(f);
    const char *copy = arena_strndup(a, text, n);
    free(text);
    return copy;
}

static void hidden(void) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    Sheet *s = sheet_new(a, "list.xlsx", "S", d);
    TextFaults faults;
    for (size_t col = 1; col <= 80; col++)
        sheet_cell(s, 1, col, "x", 1);
    for (size_t row = 2; row <= 5000; row++)
        sheet_cell(s, row, 1, "y", 1);
    /* By a filter, one by one and many at once, and where there is no list. */
    for (size_t row = 3; row <= 2002; row++)
        sheet_hidden_row(s, row, 1);
    sheet_hidden_row(s, 3000, 1);
    sheet_hidden_row(s, 4001, 1048576);
    sheet_hidden_column(s, 26, 27);
    sheet_hidden_column(s, 52, 53);
    sheet_hidden_column(s, 78, 78);
    sheet_hidden_column(s, 81, 16384);
    CHECK(sheet_end(s, &faults) != NULL);
    CHECK_STR(
        said(a, d),
        "list.xlsx: warning: 3001 rows of the sheet are hidden (3, 4, 5, "
        "6, 7, 8, 9, 10, 11, 12 ...) and read like all others; delete "
        "what is not wanted, or choose with --where\n"
        "list.xlsx: note: hidden columns are read like all others: Z, AA, "
        "AZ, BA, BZ\n");
    diag_free(d);
    arena_free(a);
}

static void columns(void) {
    char room[16];
    CHECK_STR(source_column(room, 1), "A");
    CHECK_STR(source_column(room, 26), "Z");
    CHECK_STR(source_column(room, 27), "AA");
    CHECK_STR(source_column(room, 702), "ZZ");
    CHECK_STR(source_column(room, 703), "AAA");
    CHECK_STR(source_column(room, 16384), "XFD");
}

int main(void) {
    hidden();
    columns();
    return unit_done("input_sheet");
}
