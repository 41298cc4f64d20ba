#include "unit.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/limits.h"
#include "input/csv.h"

#include <stdlib.h>

/* Rows as "number@line:col[value|value]" and the messages, one a line; the
 * place is that of the last field. */
static char *dump(Arena *a, const char *csv, size_t n) {
    Diag *d = diag_new();
    const Source *src = source_from(a, "a.csv", csv, n);
    CsvReader *r = csv_open(a, src, d);
    Buf out = {0};
    CsvRow row;
    while (csv_next_row(r, &row)) {
        size_t line, col;
        source_place(src, row.v[row.n - 1].span.off, &line, &col);
        buf_printf(&out, "%zu@%zu:%zu[", row.number, line, col);
        for (size_t i = 0; i < row.n; i++) {
            buf_puts(&out, i ? "|" : "");
            buf_add(&out, row.v[i].s, row.v[i].n);
        }
        buf_puts(&out, "]\n");
    }
    CHECK(csv_ok(r) == (diag_count(d, DIAG_ERROR) == 0));
    csv_close(r);
    char all[8192] = "";
    FILE *f = fmemopen(all, sizeof all, "w");
    diag_print(d, f, false);
    fclose(f);
    for (char *line = strtok(all, "\n"); line; line = strtok(NULL, "\n"))
        if (line[0] != ' ')
            buf_printf(&out, "%s\n", line);
    char *result = arena_strndup(a, out.s ? out.s : "", out.n);
    buf_free(&out);
    diag_free(d);
    return result;
}

static void expect(const char *csv, const char *want, int line) {
    Arena *a = arena_new();
    const char *got = dump(a, csv, strlen(csv));
    if (strcmp(got, want) != 0)
        printf("line %d:\n", line);
    CHECK_STR(got, want);
    arena_free(a);
}
#define EXPECT(csv, want) expect(csv, want, __LINE__)

static void rows(void) {
    EXPECT("a,b\n1,2\n", "1@1:3[a|b]\n2@2:3[1|2]\n");
    EXPECT("a,b\n1,2", "1@1:3[a|b]\n2@2:3[1|2]\n");
    EXPECT("a,b\r\n1,2\r\n", "1@1:3[a|b]\n2@2:3[1|2]\n");
    EXPECT("a,b\r1,2\r", "1@1:3[a|b]\n2@2:3[1|2]\n");
    EXPECT("\xEF\xBB\xBF"
           "a,b\n",
           "1@1:3[a|b]\n");
    EXPECT("\xEF\xBB\xBF\"a\",b\n", "1@1:5[a|b]\n");
    EXPECT("a,\n,b\n,\n", "1@1:3[a|]\n2@2:2[|b]\n3@3:2[|]\n");
    EXPECT("a,b,", "1@1:5[a|b|]\n");
    EXPECT("  a b ,  c \n", "1@1:10[a b|c]\n");
    EXPECT("", "");
    EXPECT("\n\r\n  \n", "");
    /* Blank lines are skipped and counted. */
    EXPECT("a\n\n\r\nb\n", "1@1:1[a]\n4@4:1[b]\n");
}

static void quotes(void) {
    EXPECT("\"a, b\",c\n", "1@1:8[a, b|c]\n");
    EXPECT("x,\"say \"\"hi\"\" now\"\n", "1@1:4[x|say \"hi\" now]\n");
    EXPECT("x, \"a\" ,b\n", "1@1:9[x|a|b]\n");
    EXPECT("x,\"\"\n", "1@1:4[x|]\n");
    EXPECT("x,\"\"\"\"\n", "1@1:4[x|\"]\n");
    EXPECT("x,\"one\ntwo\",y\nz,,\n", "1@2:6[x|one\ntwo|y]\n2@3:4[z||]\n");
    EXPECT("x,\"one\r\ntwo\"\r\ny,z\r\n", "1@1:4[x|one\r\ntwo]\n2@3:3[y|z]\n");
    EXPECT("=1+1,@x,-2\n", "1@1:9[=1+1|@x|-2]\n");
    EXPECT("\xE6\x96\xB0,\xE7\x96\x86\n", "1@1:3[\xE6\x96\xB0|\xE7\x96\x86]\n");
}

static void delimiters(void) {
    EXPECT("a;b,c;d\n1;2;3\n", "1@1:7[a|b,c|d]\n2@2:5[1|2|3]\n");
    EXPECT("a\tb\n1\t\t2\n", "1@1:3[a|b]\n2@2:4[1||2]\n");
    EXPECT("\"a;b;c\",d\n", "1@1:9[a;b;c|d]\n");
    EXPECT("\n\na;b\n", "3@3:3[a|b]\n");
    EXPECT("name\nAna; Bo\n", "1@1:1[name]\n2@2:1[Ana; Bo]\n");
}

static void faults(void) {
    EXPECT("a,b\n1,\"2\n3,4\n",
           "1@1:3[a|b]\n"
           "a.csv:2:3: error: row 2, field 2: this quote is never closed; add "
           "the closing quote\n");
    EXPECT("a,b\n1,5\" pipe\n",
           "1@1:3[a|b]\n"
           "a.csv:2:4: error: row 2: a quote inside a field; put the whole "
           "field in quotes and write each quote in it twice (the field began "
           "at line 2, column 3)\n");
    EXPECT("a,b\n1,\"x\n2,\"y\"\n",
           "1@1:3[a|b]\n"
           "a.csv:3:4: error: row 2: text behind the closing quote of a field; "
           "a quote inside a quoted field is written twice (the field began at "
           "line 2, column 3)\n");
    EXPECT("\"",
           "a.csv:1:1: error: row 1, field 1: this quote is never closed; "
           "add the closing quote\n");
    EXPECT("\"\"\"", "a.csv:1:1: error: row 1, field 1: this quote is never "
                     "closed; add the closing quote\n");
    EXPECT("\"a\"\xEF\xBB\xBF,b\n",
           "a.csv:1:4: error: row 1: text behind the closing quote of a field; "
           "a quote inside a quoted field is written twice (the field began at "
           "line 1, column 1)\n");
}

static void hostile(void) {
    Arena *a = arena_new();
    enum { MEGA = 1 << 20 };
    char *big = malloc(MEGA + 1);
    memset(big, 'x', MEGA);
    memcpy(big, "a\n\"", 3);
    CHECK_STR(dump(a, big, MEGA),
              "1@1:1[a]\n"
              "a.csv:2:1: error: row 2, field 1 is longer than 65536 bytes; is "
              "its closing quote missing?\n");
    /* A megabyte of delimiters: more columns than are kept. */
    memset(big, ',', MEGA);
    Diag *d = diag_new();
    const Source *src = source_from(a, "a.csv", big, MEGA);
    CsvReader *r = csv_open(a, src, d);
    CsvRow row;
    CHECK(csv_next_row(r, &row));
    CHECK_INT(row.n, CSV_COLUMNS_MAX + 1);
    CHECK(!csv_next_row(r, &row) && csv_ok(r));
    csv_close(r);
    diag_free(d);
    /* A NUL is a byte like others here; source_check has refused it. */
    CHECK_STR(dump(a, "a,b\0c,d\n", 8), "1@1:7[a|b");
    free(big);
    arena_free(a);
}

int main(void) {
    rows();
    quotes();
    delimiters();
    faults();
    hostile();
    return unit_done("input_csv");
}
