/* docmutate.c - read a document that was changed at random, many times.
 *
 *     docmutate TIMES SEED FILE...
 *
 * A quarter of the changes are made to the bytes of an office file, the others
 * to a part that is packed again, so that what is read is changed and not a
 * check sum. Of a PDF a twentieth are made to its bytes, as poppler is started
 * for each, the others to what poppler's programs print of it. A crash ends the
 * program, a leak its exit status (with the sanitizers), a change that takes
 * more than two seconds of the processor the run.
 */
#include "base/diag.h"
#include "base/fs.h"
#include "input/document.h"
#include "input/pdfrows.h"
#include "input/pdftext_private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>
#include <zip.h>

#define SECONDS 2

static uint64_t state;

static size_t below(size_t n) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return n > 0 ? (size_t)(state % n) : 0;
}

/* ---- one change ---- */

static void replace(Buf *b, size_t at, size_t n, const char *s, size_t len) {
    Buf out = {0};
    buf_add(&out, b->s, at);
    buf_add(&out, s, len);
    buf_add(&out, b->s + at + n, b->n - at - n);
    buf_free(b);
    *b = out;
}

static void change_once(Buf *b) {
    static const char *const words[] = {"<",
                                        ">",
                                        "/>",
                                        "</w:p>",
                                        "<w:p>",
                                        "<w:r><w:t>",
                                        "\"",
                                        "&",
                                        "&#x202A;",
                                        "&amp;lt;",
                                        "**",
                                        "[",
                                        "](",
                                        "<sup>",
                                        "\n",
                                        "\t",
                                        "- ",
                                        "1. ",
                                        "#",
                                        "4294967295",
                                        "-1",
                                        "0",
                                        "\xFF",
                                        "\xC3",
                                        "\xE2\x80\xA8",
                                        "\xF0\x9F",
                                        "<table:table>",
                                        "<text:list>",
                                        "<text:p>",
                                        "<td>",
                                        "<ul><li>",
                                        "endobj",
                                        "stream",
                                        "%PDF-1.4",
                                        "/Length 99999999",
                                        "/Kids"};
    size_t at = below(b->n), n = below(40);
    n = n < b->n - at ? n : b->n - at;
    switch (below(6)) {
    case 0:
        if (b->n > 0)
            b->s[at] = (char)below(256);
        break;
    case 1: {
        const char *w = words[below(sizeof words / sizeof *words)];
        replace(b, at, 0, w, strlen(w));
        break;
    }
    case 2:
        replace(b, at, n, "", 0);
        break;
    case 3: { /* a stretch again, somewhere else */
        char *copy = malloc(n + 1);
        memcpy(copy, b->s + at, n);
        replace(b, below(b->n), 0, copy, n);
        free(copy);
        break;
    }
    case 4: {
        const char *w = words[below(sizeof words / sizeof *words)];
        size_t len = strlen(w);
        replace(b, at, len < b->n - at ? len : b->n - at, w, len);
        break;
    }
    case 5:
        if (below(20) == 0)
            b->n = at; /* cut off */
        break;
    }
}

static void change(Buf *b) {
    for (size_t times = 1 + below(8); times > 0 && b->n > 0; times--)
        change_once(b);
}

/* ---- parts of a zip ---- */

static bool read_all(zip_t *zip, zip_uint64_t i, Buf *out) {
    char block[4096];
    zip_file_t *f = zip_fopen_index(zip, i, 0);
    zip_int64_t got;
    while (f && (got = zip_fread(f, block, sizeof block)) > 0)
        buf_add(out, block, (size_t)got);
    if (f)
        zip_fclose(f);
    return f != NULL;
}

/* A part changed and all packed again; false if it is no zip. */
static bool change_part(const Buf *whole, Buf *out) {
    zip_error_t error;
    zip_error_init(&error);
    /* libzip frees what it writes over. */
    char *copy = malloc(whole->n + 1);
    memcpy(copy, whole->s, whole->n);
    zip_source_t *src = zip_source_buffer_create(copy, whole->n, 1, &error);
    zip_t *zip = zip_open_from_source(src, 0, &error);
    if (!zip) {
        zip_source_free(src);
        return false;
    }
    zip_source_keep(src);
    zip_uint64_t i = below((size_t)zip_get_num_entries(zip, 0));
    const char *name = zip_get_name(zip, i, 0);
    Buf part = {0};
    bool text = name && (strstr(name, ".xml") || strstr(name, ".rels"));
    if (text && read_all(zip, i, &part) && part.n > 0) {
        change(&part);
        zip_file_replace(zip, i, zip_source_buffer(zip, part.s, part.n, 0), 0);
    }
    bool ok = zip_close(zip) == 0;
    if (!ok)
        zip_discard(zip);
    if (ok && zip_source_open(src) == 0) {
        zip_source_seek(src, 0, SEEK_END);
        size_t n = (size_t)zip_source_tell(src);
        zip_source_seek(src, 0, SEEK_SET);
        buf_clear(out);
        buf_reserve(out, n);
        zip_source_read(src, out->s, n);
        out->n = n;
        zip_source_close(src);
    }
    zip_source_free(src);
    buf_free(&part);
    return ok;
}

/* ---- what poppler prints of a PDF ---- */

typedef struct Printed {
    Buf text[8], html[8]; /* pages */
    size_t ntext, nhtml;
} Printed;

