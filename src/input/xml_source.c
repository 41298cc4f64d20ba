#include "input/xml_source.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include <unicode/ucnv.h>

#include "base/filekind.h"

/* What the first bytes tell of a document that is not in an extension of ASCII
 * (XML 1.0, appendix F.1): a byte order mark, or "<" and "?". */
static const struct {
    const char *bytes;
    size_t n;
    const char *encoding;
} starts[] = {
    {"\0\0\xFE\xFF", 4, "UTF-32BE"}, {"\xFF\xFE\0\0", 4, "UTF-32LE"},
    {"\xFE\xFF", 2, "UTF-16BE"},     {"\xFF\xFE", 2, "UTF-16LE"},
    {"\0\0\0<", 4, "UTF-32BE"},      {"<\0\0\0", 4, "UTF-32LE"},
    {"\0<\0?", 4, "UTF-16BE"},       {"<\0?\0", 4, "UTF-16LE"},
};

static const char *by_start(const Source *src) {
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (filekind_is(src->bytes, src->n, starts[i].bytes, starts[i].n))
            return starts[i].encoding;
    return NULL;
}

/* Files of other kinds, that a file manager shows beside those of XML. */
static bool is_packed(const Source *src, Diag *diag) {
    static const FileKind kinds[] = {
        {"PK\003\004", 4, "is a zip or an office file, not XML"},
        {"\x1F\x8B", 2, "is compressed; unpack it with gunzip first"}};
    return filekind_refuse(kinds, sizeof kinds / sizeof *kinds, src->name,
                           src->bytes, src->n, diag);
}

/* The name in `encoding="..."` of the XML declaration; n = 0 if there is none.
 * A name is letters, digits, ".", "_" and "-" (production 81), so ICU's options
 * behind a comma cannot be said. */
static Span declared(const Source *src) {
    static const char key[] = "encoding";
    const char *s = src->bytes;
    size_t at = src->n >= 3 && memcmp(s, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    if (src->n < at + 6 || memcmp(s + at, "<?xml", 5) != 0)
        return (Span){0};
    const char *close = memmem(s + at, src->n - at, "?>", 2);
    size_t end = close ? (size_t)(close - s) : src->n;
    const char *found = memmem(s + at, end - at, key, sizeof key - 1);
    if (!found)
        return (Span){0};
    at = (size_t)(found - s) + sizeof key - 1;
    while (at < end && strchr("= \t\r\n\"'", s[at]))
        at++;
    size_t from = at;
    while (at < end && (isalnum((unsigned char)s[at]) || s[at] == '.' ||
                        s[at] == '_' || s[at] == '-'))
        at++;
    return (Span){src, from, at - from};
}

/* Whose bytes are UTF-8 as they are. A name of two-byte units is no truth in a
 * declaration that can be read byte by byte; programs that make their XML as a
 * string and save it in UTF-8 write it. */
static bool is_utf8(const char *name) {
    return !*name || strcasecmp(name, "utf-8") == 0 ||
           strcasecmp(name, "utf8") == 0 || strcasecmp(name, "us-ascii") == 0 ||
           strcasecmp(name, "ascii") == 0 ||
           strncasecmp(name, "utf-16", 6) == 0 ||
           strncasecmp(name, "ucs-2", 5) == 0;
}

static const Source *convert(Arena *a, const Source *src, const char *encoding,
                             Span where, Diag *diag) {
    UErrorCode error = U_ZERO_ERROR;
    UConverter *from = ucnv_open(encoding, &error);
    if (U_FAILURE(error)) {
        diag_at(diag, DIAG_ERROR, where,
                "the encoding \"%s\" is not known here; save the file as UTF-8",
                encoding);
        return NULL;
    }
    ucnv_setToUCallBack(from, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL,
                        &error);
    int32_t n = ucnv_toAlgorithmic(UCNV_UTF8, from, NULL, 0, src->bytes,
                                   (int32_t)src->n, &error);
    const Source *out = NULL;
    if (error == U_BUFFER_OVERFLOW_ERROR || U_SUCCESS(error)) {
        error = U_ZERO_ERROR;
        char *bytes = arena_alloc(a, (size_t)n + 1);
        ucnv_toAlgorithmic(UCNV_UTF8, from, bytes, n + 1, src->bytes,
                           (int32_t)src->n, &error);
        Source *converted = ARENA_NEW(a, Source);
        *converted =
            (Source){.name = src->name, .bytes = bytes, .n = (size_t)n};
        out = U_SUCCESS(error) ? converted : NULL;
    }
    ucnv_close(from);
    if (!out)
        diag_file(diag, DIAG_ERROR, src->name,
                  "holds bytes that are not %s, the encoding that it says it "
                  "has; save the file as UTF-8",
                  encoding);
    return out;
}

const Source *xml_source_utf8(Arena *a, const Source *src, Diag *diag) {
    const char *encoding = by_start(src);
    Span where = {0};
    if (is_packed(src, diag))
        return NULL;
    if (!encoding) {
        where = declared(src);
        encoding = arena_strndup(a, src->bytes + where.off, where.n);
        if (is_utf8(encoding))
            return src;
    }
    return convert(a, src, encoding, where, diag);
}
