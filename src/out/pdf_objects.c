#include "out/pdf_objects.h"

#include <assert.h>
#include <hpdf.h>
#include <libdeflate.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

/* The object layer was tried on these; later ones may lay structs out anew. */
_Static_assert(HPDF_VERSION_ID >= 20300 && HPDF_VERSION_ID < 20500,
               "libharu 2.3 or 2.4 is needed");

/* hpdf_objects.h, HPDF_LIMIT_MAX_XREF_ELEMENT. */
#define MAX_OBJECTS 8388607u
/* Of one object stream, which a reader unpacks whole for any object in it; an
 * index there has 8 bits. */
#define PACK_OBJECTS 200
#define PACK_BYTES ((size_t)256 * 1024)
/* Of libdeflate. What is no longer than SMALL, a page that is mostly a form, is
 * its Huffman tables rather than its matches: level 1 makes it 1 % larger in
 * three quarters of the time. */
#define SMALL 4096
#define LEVEL_SMALL 1
#define LEVEL 5

/* Where an object is: its offset, or PACKED with the number of its object
 * stream and its index there; 0: reserved, not written. */
typedef uint64_t Place;
#define PACKED ((Place)1 << 63)

/* An object stream being filled (7.5.7): "number offset" of each object, then
 * the objects. */
typedef struct Pack {
    uint32_t id, n;
    Buf numbers, objects;
} Pack;

