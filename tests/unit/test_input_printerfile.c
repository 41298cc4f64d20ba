/* Printer profiles: every key, what contradicts itself, where they are. */
#include "unit.h"

#include "base/arena.h"
#include "base/buf.h"
#include "input/printerfile.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *messages(Arena *a, const Diag *d) {
    char all[16384] = "";
    Buf out = {0};
    FILE *f = fmemopen(all, sizeof all, "w");
    diag_print(d, f, false);
    fclose(f);
    for (char *line = strtok(all, "\n"); line; line = strtok(NULL, "\n"))
        if (line[0] != ' ')
            buf_printf(&out, "%s\n", line);
    const char *s = arena_strndup(a, out.s ? out.s : "", out.n);
    buf_free(&out);
    return s;
}

static void all_keys(void) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    static const char yaml[] =
        "title: the one upstairs\n"
        "offset: {right: 0.8, down: -0.05 cm}\n"
        "back: {right: 1, down: 2}\n"
        "scale: {across: 99.8 %, down: 100.125}\n"
        "compensate: yes\n"
        "skew: -0.12\n"
        "border: {left: 4, top: 5, right: 4, bottom: 12.5}\n"
        "envelope:\n"
        "  side: right\n"
        "  edge: long\n"
        "  turned: yes\n"
        "  face: down\n"
        "  paper: a4\n"
        "  offset: {right: 3, down: 0}\n"
        "  border: {left: 3, top: 5, right: 20, bottom: 5}\n";
    const Source *src = source_from(a, "my.yaml", yaml, sizeof yaml - 1);
    const Printer *p = printerfile_parse(a, src, "my.yaml", d);
    CHECK_STR(messages(a, d), "");
    CHECK(p != NULL);
    if (p) {
        CHECK_INT(p->offset.right, LEN_OF_MM(0.8));
        CHECK_INT(p->offset.down, LEN_OF_MM(-0.5));
        CHECK_INT(p->back.down, LEN_OF_MM(2));
        CHECK_INT(p->scale.across, 998000);
        CHECK_INT(p->scale.down, 1001250);
        CHECK(p->compensate);
        CHECK_INT(p->skew, -120);
        CHECK_INT(p->border.bottom, LEN_OF_MM(12.5));
        CHECK_INT(p->envelope.feed, 6);
        CHECK(p->envelope.turned);
        CHECK_INT(p->envelope.face, PRINTER_FACE_DOWN);
        CHECK_INT(p->envelope.paper, PRINTER_PAPER_A4);
        CHECK_INT(p->envelope.offset.right, LEN_OF_MM(3));
        CHECK_INT(p->envelope.border.right, LEN_OF_MM(20));
    }
    diag_free(d);
    arena_free(a);
}

static void expect(const char *yaml, const char *want, int line) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    const Source *src = source_from(a, "p.yaml", yaml, strlen(yaml));
    const Printer *p = printerfile_parse(a, src, "p.yaml", d);
    const char *got = messages(a, d);
    if (strcmp(got, want) != 0)
        printf("line %d:\n", line);
    CHECK_STR(got, want);
    CHECK((p != NULL) == (want[0] == '\0'));
    diag_free(d);
    arena_free(a);
}
#define EXPECT(yaml, want) expect(yaml, want, __LINE__)

