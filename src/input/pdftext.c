#include "input/pdftext.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/limits.h"
#include "input/pdftext_private.h"

/* What it prints of a page ends with this; in text it would be escaped. */
static const char page_end[] = "</page>";

struct PdfReader {
    Arena *arena;
    const PdfTextOptions *opt;
    Diag *diag;
    const char *all_end; /* behind the last page */
    pid_t child;
    int from, errors; /* its output; what it complains of */
    Buf pending;      /* read, not yet given out */
    size_t searched;  /* of it, for the end of a page */
    size_t number;    /* pages given out */
    int64_t wait_ms;  /* how much longer it may let us wait; not of our own */
    bool ended;       /* all pages have come */
    bool failed;      /* a message is in diag */
};

/* Say why it cannot be read; once. */
static void fault(PdfReader *r, const char *why) {
    if (r->failed)
        return;
    r->failed = true;
    if (r->opt->own)
        diag_file(r->diag, DIAG_SYSTEM, r->opt->name,
                  "what was to be written cannot be read back: the PDF %s; "
                  "nothing was written",
                  why);
    else
        diag_file(r->diag, DIAG_ERROR, r->opt->name, "the PDF %s", why);
}

/* ---- the program ---- */

/* Exit status of the child where it does not come to be pdftotext. */
#define NOT_STARTED 127
#define NOT_CONFINED 126

static void cap(__rlimit_resource_t resource, rlim_t most) {
    struct rlimit limit;
    if (getrlimit(resource, &limit) != 0)
        return;
    if (limit.rlim_max == RLIM_INFINITY || limit.rlim_max > most)
        limit.rlim_max = most;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(resource, &limit);
}

static int seconds(const PdfTextOptions *opt) {
    return opt->seconds > 0 ? opt->seconds : LIMIT_PDF_SECONDS;
}

/* It comes from elsewhere; `opt` NULL: nothing is read. */
static bool is_foreign(const PdfTextOptions *opt) {
    return opt && !opt->own;
}

/* No file but its three streams, no more time and memory than an honest file
 * needs, and the end of the parent is its own. False if what comes from
 * elsewhere would not be confined. */
static bool confine(const PdfTextOptions *opt) {
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGXFSZ};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        signal(signals[i], signals[i] == SIGXFSZ ? SIG_IGN : SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    closefrom(3);
    cap(RLIMIT_CORE, 0);
    cap(RLIMIT_FSIZE, 65536); /* of its complaints */
    if (is_foreign(opt)) {
        cap(RLIMIT_CPU, (rlim_t)seconds(opt));
        cap(RLIMIT_DATA, LIMIT_PDF_MEMORY);
    }
    return pdfjail_enter() || !is_foreign(opt);
}

/* Start pdftotext with its three streams; -1 with errno. */
static pid_t start(char *const *argv, const int streams[3],
                   const PdfTextOptions *opt) {
    pid_t child = fork();
    if (child != 0)
        return child;
    for (int fd = 0; fd < 3; fd++)
        if (streams[fd] >= 0 && dup2(streams[fd], fd) < 0)
            _exit(NOT_STARTED);
    lseek(0, 0, SEEK_SET);
    if (!confine(opt))
        _exit(NOT_CONFINED);
    execvp(argv[0], argv);
    _exit(NOT_STARTED);
}

static int wait_for(pid_t child) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR)
        continue;
    return status;
}

int pdfreader_file(const void *bytes, size_t n) {
    int fd = memfd_create("envoi", MFD_CLOEXEC);
    const char *s = bytes;
    while (fd >= 0 && n > 0) {
        ssize_t put = write(fd, s, n);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0) {
            close(fd);
            return -1;
        }
        s += put;
        n -= (size_t)put;
    }
    return fd;
}

/* The start of such a file, printable ASCII without line ends. */
static void read_start(int fd, char *out, size_t room) {
    ssize_t n = pread(fd, out, room - 1, 0);
    out[n > 0 ? n : 0] = '\0';
    for (char *p = out; *p; p++)
        *p = *p == '\n' || (*p >= ' ' && *p <= '~') ? *p : '?';
    out[strcspn(out, "\n")] = '\0';
}

const char *pdftext_version(Arena *a, Diag *diag) {
    char name[] = "pdftotext", option[] = "-v";
    char *argv[] = {name, option, NULL}, said[128] = "";
    int errors = pdfreader_file("", 0), null = open("/dev/null", O_RDWR);
    pid_t child = start(argv, (const int[]){null, null, errors}, NULL);
    int status = child > 0 ? wait_for(child) : -1;
    read_start(errors, said, sizeof said);
    close(errors);
    close(null);
    static const char before[] = "pdftotext version ";
    if (status == 0 && strncmp(said, before, strlen(before)) == 0)
        return arena_strdup(a, said + strlen(before));
    diag_cure(diag, DIAG_SYSTEM, (Span){0}, "poppler-utils",
              "the program pdftotext of poppler, which reads PDF, cannot be "
              "started; install poppler-utils; nothing was written");
    return NULL;
}

