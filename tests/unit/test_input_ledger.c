/* A ledger read, changed, and written again with the owner's text around it. */
#include "unit.h"

#include <stdlib.h>

#include "input/layoutfile.h"
#include "input/ledger.h"

typedef struct Test {
    Arena *a;
    const char *data;
    const Layout *l7160;
} Test;

/* What `file` is after label 21 of each sheet of L7160 was used, and 2 to 21 of
 * a new one if `add`; or the messages. */
static const char *rewritten(Test *t, const char *file, bool add) {
    Diag *diag = diag_new();
    Ledger l;
    Buf out = {0};
    const Source *src = source_from(t->a, "d.yaml", file, strlen(file));
    bool ok = ledger_parse(t->a, src, t->data, t->l7160, diag, &l);
    for (size_t i = 0; ok && i < l.sheets.n; i++)
        if (l.sheets.v[i].wanted)
            ledger_use(&l, i, 20);
    size_t fresh = ok && add ? ledger_add(t->a, &l) : 0;
    for (uint32_t k = 1; ok && add && k < 21; k++)
        ledger_use(&l, fresh, k);
    ok = ok && ledger_write(t->a, &l, diag, &out);
    CHECK_INT(diag_exit_status(diag), ok ? 0 : 1);
    if (!ok) {
        char *s = NULL;
        size_t n = 0;
        FILE *f = open_memstream(&s, &n);
        diag_print(diag, f, false);
        CHECK(fclose(f) == 0);
        buf_clear(&out);
        /* Without the lines of the file. */
        for (char *line = strtok(s, "\n"); line; line = strtok(NULL, "\n"))
            if (strncmp(line, "d.yaml", 6) == 0)
                buf_printf(&out, "%s\n", line);
        free(s);
    }
    const char *got = arena_strndup(t->a, out.s ? out.s : "", out.n);
    buf_free(&out);
    diag_free(diag);
    return got;
}

static void kept(Test *t) {
    CHECK_STR(rewritten(t,
                        "# mine\n\n"
                        "- used: 1-8, 12 # peeled by Jo\n"
                        "  sheet: \"kitchen: left\"\n"
                        "  layout: l7160\n"
                        "  labels: 21\n"
                        "# another box\n"
                        "- sheet: 7\n"
                        "  layout: avery-l7163\n"
                        "  used: 14\n"
                        "- {sheet: 9, layout: avery-l7160, used: [1, 2]}\n"
                        "- sheet: full\n"
                        "  labels: 21 of 63.5 x 38.1 mm\n"
                        "  layout: avery-l7160\n"
                        "  used: '1-20'\n"
                        "# the end",
                        true),
              "# mine\n\n"
              "- used: 1-8, 12, 21 # peeled by Jo\n"
              "  sheet: \"kitchen: left\"\n"
              "  layout: l7160\n"
              "  labels: 21\n"
              "# another box\n"
              "- sheet: 7\n"
              "  layout: avery-l7163\n"
              "  used: 14\n"
              "- {sheet: 9, layout: avery-l7160, used: \"1-2, 21\"}\n"
              "- sheet: full\n"
              "  labels: 21 of 63.5 x 38.1 mm\n"
              "  layout: avery-l7160\n"
              "  used: all\n"
              "# the end\n"
              "- sheet: 10\n"
              "  layout: avery-l7160\n"
              "  labels: 21 of 63.5 x 38.1 mm\n"
              "  used: 2-21\n");
    CHECK_STR(rewritten(t,
                        "\xEF\xBB\xBF---\r\n  - sheet: a\r\n"
                        "    layout: avery-l7160\r\n    used: none\r\n",
                        true),
              "\xEF\xBB\xBF---\r\n  - sheet: a\r\n"
              "    layout: avery-l7160\r\n    used: 21\r\n"
              "  - sheet: 1\r\n    layout: avery-l7160\r\n"
              "    labels: 21 of 63.5 x 38.1 mm\r\n    used: 2-21\r\n");
    CHECK_STR(rewritten(t, "# only this\n", true),
              "# only this\n"
              "- sheet: 1\n  layout: avery-l7160\n"
              "  labels: 21 of 63.5 x 38.1 mm\n  used: 2-21\n");
    CHECK_STR(
        rewritten(t, "[{sheet: a, layout: avery-l7160, used: 1}]\n", false),
        "[{sheet: a, layout: avery-l7160, used: \"1, 21\"}]\n");
}

#define A(lines) "- sheet: a\n  layout: avery-l7160\n" lines

