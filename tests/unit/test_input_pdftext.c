#include "unit.h"

#include "base/buf.h"
#include "base/limits.h"
#include "input/pdftext_private.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/* A PDF of one page and one font; poppler finds the objects without a table. */
static void make_pdf(Buf *b, const char *content) {
    buf_puts(b, "%PDF-1.4\n"
                "1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
                "2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
                "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]"
                "/Contents 4 0 R/Resources<</Font<</F 5 0 R>>"
                "/XObject<</A 6 0 R>>>>>> endobj\n"
                "5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold"
                "/Encoding/WinAnsiEncoding>> endobj\n");
    buf_printf(b, "4 0 obj <</Length %zu>> stream\n%s\nendstream endobj\n",
               strlen(content), content);
}

static void end_pdf(Buf *b) {
    buf_puts(b, "trailer <</Root 1 0 R>>\n%%EOF\n");
}

static const char *messages(Arena *a, const Diag *diag) {
    char *s = NULL;
    size_t n = 0;
    FILE *f = open_memstream(&s, &n);
    diag_print(diag, f, false);
    fclose(f);
    const char *out = arena_strndup(a, s, n);
    free(s);
    return out;
}

static void page_of_text(Arena *a) {
    Buf b = {0};
    Diag *diag = diag_new();
    PdfText t;
    PdfTextOptions opt = {.name = "x.pdf"};
    /* Two columns, the second line of the left one in two words. */
    make_pdf(&b, "BT /F 10 Tf 50 250 Td (left <&>) Tj 0 -12 Td (lower half) Tj "
                 "200 12 Td (right) Tj 0 -12 Td (end) Tj ET");
    end_pdf(&b);
    CHECK(pdftext_read(a, b.s, b.n, &opt, diag, &t));
    CHECK_INT(t.n, 1);
    if (t.n == 1) {
        const PdfPage *p = &t.pages[0];
        CHECK_INT(p->number, 1);
        CHECK_INT(p->w, LEN_OF_PT(400));
        CHECK_INT(p->h, LEN_OF_PT(300));
        CHECK_INT(p->nlines, 4);
        CHECK_STR(pdftext_line(a, p, &p->lines[0]), "left <&>");
        CHECK_STR(pdftext_line(a, p, &p->lines[1]), "lower half");
        CHECK_STR(pdftext_line(a, p, &p->lines[2]), "right");
        CHECK_STR(pdftext_line(a, p, &p->lines[3]), "end");
        CHECK(p->lines[0].block == p->lines[1].block);
        CHECK(p->lines[1].block != p->lines[2].block);
        CHECK_INT(p->nwords, 6);
        const PdfWord *w = &p->words[4];
        CHECK_INT(w->s[0], 'r');
        CHECK_INT(w->box.x, LEN_OF_PT(250));
        CHECK(w->box.y < LEN_OF_PT(50) && w->box.y + w->box.h > LEN_OF_PT(50));
    }
    CHECK_INT(diag_count(diag, DIAG_NOTE), 0);
    diag_free(diag);
    buf_free(&b);
}

static bool readable(Arena *a, const Buf *b, int seconds, const char **said) {
    Diag *diag = diag_new();
    PdfText t;
    PdfTextOptions opt = {.name = "x.pdf", .seconds = seconds};
    bool ok = pdftext_read(a, b->s, b->n, &opt, diag, &t);
    CHECK(ok == (diag_exit_status(diag) == 0));
    *said = messages(a, diag);
    diag_free(diag);
    return ok;
}

/* What comes from anywhere is an error with a next step, nothing worse. */
static void hostile(Arena *a) {
    Buf b = {0};
    const char *said;
    CHECK(!readable(a, &b, 0, &said));
    CHECK(strstr(said, "x.pdf: error: the PDF cannot be read ("));
    buf_puts(&b, "no PDF at all");
    CHECK(!readable(a, &b, 0, &said));
    CHECK(strstr(said, "x.pdf: error: the PDF cannot be read ("));

    /* Forms in forms, each twenty times: 20^10 letters. */
    buf_clear(&b);
    make_pdf(&b, "/A Do");
    for (int i = 6; i < 16; i++) {
        Buf form = {0};
        for (int k = 0; k < 20; k++)
            buf_puts(&form, i < 15 ? "/A Do " : "BT /F 9 Tf (x) Tj ET ");
        buf_printf(&b,
                   "%d 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 9 9]"
                   "/Resources<</Font<</F 5 0 R>>/XObject<</A %d 0 R>>>>"
                   "/Length %zu>> stream\n%s\nendstream endobj\n",
                   i, i + 1, form.n, form.s);
        buf_free(&form);
    }
    end_pdf(&b);
    CHECK(!readable(a, &b, 1, &said));
    /* Its own second, or three by the clock where the machine is busy. */
    CHECK(strstr(said, "takes more than 1 s to read") ||
          strstr(said, "takes more than 3 s to read"));

    buf_clear(&b);
    buf_puts(&b, "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
                 "2 0 obj <</Type/Pages/Kids[");
    for (int i = 0; i <= LIMIT_PDF_PAGES; i++)
        buf_printf(&b, "%d 0 R ", i + 3);
    buf_printf(&b, "]/Count %d>> endobj\n", LIMIT_PDF_PAGES + 1);
    for (int i = 0; i <= LIMIT_PDF_PAGES; i++)
        buf_printf(&b,
                   "%d 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>> "
                   "endobj\n",
                   i + 3);
    end_pdf(&b);
    CHECK(!readable(a, &b, 0, &said));
    CHECK(strstr(said, "has more than 1000 pages; print those"));
    buf_free(&b);
}