static void faults(void) {
    EXPECT("", "");
    EXPECT("envelope: {feed: 3}\n", "");
    EXPECT("- 1\n", "p.yaml:1:1: error: a printer profile is a list of keys; "
                    "begin with \"offset: {right: 0.8, down: -0.5}\"\n");
    EXPECT("ofset: {right: 1, down: 1}\n",
           "p.yaml:1:1: error: unknown key \"ofset\" in a printer profile; did "
           "you mean \"offset\"?\n");
    EXPECT("offset: {right: 1}\n",
           "p.yaml:1:9: error: \"down\" is missing; add it\n");
    EXPECT("offset:\n", "p.yaml:1:8: error: \"offset\" has no value; write "
                        "one\n");
    EXPECT("offset: {right: much, down: 0}\n",
           "p.yaml:1:17: error: \"right\" is \"much\", not a length; write "
           "millimetres such as 12.5, or a unit: mm, cm, in, pt\n");
    EXPECT("offset: {right: 20.5, down: 0}\n",
           "p.yaml:1:9: error: \"offset\" is 20.5 mm right and 0.0 mm down; "
           "more than 20 mm is no fault of the printer: print the page of "
           "`envoi calibrate` at 100 %, on paper of its size, and measure "
           "again\n");
    EXPECT("scale: {across: 89.9 %, down: 100 %}\n",
           "p.yaml:1:8: error: \"scale\" is 89.9 % across and 100.0 % down; it "
           "must be from 90 to 110 %: switch off \"fit to page\" in the print "
           "dialog and measure again\n");
    EXPECT("scale: {across: wide, down: 1e2}\n",
           "p.yaml:1:17: error: \"across\" is not a percentage; write what 100 "
           "mm come out as, such as 99.8 %\n"
           "p.yaml:1:29: error: \"down\" is not a percentage; write what 100 "
           "mm come out as, such as 99.8 %\n");
    EXPECT("compensate: yes\n",
           "p.yaml:1:13: error: there is no \"scale\" to compensate; add it, "
           "or remove this\n");
    EXPECT("skew: 3.5\n",
           "p.yaml:1:7: error: \"skew\" is 3.50 mm on 100 mm; more than 3 mm "
           "is a sheet that went in askew: print the page again\n");
    EXPECT("border: {left: 4, top: -1, right: 4, bottom: 41}\n",
           "p.yaml:1:9: error: \"border\" is -1.0 mm at the top; it must be "
           "from 0 to 40 mm\n"
           "p.yaml:1:9: error: \"border\" is 41.0 mm at the bottom; it must be "
           "from 0 to 40 mm\n");
    EXPECT("envelope: {feed: 7}\n",
           "p.yaml:1:18: error: \"feed\" is \"7\"; it must be a whole number "
           "from 1 to 6\n");
    EXPECT("envelope: {feed: 3, edge: long}\n",
           "p.yaml:1:27: error: \"feed\" says this already; remove one of "
           "them\n");
    EXPECT("envelope: {side: left}\n",
           "p.yaml:1:18: error: \"side\" and \"edge\" go together; add "
           "\"edge\"\n");
    EXPECT("envelope: {paper: a4}\n",
           "p.yaml:1:11: error: \"paper\" says nothing without \"feed\"; add "
           "the number that `envoi calibrate --envelope` prints\n");
    EXPECT("envelope: {feed: 1, paper: a5}\n",
           "p.yaml:1:28: error: \"paper\" is \"a5\"; it must be one of "
           "envelope, a4, letter\n");
}

static void put(const char *path, const char *text) {
    FILE *f = fopen(path, "w");
    if (f && (fputs(text, f) < 0 || fclose(f) != 0))
        abort();
}

static void load(const char *name, const char *want) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    const Printer *p = printerfile_load(a, name, d);
    CHECK_STR(messages(a, d), want);
    CHECK((p != NULL) == (want[0] == '\0'));
    if (want[0])
        CHECK_INT(diag_exit_status(d), 2);
    diag_free(d);
    arena_free(a);
}

static void folders(void) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    char dir[] = "/tmp/envoi-test-XXXXXX";
    const char *const *names;
    if (!mkdtemp(dir))
        abort();
    setenv("HOME", dir, 1);
    setenv("XDG_CONFIG_HOME", "relative", 1); /* does not count */
    CHECK_STR(printerfile_folder(a),
              arena_printf(a, "%s/.config/envoi/printers", dir));
    setenv("XDG_CONFIG_HOME", dir, 1);
    CHECK_STR(printerfile_folder(a), arena_printf(a, "%s/envoi/printers", dir));
    CHECK_INT(printerfile_names(a, d, &names), 0);
    load("office",
         "envoi: error: no printer is saved under the name \"office\"; to "
         "measure yours, make a page with `envoi calibrate -o page.pdf`, print "
         "it and do what it says\n");
    mkdir(arena_printf(a, "%s/envoi", dir), 0700);
    mkdir(arena_printf(a, "%s/envoi/printers", dir), 0700);
    put(arena_printf(a, "%s/envoi/printers/office.yaml", dir), "skew: 0\n");
    put(arena_printf(a, "%s/envoi/printers/home.yaml", dir), "skew: 0\n");
    put(arena_printf(a, "%s/envoi/printers/.hidden.yaml", dir), "skew: 0\n");
    CHECK_INT(printerfile_names(a, d, &names), 2);
    CHECK_STR(names[0], "home");
    CHECK_STR(names[1], "office");
    load("office", "");
    load(arena_printf(a, "%s/envoi/printers/home.yaml", dir), "");
    load("offcie", "envoi: error: no printer is saved under the name "
                   "\"offcie\"; did you mean \"office\"?\n");
    load("zzz",
         "envoi: error: no printer is saved under the name \"zzz\" (`envoi "
         "calibrate --list` lists those that are); to measure yours, make a "
         "page with `envoi calibrate -o page.pdf`, print it and do what it "
         "says\n");
    load(".hidden", "envoi: error: \".hidden\" cannot be the name of a printer "
                    "profile; take a short word such as office\n");
    unsetenv("XDG_CONFIG_HOME");
    unsetenv("HOME");
    load("office",
         "envoi: error: where are printer profiles? neither XDG_CONFIG_HOME "
         "nor HOME is set; give the path of a profile, such as "
         "./office.yaml\n");
    CHECK_STR(messages(a, d), "");
    if (system(arena_printf(a, "rm -rf %s", dir)) != 0)
        printf("%s stays\n", dir);
    diag_free(d);
    arena_free(a);
}

int main(void) {
    all_keys();
    faults();
    folders();
    return unit_done("test_input_printerfile");
}