static void faults(Test *t) {
    const struct {
        const char *file, *messages;
    } cases[] = {
        {A("  used: 1-22\n"),
         "d.yaml:3:9: error: \"used\": avery-l7160 has 21 labels, there is no "
         "22\n"},
        {A("  used: 8-5\n"),
         "d.yaml:3:9: error: \"used\": 8-5 runs backwards; write 5-8\n"},
        {A("  used: [3, 3]\n"),
         "d.yaml:3:9: error: \"used\": 3 is in it twice\n"},
        {A("  used: some\n"),
         "d.yaml:3:9: error: \"used\": write numbers and ranges with commas "
         "between, such as 5-8,12\n"},
        {A("  used:\n    - 1\n    - 2\n"),
         "d.yaml:4:5: error: \"used\": write it on one line, such as 1-8, 12, "
         "or none, or all\n"},
        {A("  used: |\n    1\n"),
         "d.yaml:3:9: error: \"used\": write it on one line, such as 1-8, 12, "
         "or none, or all\n"},
        {A("  used: {1: 2}\n"),
         "d.yaml:3:9: error: \"used\": write it on one line, such as 1-8, 12, "
         "or none, or all\n"},
        {A("  used:\n"), "d.yaml:3:8: error: \"used\" has no value; write "
                         "one\n"},
        {A("  labels: 24\n  used: 1\n"),
         "d.yaml:3:11: error: the sheet was kept as \"24\", but avery-l7160 "
         "has 21 of 63.5 x 38.1 mm; it is another sheet, or its layout has "
         "changed\n"},
        {A("  labels: 21 of 63 x 38.1 mm\n  used: 1\n"),
         "d.yaml:3:11: error: the sheet was kept as \"21 of 63 x 38.1 mm\", "
         "but avery-l7160 has 21 of 63.5 x 38.1 mm; it is another sheet, or "
         "its layout has changed\n"},
        {"- sheet: a\n  layout: l7106\n  used: 1\n- sheet: b\n  layout: l7106\n"
         "  used: 1\n",
         "d.yaml:2:11: error: no label layout is called \"l7106\"; did you "
         "mean \"l7160\"?\n"},
        {"- sheet: a\n  layout: ./none.yaml\n  used: 1\n",
         "d.yaml:2:11: error: ./none.yaml: there is no such file\n"},
        {A("  used: 1\n") A("  used: 1\n"),
         "d.yaml:4:10: error: another sheet is called \"a\" too; give each its "
         "own name\n"},
        {A("  usd: 1\n"),
         "d.yaml:1:3: error: \"used\" is missing; add it\n"
         "d.yaml:3:3: error: unknown key \"usd\" in a sheet; did you mean "
         "\"used\"?\n"},
        {"sheet: a\nlayout: avery-l7160\nused: 1\n",
         "d.yaml:1:1: error: this is no ledger, which is a list of sheets; "
         "begin each with \"- sheet: \" and its name, or name a new file, "
         "which "
         "is made\n"},
        {"- a\n- 2\n",
         "d.yaml:1:3: error: this is no ledger, which is a list of sheets; "
         "begin each with \"- sheet: \" and its name, or name a new file, "
         "which "
         "is made\n"},
        {"- used: 2\n- b\n",
         "d.yaml:1:3: error: \"sheet\" is missing; add it\n"
         "d.yaml:1:3: error: \"layout\" is missing; add it\n"
         "d.yaml:2:3: error: a sheet has the keys sheet, layout and used, one "
         "under the other\n"},
        /* Nothing can be put behind these. */
        {"[{sheet: a, layout: avery-l7160, used: 1}]\n",
         "d.yaml: error: cannot be kept in this form; write each sheet as \"- "
         "sheet: NAME\" and below it \"layout: \" and \"used: \", each on its "
         "line\n"},
        {A("  used: 1\n") "...\n",
         "d.yaml: error: cannot be kept in this form; write each sheet as \"- "
         "sheet: NAME\" and below it \"layout: \" and \"used: \", each on its "
         "line\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CHECK_STR(rewritten(t, cases[i].file, true), cases[i].messages);
}

int main(void) {
    Diag *diag = diag_new();
    Test t = {.a = arena_new(), .data = getenv("ENVOI_DATA")};
    t.l7160 =
        layoutfile_load(t.a, t.data, LAYOUT_LABELS, "L7160", (Span){0}, diag);
    CHECK(t.l7160 != NULL);
    if (t.l7160) {
        kept(&t);
        faults(&t);
    }
    diag_free(diag);
    arena_free(t.a);
    return unit_done("ledger");
}