#define LINE "<line xMin=\"1\" yMin=\"0\" xMax=\"80\" yMax=\"10\">"

/* Words of 6 pt a character at these places in one line. */
static const char *line_of(Arena *a, const char *const *words, const int *x,
                           size_t n) {
    Buf b = {0};
    PdfPage p = {0};
    buf_puts(&b, "<page width=\"595.2\" height=\"841.89\"><flow><block>" LINE);
    for (size_t i = 0; i < n; i++) {
        size_t chars = 0;
        for (const char *s = words[i]; *s; s++)
            chars += ((unsigned char)*s & 0xC0) != 0x80;
        buf_printf(&b,
                   "<word xMin=\"%d.0\" yMin=\"0.0\" xMax=\"%zu.0\" "
                   "yMax=\"10.0\">%s</word>\n",
                   x[i], (size_t)x[i] + 6 * chars, words[i]);
    }
    buf_puts(&b, "</line></block></flow>");
    CHECK(pdfpage_parse(a, b.s, b.n, &p));
    buf_free(&b);
    return p.nlines == 1 ? pdftext_line(a, &p, &p.lines[0]) : "";
}

/* What stands on paper from left to right, in the order in which it is read. */
static void directions(Arena *a) {
    CHECK_STR(line_of(a, (const char *const[]){"Wang", "Jiang"},
                      (const int[]){0, 30}, 2),
              "Wang Jiang");
    /* A change of size ends a word, without a gap. */
    CHECK_STR(
        line_of(a, (const char *const[]){"479", "号"}, (const int[]){0, 18}, 2),
        "479号");
    /* با، 20-يى stands as: */
    CHECK_STR(line_of(a, (const char *const[]){"ىي-", "20", "،اب"},
                      (const int[]){0, 18, 36}, 3),
              "با، 20-يى");
}

static bool parses(Arena *a, const char *s) {
    PdfPage p = {0};
    return pdfpage_parse(a, s, strlen(s), &p);
}

static void nonsense(Arena *a) {
    CHECK(parses(a, "<page width=\"1\" height=\"1\">"));
    CHECK(!parses(a, ""));
    CHECK(!parses(a, "<page width=\"1\">"));
    CHECK(!parses(a, "<page width=\"nan\" height=\"1\">"));
    CHECK(!parses(a, "<page width=\"-1\" height=\"1\">"));
    CHECK(!parses(a, "<page width=\"1\" height=\"1\"><word>x</word>"));
    CHECK(!parses(a, "<page width=\"1\" height=\"1\">" LINE));
    CHECK(!parses(a, "<page width=\"1\" height=\"1\">" LINE LINE));
    CHECK(!parses(a, "<page width=\"1\" height=\"1\">" LINE
                     "<word xMin=\"1\">x</word></line>"));
    CHECK(!parses(a, "<page width=\"1\" height=\"1\">" LINE
                     "<word xMin=\"1\" yMin=\"1\" xMax=\"1\" yMax=\"1\">x"));
    /* Far out, a control character, bad UTF-8. */
    PdfPage p = {0};
    const char *s = "<page width=\"1\" height=\"1\">" LINE
                    "<word xMin=\"-1e30\" yMin=\"1\" xMax=\"99999\" "
                    "yMax=\"2\">\1\xFF&amp;&;</word></line>";
    CHECK(pdfpage_parse(a, s, strlen(s), &p));
    CHECK_INT(p.nwords, 1);
    CHECK_INT(p.words[0].n, 5);
    CHECK_INT(p.words[0].s[0], 0xFFFD);
    CHECK_INT(p.words[0].s[1], 0xFFFD);
    CHECK_INT(p.words[0].s[2], '&');
    CHECK_INT(p.words[0].s[3], '&');
    CHECK_INT(p.words[0].s[4], ';');
    CHECK_INT(p.words[0].box.x, -LEN_MAX);
    CHECK_INT(p.words[0].box.w, LEN_MAX);
}

/* ---- what is started in place of poppler: this program, as pdftotext ---- */

