#include "input/pdftext.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/limits.h"
#include "input/pdftext_private.h"

struct PdfReader {
    Arena *arena;
    const PdfTextOptions *opt;
    Diag *diag;
    pid_t child;
    int fd;
    Buf message;
    PdfHello hello;
    size_t number; /* pages so far */
    bool ended;    /* the child has said that it is at the end */
    bool failed;   /* a message is in diag */
};

static const PdfLibrary *load(Arena *a, Diag *diag) {
    const char *why = "";
    const PdfLibrary *lib = pdflibrary_load(a, &why);
    if (!lib)
        diag_cure(diag, DIAG_SYSTEM, (Span){0}, "libpoppler-glib8",
                  "poppler, which reads PDF, cannot be loaded (%s); install "
                  "libpoppler-glib8; nothing was written",
                  why);
    return lib;
}

bool pdftext_available(Diag *diag) {
    Arena *a = arena_new();
    bool there = load(a, diag) != NULL;
    arena_free(a);
    return there;
}

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

/* ---- the child ---- */

static void cap(__rlimit_resource_t resource, rlim_t soft, rlim_t hard) {
    struct rlimit limit;
    if (getrlimit(resource, &limit) != 0)
        return;
    if (limit.rlim_max != RLIM_INFINITY && limit.rlim_max < hard)
        hard = limit.rlim_max;
    limit.rlim_max = hard;
    limit.rlim_cur = soft < hard ? soft : hard;
    setrlimit(resource, &limit);
}

static int seconds(const PdfTextOptions *opt) {
    return opt->seconds > 0 ? opt->seconds : LIMIT_PDF_SECONDS;
}

/* Nothing of the terminal, no more time and memory than an honest file needs,
 * and the end of the parent is its own. */
static void confine(const PdfTextOptions *opt) {
    int null = open("/dev/null", O_RDWR);
    for (int fd = 0; fd <= 2; fd++)
        dup2(null, fd);
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        signal(signals[i], SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    cap(RLIMIT_CORE, 0, 0);
    if (!opt->own) {
        cap(RLIMIT_CPU, (rlim_t)seconds(opt), (rlim_t)seconds(opt) + 1);
#ifndef __SANITIZE_ADDRESS__ /* which needs terabytes to look after itself */
        cap(RLIMIT_DATA, LIMIT_PDF_MEMORY, LIMIT_PDF_MEMORY);
#endif
    }
    pdfjail_enter();
}

static bool start(PdfReader *r, const PdfLibrary *lib, const void *bytes,
                  size_t n) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        return false;
    r->child = fork();
    if (r->child == 0) {
        confine(r->opt);
        _exit(pdflibrary_serve(
            lib, bytes, n, r->opt->own ? SIZE_MAX : LIMIT_PDF_PAGES, ends[1]));
    }
    close(ends[1]);
    r->fd = ends[0];
    if (r->child < 0)
        close(r->fd);
    return r->child > 0;
}

/* How it ended, where it ended too early. */
static void explain_end(PdfReader *r) {
    int status = 0;
    while (waitpid(r->child, &status, 0) < 0 && errno == EINTR)
        continue;
    r->child = -1;
    int by = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    if (by == SIGXCPU || (by == SIGKILL && !r->opt->own))
        fault(r, arena_printf(r->arena,
                              "takes more than %d seconds to read; print it "
                              "to a new PDF from a viewer, or copy its text",
                              seconds(r->opt)));
    else if (by == SIGINT || by == SIGTERM || by == SIGHUP)
        fault(r, "was not read to its end, as the program was stopped");
    else
        fault(r, "made poppler fail, so it is damaged or made to do harm; "
                 "print it to a new PDF from a viewer, or copy its text");
}

/* ---- messages from the child ---- */

static bool read_fully(int fd, void *to, size_t n) {
    char *s = to;
    while (n > 0) {
        ssize_t got = read(fd, s, n);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        s += got;
        n -= (size_t)got;
    }
    return true;
}

/* The next message, its bytes in r->message; false with the fault told. */
static bool receive(PdfReader *r, PdfMessageKind *kind) {
    PdfMessageHead head;
    if (!read_fully(r->fd, &head, sizeof head)) {
        explain_end(r);
        return false;
    }
    if (head.n > LIMIT_PDF_PAGE_BYTES) {
        fault(r, arena_printf(r->arena, "has more text on page %zu than a book",
                              r->number + 1));
        return false;
    }
    buf_clear(&r->message);
    buf_reserve(&r->message, head.n + 1);
    if (!read_fully(r->fd, r->message.s, head.n)) {
        explain_end(r);
        return false;
    }
    r->message.n = head.n;
    r->message.s[head.n] = '\0';
    *kind = (PdfMessageKind)head.kind;
    return true;
}