static size_t print_pages(const Buf *file, char *const *argv, const char *end,
                          Buf *out) {
    Arena *a = arena_new();
    Diag *diag = diag_new();
    PdfTextOptions opt = {.name = "changed.pdf"};
    int fd = pdfreader_file(file->s, file->n);
    PdfReader *r = pdfreader_open(a, fd, &opt, argv, end, diag);
    size_t n = 0;
    for (Text page; r && n < 8 && pdfreader_next(r, a, &page); n++)
        buf_add(&out[n], page.s, page.n);
    pdftext_close(r);
    close(fd);
    diag_free(diag);
    arena_free(a);
    return n;
}

static void print_pdf(const Buf *file, Printed *out) {
    char text[] = "pdftotext", box[] = "-bbox-layout", dash[] = "-";
    char html[] = "pdftohtml", xml[] = "-xml", images[] = "-i",
         to[] = "-stdout";
    char zoom[] = "-zoom", times[] = "3", exact[] = "-noroundcoord";
    char *words[] = {text, box, dash, dash, NULL};
    char *styles[] = {html,  xml,   images, to,   zoom,
                      times, exact, dash,   html, NULL};
    out->ntext = print_pages(file, words, "</doc>", out->text);
    out->nhtml = print_pages(file, styles, "</pdf2xml>", out->html);
}

/* One page of either changed; is the result a document? pdftotext's is parsed
 * strictly, so once is enough. */
static bool read_printed(const Printed *p) {
    Arena *a = arena_new();
    Diag *diag = diag_new();
    PdfPage pages[8];
    PdfStretches stretches[8];
    PdfText text = {pages, 0};
    PdfStyles styles = {stretches, p->nhtml};
    DocFile f = {"changed.pdf", "", 0};
    Document d = {0};
    size_t which = below(p->ntext);
    bool ok = true, words = below(3) == 0;
    for (size_t i = 0; ok && i < p->ntext; i++) {
        Buf b = {0};
        buf_add(&b, p->text[i].s, p->text[i].n);
        if (i == which && words)
            change_once(&b);
        pages[i] = (PdfPage){0};
        ok = pdfpage_parse(a, b.s, b.n, &pages[i]);
        pages[i].number = ++text.n;
        buf_free(&b);
    }
    for (size_t i = 0; i < p->nhtml; i++) {
        Buf b = {0};
        buf_add(&b, p->html[i].s, p->html[i].n);
        if (i == which && !words)
            change(&b);
        pdfstyle_parse(a, b.s, b.n, &stretches[i]);
        buf_free(&b);
    }
    ok = ok && pdfdoc_make(a, &f, &text, &styles, diag, &d);
    diag_free(diag);
    arena_free(a);
    return ok;
}

/* ---- runs ---- */

static double seconds(int who) {
    struct rusage r;
    getrusage(who, &r);
    return (double)(r.ru_utime.tv_sec + r.ru_stime.tv_sec) +
           (double)(r.ru_utime.tv_usec + r.ru_stime.tv_usec) / 1e6;
}

/* Of the processor, with that of programs that have ended. */
static double now(void) {
    return seconds(RUSAGE_SELF) + seconds(RUSAGE_CHILDREN);
}

static bool read_once(const char *name, const Buf *b) {
    Arena *a = arena_new();
    Diag *diag = diag_new();
    Document d;
    bool ok = document_read(a, name, b->s ? b->s : "", b->n, diag, &d);
    if (ok) {
        Buf out = {0};
        document_dump(&d, &out);
        buf_free(&out);
    }
    diag_free(diag);
    arena_free(a);
    return ok;
}

/* One change of the file, and what came of it. */
static bool change_and_read(const char *path, const Buf *file,
                            const Printed *printed) {
    Buf b = {0};
    bool zip = file->n > 2 && memcmp(file->s, "PK", 2) == 0, ok;
    if (printed->ntext > 0 && below(20) > 0)
        return read_printed(printed);
    buf_add(&b, file->s, file->n);
    if (!zip || below(4) == 0 || !change_part(file, &b))
        change(&b);
    ok = read_once(path, &b);
    buf_free(&b);
    return ok;
}

static bool run(const char *path, size_t times) {
    Diag *diag = diag_new();
    Buf file = {0};
    Printed printed = {.ntext = 0};
    size_t read = 0, refused = 0;
    double longest = 0;
    bool ok = fs_read(path, (size_t)64 << 20, &file, diag);
    if (ok && file.n > 4 && memcmp(file.s, "%PDF", 4) == 0)
        print_pdf(&file, &printed);
    for (size_t i = 0; ok && i < times; i++) {
        uint64_t before = state;
        double from = now();
        alarm(30 * SECONDS); /* what hangs for good is ended */
        if (change_and_read(path, &file, &printed))
            read++;
        else
            refused++;
        alarm(0);
        double took = now() - from;
        longest = took > longest ? took : longest;
        if (took > SECONDS) {
            printf("%s: change %zu (state %llu) took %.1f s\n", path, i,
                   (unsigned long long)before, took);
            ok = false;
        }
    }
    printf("%s: %zu read, %zu refused, longest %.0f ms\n", path, read, refused,
           longest * 1000);
    fflush(stdout);
    for (size_t i = 0; i < 8; i++) {
        buf_free(&printed.text[i]);
        buf_free(&printed.html[i]);
    }
    buf_free(&file);
    diag_free(diag);
    return ok;
}

int main(int argc, char **argv) {
    int failed = 0;
    if (argc < 4) {
        fputs("usage: docmutate TIMES SEED FILE...\n", stderr);
        return 2;
    }
    state = strtoull(argv[2], NULL, 10) | 1;
    for (int i = 3; i < argc; i++)
        failed += !run(argv[i], strtoul(argv[1], NULL, 10));
    return failed != 0;
}