struct Objects {
    char *path;
    FsOut *file;
    char error[512]; /* the first one; empty while all is well */
    HPDF_Error_Rec haru_error;
    HPDF_MMgr mmgr;
    HPDF_Stream stream;
    HPDF_MD5_CTX hash;
    struct libdeflate_compressor *deflate, *deflate_small;
    Buf deflated;
    Buf value; /* the one that libharu is encoding */
    Buf head;  /* of the stream that is being written */
    Pack pack;
    Place *places; /* [number - 1] */
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
    buf_add(stream->attr, s, n);
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

/* Letters and lists are typed by hand and have no copy: "-o sender.yaml" is
 * soon written. ISO 32000-1, Annex H, note 13: readers take a PDF that has its
 * header within the first 1,024 bytes. */
static bool would_lose(const char *path, Diag *diag) {
    if (fs_is_std(path) || fs_ends_in(path, ".pdf") ||
        !fs_is_other(path, "%PDF-"))
        return false;
    diag_file(diag, DIAG_USAGE, path,
              "is there already and is no PDF; it would be lost, so give the "
              "PDF another name");
    return true;
}

Objects *objects_new(const char *path, const FsOut *before, Diag *diag) {
    if (would_lose(path, diag))
        return NULL;
    FsOut *file = fs_out_open_with(before, path, diag);
    if (!file)
        return NULL;
    Objects *o = calloc(1, sizeof *o);
    if (!o || !(o->path = strdup(path)))
        oom();
    o->file = file;
    HPDF_Error_Init(&o->haru_error, NULL);
    o->mmgr = HPDF_MMgr_New(&o->haru_error, 0, take, give);
    o->stream = HPDF_CallbackWriter_New(o->mmgr, write_haru, &o->value);
    HPDF_MD5Init(&o->hash);
    o->deflate = libdeflate_alloc_compressor(LEVEL);
    o->deflate_small = libdeflate_alloc_compressor(LEVEL_SMALL);
    if (!o->deflate || !o->deflate_small)
        oom();
    /* 7.5.2: four bytes over 127 tell transfer programs that this is binary. */
    puts_out(o, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
    return o;
}

void objects_free(Objects *o) {
    if (!o)
        return;
    libdeflate_free_compressor(o->deflate);
    libdeflate_free_compressor(o->deflate_small);
    HPDF_Stream_Free(o->stream);
    HPDF_MMgr_Free(o->mmgr);
    fs_out_abandon(o->file);
    buf_free(&o->deflated);
    buf_free(&o->value);
    buf_free(&o->head);
    buf_free(&o->pack.numbers);
    buf_free(&o->pack.objects);
    free(o->places);
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

size_t objects_tell(const Objects *o) {
    return fs_out_tell(o->file) + (o->pack.numbers.n + o->pack.objects.n) / 5;
}

const FsOut *objects_file(const Objects *o) {
    return o->file;
}

uint32_t objects_reserve(Objects *o) {
    if (o->n == MAX_OBJECTS) {
        objects_fail(o, "more than %u PDF objects; split the job", MAX_OBJECTS);
        return o->n;
    }
    if (o->n == o->cap) {
        o->cap = o->cap ? o->cap * 2 : 256;
        Place *more = realloc(o->places, o->cap * sizeof *more);
        if (!more)
            oom();
        o->places = more;
    }
    o->places[o->n++] = 0;
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

static void set_place(Objects *o, uint32_t id, Place place) {
    assert(id >= 1 && id <= o->n);
    assert(o->places[id - 1] == 0 || objects_failed(o));
    o->places[id - 1] = place;
}

/* The bytes of `d` into o->value; frees it. */
static void encode(Objects *o, PdfDict *d) {
    buf_clear(&o->value);
    check(o, HPDF_Obj_WriteValue(d, o->stream, NULL));
    HPDF_Obj_ForceFree(o->mmgr, d);
}

static void flush_pack(Objects *o) {
    Pack *pack = &o->pack;
    if (pack->n == 0)
        return;
    PdfDict *d = dict_new(o);
    dict_name(o, d, "Type", "ObjStm");
    dict_int(o, d, "N", (int32_t)pack->n);
    dict_int(o, d, "First", (int32_t)pack->numbers.n);
    buf_add(&pack->numbers, pack->objects.s, pack->objects.n);
    objects_stream(o, pack->id, d, pack->numbers.s, pack->numbers.n);
    buf_clear(&pack->numbers);
    buf_clear(&pack->objects);
    pack->n = 0;
}

void objects_write(Objects *o, uint32_t id, PdfDict *d) {
    encode(o, d);
    objects_write_raw(o, id, &o->value);
}

void objects_write_raw(Objects *o, uint32_t id, const Buf *dict) {
    Pack *pack = &o->pack;
    if (pack->n == 0)
        pack->id = objects_reserve(o);
    set_place(o, id, PACKED | (Place)pack->id << 8 | pack->n);
    buf_number(&pack->numbers, id);
    buf_putc(&pack->numbers, ' ');
    buf_number(&pack->numbers, pack->objects.n);
    buf_putc(&pack->numbers, ' ');
    buf_add(&pack->objects, dict->s, dict->n);
    buf_putc(&pack->objects, '\n');
    pack->n++;
    if (pack->n == PACK_OBJECTS || pack->objects.n >= PACK_BYTES)
        flush_pack(o);
}

/* Stream `id` with the dictionary in o->value. */
static void put_stream(Objects *o, uint32_t id, const void *bytes, size_t n) {
    if (n > INT32_MAX)
        objects_fail(o, "internal: a PDF stream of %zu bytes", n);
    set_place(o, id, fs_out_tell(o->file));
    buf_clear(&o->head);
    buf_number(&o->head, id);
    buf_puts(&o->head, " 0 obj\n");
    buf_add(&o->head, o->value.s, o->value.n);
    buf_puts(&o->head, "\nstream\n");
    put(o, o->head.s, o->head.n);
    put(o, bytes, n);
    puts_out(o, "\nendstream\nendobj\n");
}

void objects_plain_stream(Objects *o, uint32_t id, PdfDict *d,
                          const void *bytes, size_t n) {
    dict_int(o, d, "Length", (int32_t)n);
    encode(o, d);
    put_stream(o, id, bytes, n);
}

/* Into o->deflated, as FlateDecode wants it: a zlib stream (RFC 1950). */
static void deflate(Objects *o, const void *bytes, size_t n) {
    struct libdeflate_compressor *z =
        n <= SMALL ? o->deflate_small : o->deflate;
    buf_clear(&o->deflated);
    buf_reserve(&o->deflated, libdeflate_zlib_compress_bound(z, n));
    o->deflated.n =
        libdeflate_zlib_compress(z, bytes, n, o->deflated.s, o->deflated.cap);
    assert(o->deflated.n > 0);
}

static void put_deflated(Objects *o, uint32_t id, PdfDict *d) {
    dict_name(o, d, "Filter", "FlateDecode");
    objects_plain_stream(o, id, d, o->deflated.s, o->deflated.n);
}

void objects_stream(Objects *o, uint32_t id, PdfDict *d, const void *bytes,
                    size_t n) {
    deflate(o, bytes, n);
    if (d) {
        put_deflated(o, id, d);
        return;
    }
    buf_clear(&o->value);
    buf_puts(&o->value, "<</Filter/FlateDecode/Length ");
    buf_number(&o->value, o->deflated.n);
    buf_puts(&o->value, ">>");
    put_stream(o, id, o->deflated.s, o->deflated.n);
}

/* ---- cross-reference stream (7.5.8) ---- */

/* Type, offset or object stream, index; the middle one is `width` bytes. */
#define ROW_MAX 10

static void make_row(Place place, int width, unsigned char *row) {
    bool packed = place & PACKED;
    uint64_t at = packed ? (place & ~PACKED) >> 8 : place;
    row[0] = packed ? 2 : 1;
    for (int i = 0; i < width; i++)
        row[1 + i] = (unsigned char)(at >> 8 * (width - 1 - i));
    row[1 + width] = packed ? (unsigned char)place : 0;
}

/* The rows, each as its difference to the one above (PNG predictor Up, 7.4.4.4,
 * which leaves little but zeros), deflated. `id` is the stream's own, which
 * will be at `at`. */
static void deflate_rows(Objects *o, uint32_t id, Place at, int width) {
    enum { UP = 2 };
    const int n = width + 2;
    unsigned char above[ROW_MAX] = {0}, row[ROW_MAX] = {0};
    Buf rows = {0};
    buf_reserve(&rows, ((size_t)o->n + 1) * ((size_t)n + 1));
    row[1 + width] = 255; /* object 0: free, and never used again */
    for (uint32_t i = 0; i <= o->n; i++) {
        assert(i == 0 || i == id || o->places[i - 1] || objects_failed(o));
        if (i > 0)
            make_row(i == id ? at : o->places[i - 1], width, row);
        buf_putc(&rows, UP);
        for (int k = 0; k < n; k++)
            buf_putc(&rows, (char)(row[k] - above[k]));
        memcpy(above, row, sizeof above);
    }
    deflate(o, rows.s, rows.n);
    buf_free(&rows);
}

static void put_hash(const Objects *o, Buf *out) {
    unsigned char digest[16];
    HPDF_MD5_CTX hash = o->hash;
    HPDF_MD5Final(digest, &hash);
    buf_putc(out, '<');
    for (int i = 0; i < 16; i++)
        buf_printf(out, "%02X", digest[i]);
    buf_putc(out, '>');
}

static void put_xref(Objects *o, uint32_t root) {
    const uint32_t id = objects_reserve(o);
    const Place at = fs_out_tell(o->file);
    int width = 1; /* of `at`, which is past any offset, and of a number */
    while (at >> 8 * width || (uint64_t)o->n >> 8 * width)
        width++;
    deflate_rows(o, id, at, width);
    Buf entries = {0};
    buf_printf(&entries, "/W [1 %d 1]\n/ID [", width);
    put_hash(o, &entries);
    put_hash(o, &entries);
    buf_puts(&entries, "]");
    PdfDict *d = dict_new(o), *parms = dict_new(o);
    dict_name(o, d, "Type", "XRef");
    dict_int(o, d, "Size", (int32_t)o->n + 1);
    dict_ref(o, d, "Root", root);
    dict_int(o, parms, "Predictor", 12);
    dict_int(o, parms, "Columns", width + 2);
    dict_dict(o, d, "DecodeParms", parms);
    dict_raw(o, d, &entries);
    put_deflated(o, id, d);
    Buf end = {0};
    buf_printf(&end, "startxref\n%llu\n%%%%EOF\n", (unsigned long long)at);
    put(o, end.s, end.n);
    buf_free(&end);
}

FsOut *objects_finish(Objects *o, uint32_t root, Diag *diag) {
    if (!objects_failed(o))
        flush_pack(o);
    if (!objects_failed(o))
        put_xref(o, root);
    FsOut *file = o->error[0] ? NULL : o->file;
    if (!file)
        diag_file(diag, DIAG_SYSTEM, o->path, "%s; nothing was written",
                  o->error);
    else
        o->file = NULL;
    objects_free(o);
    if (file && !fs_out_finish(file, diag)) {
        fs_out_abandon(file);
        return NULL;
    }
    return file;
}
