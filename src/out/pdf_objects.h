/* pdf_objects.h - numbered PDF objects written one after another to a file.
 *
 * The only place that knows libharu, and of libharu only its object layer:
 * values are built, encoded and freed by it; numbering, offsets (64-bit),
 * streams and the cross-reference are ours. An object is written as soon as it
 * is whole and nothing of it stays but its place. A number can be reserved long
 * before its object is written. ISO 32000-1, 7.3 and 7.5.
 *
 * Dictionaries go into object streams, deflated together, and the
 * cross-reference is a stream (7.5.7, 7.5.8; since PDF 1.5): a letter is a
 * quarter smaller so, a sheet of labels half the size. PDF/A-1 alone forbids
 * both.
 *
 * The first error is kept and later calls do little; objects_finish reports
 * it. Values are owned by their parent once added; a value that was not added
 * or written must be dropped.
 */
#ifndef ENVOI_OUT_PDF_OBJECTS_H
#define ENVOI_OUT_PDF_OBJECTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/fs.h"
#include "base/len.h"

typedef struct Objects Objects;
typedef struct PdfDict PdfDict;
typedef struct PdfArray PdfArray;

/* Opens the file and writes the header. NULL with a message. */
Objects *objects_new(const char *path, const FsOut *before, Diag *diag);
/* Drops the file; frees. NULL is fine. */
void objects_free(Objects *o);

/* Remember an error unless there is one already. */
void objects_fail(Objects *o, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
/* True after any error, a write error included. */
bool objects_failed(const Objects *o);

/* Bytes so far; what those that wait in an object stream will be, is guessed.
 */
size_t objects_tell(const Objects *o);
const FsOut *objects_file(const Objects *o);

/* A number for an object that will be written once, at any time. */
uint32_t objects_reserve(Objects *o);

PdfDict *dict_new(Objects *o);
void dict_name(Objects *o, PdfDict *d, const char *key, const char *name);
void dict_int(Objects *o, PdfDict *d, const char *key, int32_t value);
void dict_bool(Objects *o, PdfDict *d, const char *key, bool value);
/* A string of ASCII, such as a language tag. */
void dict_string(Objects *o, PdfDict *d, const char *key, const char *ascii);
/* A text string, given in UTF-8 (7.9.2.2). */
void dict_text(Objects *o, PdfDict *d, const char *key, const char *utf8);
void dict_ref(Objects *o, PdfDict *d, const char *key, uint32_t id);
void dict_dict(Objects *o, PdfDict *d, const char *key, PdfDict *value);
void dict_array(Objects *o, PdfDict *d, const char *key, PdfArray *value);
/* [x0 y0 x1 y1] in points. */
void dict_rect(Objects *o, PdfDict *d, const char *key, Len x0, Len y0, Len x1,
               Len y1);
/* Entries already encoded ("/Kids [1 0 R ...]"), for arrays past libharu's
 * limit of 32,767 items. Taken from `raw`, which is left empty; one per
 * dictionary. */
void dict_raw(Objects *o, PdfDict *d, Buf *raw);

PdfArray *array_new(Objects *o);
void array_int(Objects *o, PdfArray *a, int32_t value);
void array_ref(Objects *o, PdfArray *a, uint32_t id);

/* Write `d` as object `id` and free it; it waits in memory until its object
 * stream is full. */
void objects_write(Objects *o, uint32_t id, PdfDict *d);
/* The same for a dictionary that is encoded already, "<<...>>": the many small
 * ones of a long document. */
void objects_write_raw(Objects *o, uint32_t id, const Buf *dict);
/* The same for a stream of these bytes, deflated; `d` holds the entries beyond
 * Length and Filter, NULL: there are none. */
void objects_stream(Objects *o, uint32_t id, PdfDict *d, const void *bytes,
                    size_t n);
/* The same, not deflated: for metadata, which others must be able to read. */
void objects_plain_stream(Objects *o, uint32_t id, PdfDict *d,
                          const void *bytes, size_t n);

/* Every reserved number must have been written. Cross-reference stream with an
 * /ID made from all bytes before it (14.4); frees `o`. The finished file, which
 * has no name yet; NULL, with a message and no file, after any error. */
FsOut *objects_finish(Objects *o, uint32_t root, Diag *diag);

#endif