/* poppler's reason, as part of a sentence: printable ASCII. */
static const char *clean_reason(Arena *a, const char *why) {
    char *s = arena_strdup(a, why);
    for (char *p = s; *p; p++)
        if (*p < ' ' || *p > '~')
            *p = '?';
    return s;
}

static bool greet(PdfReader *r) {
    PdfMessageKind kind;
    if (!receive(r, &kind))
        return false;
    if (kind == PDF_LOCKED) {
        fault(r, "is locked with a password; open it in a viewer, which asks "
                 "for it, and print it to a new PDF");
    } else if (kind == PDF_FAULT) {
        fault(r, arena_printf(r->arena, "cannot be read (%s)",
                              clean_reason(r->arena, r->message.s)));
    } else if (kind != PDF_HELLO || r->message.n != sizeof r->hello) {
        fault(r, "gives no answer that makes sense");
    } else {
        memcpy(&r->hello, r->message.s, sizeof r->hello);
        r->hello.version[sizeof r->hello.version - 1] = '\0';
        if (!r->opt->own && r->hello.pages > LIMIT_PDF_PAGES)
            fault(r, arena_printf(r->arena,
                                  "has %u pages, more than the %d that are "
                                  "read; print those you need to a new PDF",
                                  r->hello.pages, LIMIT_PDF_PAGES));
    }
    return !r->failed;
}

PdfReader *pdftext_open(Arena *a, const void *bytes, size_t n,
                        const PdfTextOptions *opt, Diag *diag) {
    const PdfLibrary *lib = load(a, diag);
    if (!lib)
        return NULL;
    PdfReader *r = ARENA_NEW(a, PdfReader);
    *r = (PdfReader){.arena = a, .opt = opt, .diag = diag, .child = -1};
    if (!opt->own && n > LIMIT_PDF_BYTES) {
        fault(r, arena_printf(a,
                              "is larger than %zu MB; print the pages you "
                              "need to a new PDF",
                              LIMIT_PDF_BYTES / (1024 * 1024)));
        return NULL;
    }
    if (!start(r, lib, bytes, n)) {
        fault(r, arena_printf(a, "cannot be read: %s", strerror(errno)));
        return NULL;
    }
    if (greet(r))
        return r;
    pdftext_close(r);
    return NULL;
}

size_t pdftext_pages(const PdfReader *r) {
    return r->hello.pages;
}

const char *pdftext_version(const PdfReader *r) {
    return r->hello.version;
}

bool pdftext_next(PdfReader *r, Arena *a, PdfPage *out) {
    PdfMessageKind kind;
    *out = (PdfPage){0};
    if (r->failed || r->ended || !receive(r, &kind))
        return false;
    if (kind == PDF_PAGE && r->number < r->hello.pages) {
        out->number = ++r->number;
        if (pdfpage_unpack(a, r->message.s, r->message.n, out))
            return true;
    } else if (kind == PDF_END && r->number == r->hello.pages) {
        r->ended = true;
        return false;
    }
    fault(r, arena_printf(r->arena, "has a page %zu that makes no sense",
                          r->number));
    return false;
}

bool pdftext_close(PdfReader *r) {
    if (!r)
        return true;
    close(r->fd);
    if (r->child > 0) {
        if (!r->ended)
            kill(r->child, SIGKILL);
        while (waitpid(r->child, NULL, 0) < 0 && errno == EINTR)
            continue;
    }
    buf_free(&r->message);
    return !r->failed;
}

bool pdftext_read(Arena *a, const void *bytes, size_t n,
                  const PdfTextOptions *opt, Diag *diag, PdfText *out) {
    VEC(PdfPage) pages = {0};
    PdfReader *r = pdftext_open(a, bytes, n, opt, diag);
    *out = (PdfText){0};
    if (!r)
        return false;
    for (PdfPage page; pdftext_next(r, a, &page);)
        vec_push(a, &pages, page);
    *out = (PdfText){pages.v, pages.n};
    return pdftext_close(r);
}
