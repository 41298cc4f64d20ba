/* Every call into poppler. It all runs in the child process but the loading. */
#include "input/pdftext_private.h"

#include <dlfcn.h>
#include <errno.h>
#include <math.h>
#include <poppler.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

#define LIBRARY "libpoppler-glib.so.8"

/* Typed by poppler's own header; all found through the one library, which
 * brings GLib along. */
struct PdfLibrary {
    __typeof__(poppler_get_version) *poppler_get_version;
    __typeof__(poppler_document_new_from_bytes)
        *poppler_document_new_from_bytes;
    __typeof__(poppler_document_get_n_pages) *poppler_document_get_n_pages;
    __typeof__(poppler_document_get_page) *poppler_document_get_page;
    __typeof__(poppler_page_get_size) *poppler_page_get_size;
    __typeof__(poppler_page_get_text) *poppler_page_get_text;
    __typeof__(poppler_page_get_text_layout) *poppler_page_get_text_layout;
    __typeof__(poppler_page_get_text_attributes)
        *poppler_page_get_text_attributes;
    __typeof__(poppler_page_free_text_attributes)
        *poppler_page_free_text_attributes;
    __typeof__(poppler_error_quark) *poppler_error_quark;
    __typeof__(g_bytes_new_static) *g_bytes_new_static;
    __typeof__(g_object_unref) *g_object_unref;
    __typeof__(g_free) *g_free;
};

#define ENTRY(f)                                                               \
    { #f, offsetof(PdfLibrary, f) }
static const struct {
    const char *name;
    size_t at;
} functions[] = {
    ENTRY(poppler_get_version),
    ENTRY(poppler_document_new_from_bytes),
    ENTRY(poppler_document_get_n_pages),
    ENTRY(poppler_document_get_page),
    ENTRY(poppler_page_get_size),
    ENTRY(poppler_page_get_text),
    ENTRY(poppler_page_get_text_layout),
    ENTRY(poppler_page_get_text_attributes),
    ENTRY(poppler_page_free_text_attributes),
    ENTRY(poppler_error_quark),
    ENTRY(g_bytes_new_static),
    ENTRY(g_object_unref),
    ENTRY(g_free),
};

static bool find_functions(void *handle, PdfLibrary *lib) {
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
        /* POSIX: a function's address in a void * (dlsym, RATIONALE). */
        void *found = dlsym(handle, functions[i].name);
        if (!found)
            return false;
        memcpy((char *)lib + functions[i].at, &found, sizeof found);
    }
    return true;
}

PdfLibrary *pdflibrary_load(Arena *a, const char **why) {
    PdfLibrary *lib = ARENA_NEW(a, PdfLibrary);
    /* GLib cannot be unloaded: its types are registered for good. */
    void *handle = dlopen(LIBRARY, RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE);
    bool ok = handle && find_functions(handle, lib);
    if (!ok) {
        const char *error = dlerror();
        *why = arena_strdup(a, error ? error : "unknown error");
    }
    if (handle)
        dlclose(handle);
    return ok ? lib : NULL;
}

/* ---- in the child ---- */

static bool write_all(int fd, const void *bytes, size_t n) {
    const char *s = bytes;
    while (n > 0) {
        ssize_t put = write(fd, s, n);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return false;
        s += put;
        n -= (size_t)put;
    }
    return true;
}

static bool send(int fd, PdfMessageKind kind, const void *bytes, size_t n) {
    PdfMessageHead head = {kind, (uint32_t)n};
    return n <= UINT32_MAX && write_all(fd, &head, sizeof head) &&
           write_all(fd, bytes, n);
}

/* Into the range of Len; what is no number is 0. */
static Len len_of(double pt) {
    if (isnan(pt))
        return 0;
    double v = pt * LEN_PT;
    return v > LEN_MAX ? LEN_MAX : v < -LEN_MAX ? -LEN_MAX : (Len)lrint(v);
}

static void pack_rects(const PopplerRectangle *v, uint32_t n, Buf *out) {
    for (uint32_t i = 0; i < n; i++) {
        Len box[] = {len_of(v[i].x1), len_of(v[i].y1), len_of(v[i].x2),
                     len_of(v[i].y2)};
        buf_add(out, box, sizeof box);
    }
}

static uint32_t pack_runs(const GList *list, Buf *out) {
    uint32_t n = 0;
    for (; list; list = list->next, n++) {
        const PopplerTextAttributes *at = list->data;
        const char *name = at->font_name ? at->font_name : "";
        PdfRun run = {at->start_index, at->end_index, len_of(at->font_size),
                      (uint32_t)strlen(name)};
        buf_add(out, &run, sizeof run);
        buf_add(out, name, run.name);
    }
    return n;
}

static void pack_page(const PdfLibrary *lib, PopplerPage *page, Buf *out) {
    double w, h;
    PopplerRectangle *rects = NULL;
    guint nrects = 0;
    lib->poppler_page_get_size(page, &w, &h);
    char *text = lib->poppler_page_get_text(page);
    lib->poppler_page_get_text_layout(page, &rects, &nrects);
    GList *runs = lib->poppler_page_get_text_attributes(page);
    PdfPageHead head = {.w = len_of(w),
                        .h = len_of(h),
                        .text = text ? (uint32_t)strlen(text) : 0,
                        .rects = nrects};
    buf_clear(out);
    buf_add(out, &head, sizeof head);
    buf_add(out, text ? text : "", head.text);
    pack_rects(rects, nrects, out);
    head.runs = pack_runs(runs, out);
    memcpy(out->s, &head, sizeof head);
    lib->poppler_page_free_text_attributes(runs);
    lib->g_free(rects);
    lib->g_free(text);
}

static bool send_pages(const PdfLibrary *lib, PopplerDocument *doc, int pages,
                       int fd) {
    Buf message = {0};
    bool ok = true;
    for (int i = 0; ok && i < pages; i++) {
        PopplerPage *page = lib->poppler_document_get_page(doc, i);
        if (!page)
            break; /* the reader misses it */
        pack_page(lib, page, &message);
        ok = send(fd, PDF_PAGE, message.s, message.n);
        lib->g_object_unref(page);
    }
    buf_free(&message);
    return ok;
}

int pdflibrary_serve(const PdfLibrary *lib, const void *bytes, size_t n,
                     size_t max_pages, int fd) {
    GError *error = NULL;
    GBytes *data = lib->g_bytes_new_static(bytes, n);
    PopplerDocument *doc =
        lib->poppler_document_new_from_bytes(data, NULL, &error);
    if (!doc) {
        bool locked = error && error->domain == lib->poppler_error_quark() &&
                      error->code == POPPLER_ERROR_ENCRYPTED;
        const char *why = error ? error->message : "unknown error";
        return !send(fd, locked ? PDF_LOCKED : PDF_FAULT, why, strlen(why));
    }
    int pages = lib->poppler_document_get_n_pages(doc);
    PdfHello hello = {.pages = pages > 0 ? (uint32_t)pages : 0};
    strncpy(hello.version, lib->poppler_get_version(),
            sizeof hello.version - 1);
    bool ok = send(fd, PDF_HELLO, &hello, sizeof hello);
    /* Too many: the reader says so, without any. */
    if (ok && hello.pages <= max_pages)
        ok = send_pages(lib, doc, pages, fd);
    return !(ok && send(fd, PDF_END, "", 0));
}