static int probe(const char *what) {
    char path[128];
    int open_fds = 0;
    if (strcmp(what, "closed") == 0)
        close(STDOUT_FILENO);
    snprintf(path, sizeof path, "%s/never", getenv("PROBE_FOLDER"));
    if (strcmp(what, "may") != 0)
        return open(path, O_RDONLY); /* nobody ever writes there */
    for (int fd = 3; fd < 256; fd++)
        open_fds += fcntl(fd, F_GETFD) >= 0;
    snprintf(path, sizeof path, "%s/written", getenv("PROBE_FOLDER"));
    fprintf(stderr, "open %d, written %d, socket %d", open_fds,
            open(path, O_WRONLY | O_CREAT, 0600) >= 0,
            socket(AF_UNIX, SOCK_STREAM, 0) >= 0);
    return 1;
}

static const char *said_of_probe(Arena *a, const char *what) {
    const char *said = "";
    Buf b = {0};
    buf_puts(&b, "%PDF");
    setenv("PROBE", what, 1);
    CHECK(!readable(a, &b, 1, &said));
    unsetenv("PROBE");
    buf_free(&b);
    return said;
}

static void confined(Arena *a) {
#ifdef __SANITIZE_ADDRESS__
    (void)a;
    (void)said_of_probe;
    unit_skipped++; /* its own start asks for more than the jail allows */
#else
    char folder[] = "/tmp/envoi-pdftext-XXXXXX";
    const char *path = arena_strdup(a, getenv("PATH"));
    CHECK(mkdtemp(folder) != NULL);
    const char *program = arena_printf(a, "%s/pdftotext", folder);
    CHECK(mkfifo(arena_printf(a, "%s/never", folder), 0600) == 0);
    CHECK(symlink("/proc/self/exe", program) == 0);
    setenv("PATH", folder, 1);
    setenv("PROBE_FOLDER", folder, 1);
    /* Open at a number of its own, and not closed by an exec. */
    int here = open("/dev/null", O_RDONLY);
    CHECK(here > 2 && dup2(here, 99) == 99);
    CHECK(strstr(said_of_probe(a, "may"),
                 "cannot be read (open 0, written 0, socket 0)"));
    close(99);
    close(here);
    /* It waits for ever and takes no processor's time, with its output open
     * and closed; at the same time, for both take their three seconds. */
    fflush(stdout);
    pid_t child = fork();
    const char *said = said_of_probe(a, child ? "open" : "closed");
    bool ok = strstr(said, "takes more than 3 s to read") != NULL;
    if (child == 0)
        _exit(ok ? 0 : 1);
    CHECK(ok);
    int status = -1;
    CHECK(child > 0 && waitpid(child, &status, 0) == child);
    CHECK_INT(status, 0);
    setenv("PATH", path, 1);
    CHECK(unlink(program) == 0);
    CHECK(unlink(arena_printf(a, "%s/never", folder)) == 0);
    CHECK(rmdir(folder) == 0);
#endif
}

/* On a system that cannot confine, here by a filter against filters, only our
 * own PDFs are read. In a process that ends with it: none goes back. */
static void unconfined(Arena *a) {
    struct sock_filter rules[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_prctl, 0, 2),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS,
                 offsetof(struct seccomp_data, args[0])),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, PR_SET_SECCOMP, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EINVAL),
    };
    struct sock_fprog program = {sizeof rules / sizeof *rules, rules};
    Buf b = {0};
    make_pdf(&b, "BT /F 10 Tf 50 250 Td (x) Tj ET");
    end_pdf(&b);
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        const char *said;
        PdfText t;
        Diag *diag = diag_new();
        PdfTextOptions own = {.name = "x.pdf", .own = true};
        bool ok = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
                  prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0 &&
                  !readable(a, &b, 0, &said) &&
                  strstr(said, "cannot be read safely: this system") &&
                  pdftext_read(a, b.s, b.n, &own, diag, &t) && t.n == 1;
        _exit(ok ? 0 : 1);
    }
    int status = -1;
    CHECK(child > 0 && waitpid(child, &status, 0) == child);
    CHECK_INT(status, 0);
    buf_free(&b);
}

static void version(Arena *a) {
    Diag *diag = diag_new();
    const char *v = pdftext_version(a, diag);
    CHECK(v && v[0] >= '0' && v[0] <= '9');
    CHECK_INT(diag_count(diag, DIAG_NOTE), 0);
    setenv("PATH", "/nowhere", 1);
    CHECK(pdftext_version(a, diag) == NULL);
    CHECK_INT(diag_exit_status(diag), 3);
    CHECK(strstr(messages(a, diag), "install poppler-utils"));
    diag_free(diag);
}

int main(void) {
    if (getenv("PROBE"))
        return probe(getenv("PROBE"));
    Arena *a = arena_new();
    directions(a);
    nonsense(a);
    page_of_text(a);
    hostile(a);
    confined(a);
    unconfined(a);
    version(a);
    arena_free(a);
    return unit_done("input_pdftext");
}
