#include "out/pdf_objects.h"

#include <assert.h>
#include <hpdf.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "base/fs.h"
#include "base/utf8.h"

/* The object layer was tried on these; later ones may lay structs out anew. */
_Static_assert(HPDF_VERSION_ID >= 20300 && HPDF_VERSION_ID < 20500,
               "libharu 2.3 or 2.4 is needed");

/* hpdf_objects.h, HPDF_LIMIT_MAX_XREF_ELEMENT. */
#define MAX_OBJECTS 8388607u
/* 7.5.4: an offset has ten digits. */
#define MAX_BYTES 9999999999u
/* On 20,000 full pages level 1 gave files a fifth larger and no time back. */
#define DEFLATE_LEVEL 6

struct Objects {
    char *path;
    FsOut *file;
    char error[512]; /* the first one; empty while all is well */
    HPDF_Error_Rec haru_error;
    HPDF_MMgr mmgr;
    HPDF_Stream stream;
    HPDF_MD5_CTX hash;
    z_stream deflate;
    Buf packed;
    uint64_t *offsets; /* [number - 1]; 0: reserved, not written */
    uint32_t n, cap;
};

static HPDF_Dict haru_dict(PdfDict *d) {
    return (HPDF_Dict)(void *)d;
}

static HPDF_Array haru_array(PdfArray *a) {
    return (HPDF_Array)(void *)a;
}

/* Out of memory is no error path here either (base/arena.h), so that no
 * constructor of libharu returns NULL. */
static void *HPDF_STDCALL take(HPDF_UINT size) {
    void *p = malloc(size ? size : 1);
    if (!p)
        oom();
    return p;
}

static void HPDF_STDCALL give(void *p) {
    free(p);
}

static void put(Objects *o, const void *bytes, size_t n) {
    const unsigned char *s = bytes;
    for (size_t at = 0; at < n;) {
        size_t part = n - at < (1u << 30) ? n - at : (1u << 30);
        HPDF_MD5Update(&o->hash, s + at, (HPDF_UINT32)part);
        at += part;
    }
    fs_out_write(o->file, bytes, n);
}

static void puts_out(Objects *o, const char *s) {
    put(o, s, strlen(s));
}

static HPDF_STATUS write_haru(HPDF_Stream stream, const HPDF_BYTE *s,
                              HPDF_UINT n) {
    put(stream->attr, s, n);
    return HPDF_OK;
}

/* Every call into libharu goes through here: the error state is sticky there
 * and a later call would hide the first code. */
static void check(Objects *o, HPDF_STATUS status) {
    if (status != HPDF_OK && !o->error[0])
        objects_fail(o, "internal: libharu error 0x%04lX, detail %lu",
                     (unsigned long)o->haru_error.error_no,
                     (unsigned long)o->haru_error.detail_no);
}

