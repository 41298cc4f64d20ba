#include "input/document.h"

#include "base/filekind.h"
#include "base/fs.h"
#include "base/limits.h"
#include "input/document_private.h"

#include <string.h>

/* ---- zips ---- */

static bool mimetype_is(ZipFile *z, const char *type) {
    char head[64];
    size_t n = strlen(type);
    return zipfile_peek(z, "mimetype", head, sizeof head) >= n &&
           memcmp(head, type, n) == 0;
}

static void other_zip(ZipFile *z, const char *name, Diag *diag) {
    static const char text[] = "application/vnd.oasis.opendocument.";
    const char *what = "is a zip, but no document; unpack it and give the "
                       "document that is in it";
    if (zipfile_has(z, "xl/workbook.xml") || mimetype_is(z, "application/vnd."
                                                            "oasis.opendocument"
                                                            ".spreadsheet"))
        what = "is a spreadsheet, not a document; for a list of addresses use "
               "--book or the other commands that read lists";
    else if (mimetype_is(z, text) || zipfile_has(z, "ppt/presentation.xml"))
        what = "is a presentation or a drawing, not a text; save it as PDF";
    else if (mimetype_is(z, "application/epub+zip"))
        what = "is an e-book; save its text as .docx or .odt";
    diag_file(diag, DIAG_ERROR, name, "%s", what);
}

static bool read_zip(Arena *a, const DocFile *f, Diag *diag, Document *out) {
    ZipFile *z = zipfile_open(f->name, f->bytes, f->n, diag);
    bool ok = false;
    if (!z)
        return false;
    if (zipfile_is_locked(z)) {
        ok = false;
    } else if (zipfile_has(z, "word/document.xml") ||
               zipfile_has(z, "word/document2.xml")) {
        out->format = DOC_DOCX;
        ok = docx_read(a, z, f, diag, out);
    } else if (mimetype_is(z, "application/vnd.oasis.opendocument.text")) {
        out->format = DOC_ODT;
        ok = odt_read(a, z, f, diag, out);
    } else {
        other_zip(z, f->name, diag);
    }
    zipfile_close(z);
    return ok;
}

/* ---- what it is ---- */

/* How far into a file what it is may stand, behind declarations and comments.
 */
#define FIRST_BYTES 4096

static bool is_fodt(const DocFile *f) {
    static const char root[] = "<office:document";
    size_t n = f->n < FIRST_BYTES ? f->n : FIRST_BYTES;
    return n > 5 && memmem(f->bytes, 16 < n ? 16 : n, "<?xml", 5) &&
           memmem(f->bytes, n, root, sizeof root - 1);
}

/* Formats that are told by name and not read. */
static bool is_other(const DocFile *f, Diag *diag) {
    static const FileKind kinds[] = {
        {"\xD0\xCF\x11\xE0", 4,
         "is an old .doc; open it in an office program and save it as .docx or "
         ".odt"},
        {"{\\rtf", 5,
         "is RTF; open it in an office program and save it as .docx or .odt"},
        {"\x89PNG", 4, "is a picture; type its text, or give the document"},
        {"\xFF\xD8\xFF", 3,
         "is a picture; type its text, or give the document"},
        {"GIF8", 4, "is a picture; type its text, or give the document"},
        {"II*\0", 4, "is a picture; type its text, or give the document"},
        {"\x1F\x8B", 2, "is compressed; unpack it first"},
        {"Rar!", 4, "is compressed; unpack it first"},
        {"7z\xBC\xAF", 4, "is compressed; unpack it first"},
    };
    return filekind_refuse(kinds, sizeof kinds / sizeof *kinds, f->name,
                           f->bytes, f->n, diag);
}

static bool is_too_long(const DocFile *f, Diag *diag) {
    if (f->n <= LIMIT_DOCUMENT_MARKUP)
        return false;
    diag_file(diag, DIAG_ERROR, f->name,
              "is larger than %zu MB, as no text of an appeal or letter is; "
              "copy the part you need to a file of its own",
              LIMIT_DOCUMENT_MARKUP / (1024 * 1024));
    return true;
}

static bool read_format(Arena *a, const DocFile *f, Diag *diag, Document *out) {
    if (zipfile_is(f->bytes, f->n))
        return read_zip(a, f, diag, out);
    if (pdf_is(f)) {
        out->format = DOC_PDF;
        return pdf_read(a, f, diag, out);
    }
    if (is_other(f, diag) || is_too_long(f, diag))
        return false;
    if (is_fodt(f)) {
        out->format = DOC_ODT;
        return fodt_read(a, f, diag, out);
    }
    if (html_is(f)) {
        out->format = DOC_HTML;
        return html_read(a, f, diag, out);
    }
    return doctext_read(a, f, diag, out);
}

bool document_read(Arena *a, const char *name, const void *bytes, size_t n,
                   Diag *diag, Document *out) {
    DocFile f = {name, bytes, n};
    *out = (Document){.format = DOC_TEXT};
    if (!read_format(a, &f, diag, out))
        return false;
    if (out->n == 0)
        diag_file(diag, DIAG_ERROR, name,
                  "has no text in it; is it the right file?");
    return out->n > 0;
}

bool document_load(Arena *a, const char *path, Diag *diag, Document *out) {
    Buf buf = {0};
    bool ok = fs_read(path, LIMIT_DOCUMENT_BYTES, &buf, diag) &&
              document_read(a, path, buf.s ? buf.s : "", buf.n, diag, out);
    buf_free(&buf);
    return ok;
}