static int64_t now_ms(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Until it prints more or ends; what has let us wait too long is ended. */
static void wait_output(PdfReader *r) {
    struct pollfd from = {.fd = r->from, .events = POLLIN};
    if (r->opt->own)
        return; /* read(2) waits as long as it takes */
    for (int ready = -1; ready < 0 && r->wait_ms > 0;) {
        int64_t before = now_ms();
        ready = poll(&from, 1, (int)r->wait_ms);
        if (ready > 0 && from.revents)
            return;
        r->wait_ms -= now_ms() - before;
    }
    kill(r->child, SIGKILL);
}

/* Its exit status; if it has closed its output and stays, it is ended. */
static int wait_end(PdfReader *r) {
    const struct timespec moment = {.tv_nsec = 1000000};
    for (int status; !r->opt->own && r->wait_ms > 0; r->wait_ms--) {
        pid_t ended = waitpid(r->child, &status, WNOHANG);
        if (ended == r->child)
            return status;
        nanosleep(&moment, NULL);
    }
    if (!r->opt->own)
        kill(r->child, SIGKILL);
    return wait_for(r->child);
}

/* How it ended, where it ended too early. */
static void explain_end(PdfReader *r) {
    char said[160];
    int status = wait_end(r);
    r->child = -1;
    int by = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    read_start(r->errors, said, sizeof said);
    if (by == SIGKILL || by == SIGXCPU)
        fault(r,
              arena_printf(r->arena,
                           "takes more than %d s to read; print it to a new "
                           "PDF from a viewer, or copy its text",
                           r->wait_ms > 0 ? seconds(r->opt)
                                          : LIMIT_PDF_WAIT(seconds(r->opt))));
    else if (by == SIGINT || by == SIGTERM || by == SIGHUP)
        fault(r, "was not read to its end, as the program was stopped");
    else if (by)
        fault(r, "made poppler fail, so it is damaged or made to do harm; "
                 "print it to a new PDF from a viewer, or copy its text");
    else if (WEXITSTATUS(status) == NOT_CONFINED)
        fault(r, "cannot be read safely: this system cannot lock up the "
                 "program that reads it (seccomp), and a PDF may be made to do "
                 "harm; copy its text from a viewer, or read it on another "
                 "computer");
    else if (WEXITSTATUS(status) == NOT_STARTED)
        fault(r, "cannot be read without pdftotext; install poppler-utils");
    else if (strstr(said, "assword"))
        fault(r, "is locked with a password; open it in a viewer, which asks "
                 "for it, and print it to a new PDF");
    else if (strstr(said, "not allowed"))
        fault(r, "does not allow to copy its text; print it to a new PDF from "
                 "a viewer, or type the text");
    else
        fault(r, arena_printf(r->arena,
                              "cannot be read (%s); copy or export "
                              "it again",
                              *said ? said : "it ends early"));
}

/* ---- pages ---- */

static bool small_enough(PdfReader *r, int fd) {
    struct stat st;
    if (fstat(fd, &st) == 0 && st.st_size >= 0 &&
        (size_t)st.st_size > LIMIT_PDF_BYTES && !r->opt->own)
        fault(r, arena_printf(r->arena,
                              "is larger than %zu MB; print the pages you need "
                              "to a new PDF",
                              LIMIT_PDF_BYTES / (1024 * 1024)));
    return !r->failed;
}

PdfReader *pdfreader_open(Arena *a, int fd, const PdfTextOptions *opt,
                          char *const *argv, const char *all_end, Diag *diag) {
    PdfReader *r = ARENA_NEW(a, PdfReader);
    int ends[2];
    *r = (PdfReader){.arena = a,
                     .opt = opt,
                     .diag = diag,
                     .all_end = all_end,
                     .child = -1,
                     .from = -1};
    r->wait_ms = 1000 * (int64_t)LIMIT_PDF_WAIT(seconds(opt));
    r->errors = pdfreader_file("", 0);
    if (r->errors < 0 || pipe2(ends, O_CLOEXEC) != 0) {
        fault(r, arena_printf(a, "cannot be read: %s", strerror(errno)));
        pdftext_close(r);
        return NULL;
    }
    r->from = ends[0];
    if (small_enough(r, fd)) {
        r->child = start(argv, (const int[]){fd, ends[1], r->errors}, opt);
        if (r->child < 0)
            fault(r, arena_printf(a, "cannot be read: %s", strerror(errno)));
    }
    close(ends[1]);
    if (!r->failed)
        return r;
    pdftext_close(r);
    return NULL;
}

PdfReader *pdftext_open(Arena *a, int fd, const PdfTextOptions *opt,
                        Diag *diag) {
    /* A page more than is allowed, to know that there is one. */
    char name[] = "pdftotext", layout[] = "-bbox-layout";
    char dash[] = "-", last[] = "-l";
    char *most = arena_printf(a, "%d", LIMIT_PDF_PAGES + 1);
    char *limited[] = {name, layout, last, most, dash, dash, NULL};
    char *all[] = {name, layout, dash, dash, NULL};
    return pdfreader_open(a, fd, opt, opt->own ? all : limited, "</doc>", diag);
}

/* Read on until the end of a page is there; what ends before it, else NULL. */
static const char *next_end(PdfReader *r) {
    Buf *b = &r->pending;
    for (;;) {
        size_t from = r->searched;
        const char *end = b->n > from ? memmem(b->s + from, b->n - from,
                                               page_end, sizeof page_end - 1)
                                      : NULL;
        if (end)
            return end;
        r->searched = b->n > sizeof page_end ? b->n - sizeof page_end : 0;
        if (b->n > LIMIT_PDF_PAGE_BYTES) {
            fault(r, arena_printf(r->arena,
                                  "has more text on page %zu than a book",
                                  r->number + 1));
            return NULL;
        }
        buf_reserve(b, 65536);
        wait_output(r);
        ssize_t got = read(r->from, b->s + b->n, 65536);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return NULL;
        b->n += (size_t)got;
    }
}

static void take(PdfReader *r, const char *end) {
    Buf *b = &r->pending;
    b->n -= (size_t)(end - b->s);
    memmove(b->s, end, b->n);
    r->searched = 0;
}

/* No page more: as it should be? */
static void see_end(PdfReader *r) {
    const Buf *b = &r->pending;
    if (r->failed)
        return;
    r->ended = r->number > 0 && b->n > 0 &&
               memmem(b->s, b->n, r->all_end, strlen(r->all_end));
    if (!r->ended)
        explain_end(r);
}

/* The next page as it was printed: to before its end tag. NULL at the end. */
static const char *next_page(PdfReader *r) {
    if (r->failed || r->ended)
        return NULL;
    const char *end = next_end(r);
    if (!end) {
        see_end(r);
        return NULL;
    }
    if (++r->number > LIMIT_PDF_PAGES && !r->opt->own)
        fault(r, arena_printf(r->arena,
                              "has more than %d pages; print those you need to "
                              "a new PDF",
                              LIMIT_PDF_PAGES));
    return end;
}

bool pdfreader_next(PdfReader *r, Arena *a, Text *out) {
    const char *end = next_page(r);
    if (!end)
        return false;
    size_t n = (size_t)(end - r->pending.s);
    *out = (Text){arena_strndup(a, r->pending.s, n), n, {0}};
    take(r, end + sizeof page_end - 1);
    return !r->failed;
}

bool pdftext_next(PdfReader *r, Arena *a, PdfPage *out) {
    *out = (PdfPage){0};
    const char *end = next_page(r);
    if (!end)
        return false;
    out->number = r->number;
    if (!r->failed &&
        !pdfpage_parse(a, r->pending.s, (size_t)(end - r->pending.s), out))
        fault(r, arena_printf(r->arena, "has a page %zu that makes no sense",
                              r->number));
    take(r, end + sizeof page_end - 1);
    return !r->failed;
}

bool pdftext_close(PdfReader *r) {
    if (!r)
        return true;
    if (r->from >= 0)
        close(r->from);
    if (r->child > 0) {
        if (!r->ended)
            kill(r->child, SIGKILL);
        wait_end(r);
    }
    if (r->errors >= 0)
        close(r->errors);
    buf_free(&r->pending);
    return !r->failed;
}

bool pdftext_read(Arena *a, const void *bytes, size_t n,
                  const PdfTextOptions *opt, Diag *diag, PdfText *out) {
    VEC(PdfPage) pages = {0};
    *out = (PdfText){0};
    int fd = pdfreader_file(bytes, n);
    if (fd < 0) {
        diag_file(diag, DIAG_SYSTEM, opt->name, "cannot be read: %s",
                  strerror(errno));
        return false;
    }
    PdfReader *r = pdftext_open(a, fd, opt, diag);
    for (PdfPage page; r && pdftext_next(r, a, &page);)
        vec_push(a, &pages, page);
    *out = (PdfText){pages.v, pages.n};
    bool ok = r && pdftext_close(r);
    close(fd);
    return ok;
}