Objects *objects_new(const char *path, Diag *diag) {
    FsOut *file = fs_out_open(path, diag);
    if (!file)
        return NULL;
    Objects *o = calloc(1, sizeof *o);
    if (!o || !(o->path = strdup(path)))
        oom();
    o->file = file;
    HPDF_Error_Init(&o->haru_error, NULL);
    o->mmgr = HPDF_MMgr_New(&o->haru_error, 0, take, give);
    o->stream = HPDF_CallbackWriter_New(o->mmgr, write_haru, o);
    HPDF_MD5Init(&o->hash);
    if (deflateInit(&o->deflate, DEFLATE_LEVEL) != Z_OK)
        oom();
    /* 7.5.2: four bytes over 127 tell transfer programs that this is binary. */
    puts_out(o, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
    return o;
}

void objects_free(Objects *o) {
    if (!o)
        return;
    deflateEnd(&o->deflate);
    HPDF_Stream_Free(o->stream);
    HPDF_MMgr_Free(o->mmgr);
    fs_out_abandon(o->file);
    buf_free(&o->packed);
    free(o->offsets);
    free(o->path);
    free(o);
}

void objects_fail(Objects *o, const char *fmt, ...) {
    va_list args;
    va_start(args, fmt);
    if (!o->error[0])
        vsnprintf(o->error, sizeof o->error, fmt, args);
    va_end(args);
}

bool objects_failed(const Objects *o) {
    return o->error[0] || fs_out_failed(o->file);
}

size_t objects_bytes(const Objects *o) {
    return fs_out_tell(o->file);
}

uint32_t objects_reserve(Objects *o) {
    if (o->n == MAX_OBJECTS) {
        objects_fail(o, "more than %u PDF objects; split the job", MAX_OBJECTS);
        return o->n;
    }
    if (o->n == o->cap) {
        o->cap = o->cap ? o->cap * 2 : 256;
        uint64_t *more = realloc(o->offsets, o->cap * sizeof *more);
        if (!more)
            oom();
        o->offsets = more;
    }
    o->offsets[o->n++] = 0;
    return o->n;
}

PdfDict *dict_new(Objects *o) {
    return (PdfDict *)(void *)HPDF_Dict_New(o->mmgr);
}

void dict_name(Objects *o, PdfDict *d, const char *key, const char *name) {
    check(o, HPDF_Dict_AddName(haru_dict(d), key, name));
}

void dict_int(Objects *o, PdfDict *d, const char *key, int32_t value) {
    check(o, HPDF_Dict_AddNumber(haru_dict(d), key, value));
}

void dict_bool(Objects *o, PdfDict *d, const char *key, bool value) {
    check(o, HPDF_Dict_AddBoolean(haru_dict(d), key, value));
}

void dict_string(Objects *o, PdfDict *d, const char *key, const char *ascii) {
    HPDF_String s = HPDF_String_New(o->mmgr, ascii, NULL);
    check(o, s ? HPDF_Dict_Add(haru_dict(d), key, s) : HPDF_INVALID_OBJECT);
}

void dict_text(Objects *o, PdfDict *d, const char *key, const char *utf8) {
    Buf utf16 = {0};
    buf_add(&utf16, "\xFE\xFF", 2);
    size_t n = strlen(utf8);
    for (size_t at = 0; at < n;) {
        uint32_t cp = utf8_next(utf8, n, &at);
        if (cp == UTF8_BAD)
            cp = 0xFFFD;
        if (cp > 0xFFFF) {
            uint32_t high = 0xD800 + ((cp - 0x10000) >> 10);
            buf_add(&utf16, (char[]){(char)(high >> 8), (char)high}, 2);
            cp = 0xDC00 + (cp & 0x3FF);
        }
        buf_add(&utf16, (char[]){(char)(cp >> 8), (char)cp}, 2);
    }
    HPDF_Binary b =
        HPDF_Binary_New(o->mmgr, (HPDF_BYTE *)utf16.s, (HPDF_UINT)utf16.n);
    check(o, b ? HPDF_Dict_Add(haru_dict(d), key, b) : HPDF_INVALID_OBJECT);
    buf_free(&utf16);
}

/* A proxy is libharu's reference. It points at the object it stands for, which
 * need not exist yet here; so a proxy of ours carries the header it points at
 * behind itself, and goes with it. */
typedef struct Reference {
    HPDF_Proxy_Rec proxy;
    HPDF_Obj_Header target;
} Reference;

static void *reference(Objects *o, uint32_t id) {
    Reference *r = HPDF_GetMem(o->mmgr, sizeof *r);
    memset(r, 0, sizeof *r);
    r->proxy.header.obj_class = HPDF_OCLASS_PROXY;
    r->proxy.obj = &r->target;
    r->target.obj_id = id | HPDF_OTYPE_INDIRECT;
    r->target.obj_class = HPDF_OCLASS_NULL;
    return r;
}

void dict_ref(Objects *o, PdfDict *d, const char *key, uint32_t id) {
    check(o, HPDF_Dict_Add(haru_dict(d), key, reference(o, id)));
}

void dict_dict(Objects *o, PdfDict *d, const char *key, PdfDict *value) {
    check(o, HPDF_Dict_Add(haru_dict(d), key, value));
}

void dict_array(Objects *o, PdfDict *d, const char *key, PdfArray *value) {
    check(o, HPDF_Dict_Add(haru_dict(d), key, value));
}

void dict_rect(Objects *o, PdfDict *d, const char *key, Len x0, Len y0, Len x1,
               Len y1) {
    HPDF_Array a = HPDF_Array_New(o->mmgr);
    const Len v[] = {x0, y0, x1, y1};
    for (int i = 0; i < 4; i++)
        check(o, HPDF_Array_AddReal(a, (HPDF_REAL)len_pt(v[i])));
    check(o, HPDF_Dict_Add(haru_dict(d), key, a));
}

/* libharu calls these while it writes and frees the dictionary. */
static HPDF_STATUS write_raw(HPDF_Dict d, HPDF_Stream stream) {
    const Buf *raw = d->attr;
    HPDF_STATUS status =
        HPDF_Stream_Write(stream, (HPDF_BYTE *)raw->s, (HPDF_UINT)raw->n);
    return status == HPDF_OK ? HPDF_Stream_WriteChar(stream, '\n') : status;
}

static void free_raw(HPDF_Dict d) {
    Buf *raw = d->attr;
    buf_free(raw);
    free(raw);
}

void dict_raw(Objects *o, PdfDict *d, Buf *raw) {
    assert(!haru_dict(d)->attr);
    (void)o;
    Buf *own = malloc(sizeof *own);
    if (!own)
        oom();
    *own = *raw;
    *raw = (Buf){0};
    haru_dict(d)->attr = own;
    haru_dict(d)->write_fn = write_raw;
    haru_dict(d)->free_fn = free_raw;
}

PdfArray *array_new(Objects *o) {
    return (PdfArray *)(void *)HPDF_Array_New(o->mmgr);
}

void array_int(Objects *o, PdfArray *a, int32_t value) {
    check(o, HPDF_Array_AddNumber(haru_array(a), value));
}

void array_ref(Objects *o, PdfArray *a, uint32_t id) {
    check(o, HPDF_Array_Add(haru_array(a), reference(o, id)));
}

void dict_drop(Objects *o, PdfDict *d) {
    HPDF_Obj_ForceFree(o->mmgr, d);
}

static void begin_object(Objects *o, uint32_t id) {
    assert(id >= 1 && id <= o->n);
    assert(o->offsets[id - 1] == 0 || objects_failed(o));
    o->offsets[id - 1] = fs_out_tell(o->file);
    if (o->offsets[id - 1] > MAX_BYTES)
        objects_fail(o, "the PDF grows past 10 GB; split the job");
    char head[32];
    int n = snprintf(head, sizeof head, "%u 0 obj\n", id);
    put(o, head, (size_t)n);
}

static void put_value(Objects *o, PdfDict *d) {
    check(o, HPDF_Obj_WriteValue(d, o->stream, NULL));
    HPDF_Obj_ForceFree(o->mmgr, d);
}

void objects_write(Objects *o, uint32_t id, PdfDict *d) {
    begin_object(o, id);
    put_value(o, d);
    puts_out(o, "\nendobj\n");
}

void objects_plain_stream(Objects *o, uint32_t id, PdfDict *d,
                          const void *bytes, size_t n) {
    if (n > INT32_MAX)
        objects_fail(o, "internal: a PDF stream of %zu bytes", n);
    dict_int(o, d, "Length", (int32_t)n);
    begin_object(o, id);
    put_value(o, d);
    puts_out(o, "\nstream\n");
    put(o, bytes, n);
    puts_out(o, "\nendstream\nendobj\n");
}

void objects_stream(Objects *o, uint32_t id, PdfDict *d, const void *bytes,
                    size_t n) {
    z_stream *z = &o->deflate;
    deflateReset(z);
    buf_clear(&o->packed);
    buf_reserve(&o->packed, deflateBound(z, n));
    z->next_in = (Bytef *)(uintptr_t)bytes;
    z->avail_in = (uInt)n;
    z->next_out = (Bytef *)o->packed.s;
    z->avail_out = (uInt)(o->packed.cap - 1);
    int status = n > INT32_MAX ? Z_BUF_ERROR : deflate(z, Z_FINISH);
    if (status != Z_STREAM_END)
        objects_fail(o, "internal: cannot deflate %zu bytes", n);
    dict_name(o, d, "Filter", "FlateDecode");
    objects_plain_stream(o, id, d, o->packed.s, z->total_out);
}

static void put_xref(Objects *o) {
    Buf b = {0};
    buf_printf(&b, "xref\n0 %u\n0000000000 65535 f \n", o->n + 1);
    for (uint32_t i = 0; i < o->n; i++) {
        assert(o->offsets[i] || objects_failed(o));
        buf_printf(&b, "%010llu 00000 n \n", (unsigned long long)o->offsets[i]);
        if (b.n > 65536) {
            put(o, b.s, b.n);
            buf_clear(&b);
        }
    }
    put(o, b.s, b.n);
    buf_free(&b);
}

static void put_trailer(Objects *o, uint32_t root, size_t xref_at) {
    unsigned char digest[16];
    char id[33];
    HPDF_MD5Final(digest, &o->hash);
    for (int i = 0; i < 16; i++)
        snprintf(id + 2 * i, 3, "%02X", digest[i]);
    Buf b = {0};
    buf_printf(&b,
               "trailer\n<<\n/Size %u\n/Root %u 0 R\n/ID [<%s> <%s>]\n>>\n"
               "startxref\n%zu\n%%%%EOF\n",
               o->n + 1, root, id, id, xref_at);
    fs_out_write(o->file, b.s, b.n);
    buf_free(&b);
}

bool objects_finish(Objects *o, uint32_t root, Diag *diag) {
    size_t xref_at = fs_out_tell(o->file);
    if (!objects_failed(o)) {
        put_xref(o);
        put_trailer(o, root, xref_at);
    }
    bool ok = !o->error[0];
    if (ok) {
        ok = fs_out_commit(o->file, diag);
        o->file = NULL;
    } else {
        diag_file(diag, DIAG_SYSTEM, o->path, "%s; nothing was written",
                  o->error);
    }
    objects_free(o);
    return ok;
}
