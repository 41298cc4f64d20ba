#include "input/encoding.h"

#include "base/buf.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "input/encodingguess.h"

#include <string.h>
#include <strings.h>

#include <unicode/ucnv.h>
#include <unicode/utf16.h>

/* A place of the result where the file had something else. */
typedef struct BadByte {
    size_t off;
    unsigned char byte;
} BadByte;

typedef struct Decoder {
    Arena *arena;
    Buf out;
    UChar lead; /* first half of a pair, 0 for none */
    VEC(BadByte) bad;
} Decoder;

static void put(Decoder *d, const UChar *s, size_t n) {
    char utf8[4];
    for (size_t i = 0; i < n; i++) {
        UChar c = s[i];
        if (U16_IS_LEAD(c)) {
            d->lead = c;
            continue;
        }
        uint32_t cp = U16_IS_TRAIL(c) && d->lead
                          ? (uint32_t)U16_GET_SUPPLEMENTARY(d->lead, c)
                          : (uint32_t)c;
        d->lead = 0;
        if (U_IS_SURROGATE(cp))
            cp = 0xFFFD;
        buf_add(&d->out, utf8, utf8_put(utf8, cp));
    }
}

/* The converter has stopped at something. */
static void put_bad(Decoder *d, UConverter *from) {
    char bytes[16] = {0};
    int8_t n = sizeof bytes;
    UErrorCode error = U_ZERO_ERROR;
    ucnv_getInvalidChars(from, bytes, &n, &error);
    ucnv_resetToUnicode(from);
    if (d->bad.n <= LIMIT_FAULTS)
        vec_push(d->arena, &d->bad,
                 ((BadByte){d->out.n, (unsigned char)bytes[0]}));
    buf_puts(&d->out, "\xEF\xBF\xBD");
}

static void decode(Decoder *d, UConverter *from, const char *s, size_t n) {
    UChar block[2048] = {0};
    const char *end = s + n;
    UErrorCode error;
    do {
        UChar *to = block;
        error = U_ZERO_ERROR;
        ucnv_toUnicode(from, &to, block + 2048, &s, end, NULL, true, &error);
        put(d, block, (size_t)(to - block));
        if (U_FAILURE(error) && error != U_BUFFER_OVERFLOW_ERROR)
            put_bad(d, from);
    } while (U_FAILURE(error) && (s < end || error == U_BUFFER_OVERFLOW_ERROR));
}

/* As source_check, for what was converted. */
static void check(Arena *a, const Decoder *d, const char *encoding, bool given,
                  Encoded *out) {
    const Source *src = out->src;
    size_t at = 0, next = 0;
    while (at < src->n && !out->faults.more) {
        size_t from = at;
        uint32_t cp = utf8_next(src->bytes, src->n, &at);
        const char *text = NULL;
        if (next < d->bad.n && d->bad.v[next].off == from)
            text = arena_printf(
                a,
                given ? "byte 0x%02X is not %s, which --encoding says; mend "
                        "this place, or name another, or none"
                      : "byte 0x%02X is not %s, which the rest of the file "
                        "seems to be; mend this place, or name the "
                        "encoding: --encoding NAME",
                d->bad.v[next++].byte, encoding);
        else if (utf8_objection(cp))
            text = arena_printf(a, "U+%04X is %s; remove it", (unsigned)cp,
                                utf8_objection(cp));
        if (text)
            textfaults_add(a, &out->faults, from, at - from, text);
    }
}

/* No comma, which begins ICU's options, and nothing that is not in a name. */
static UConverter *open_converter(const char *name) {
    UErrorCode error = U_ZERO_ERROR;
    size_t n = strlen(name);
    if (n == 0 || n > 60 ||
        strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                     "0123456789-_.:()") != n)
        return NULL;
    UConverter *c = ucnv_open(name, &error);
    if (U_FAILURE(error))
        return NULL;
    ucnv_setToUCallBack(c, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &error);
    return c;
}

Text encoding_convert(Arena *a, const char *name, const char *bytes, size_t n) {
    UConverter *from = open_converter(name);
    Text out = {0};
    if (!from)
        return out;
    Decoder d = {.arena = a};
    decode(&d, from, bytes, n);
    ucnv_close(from);
    if (d.bad.n == 0)
        out = (Text){
            arena_strndup(a, d.out.s ? d.out.s : "", d.out.n), d.out.n, {0}};
    buf_free(&d.out);
    return out;
}

static bool convert(Arena *a, const char *name, const char *bytes, size_t n,
                    const char *encoding, bool given, Diag *diag,
                    Encoded *out) {
    UConverter *from = open_converter(encoding);
    if (!from) {
        diag_file(diag, DIAG_USAGE, NULL,
                  "--encoding: \"%s\" is no encoding that is known here; some "
                  "are UTF-8, UTF-16LE, GB18030, Big5, Shift_JIS, EUC-KR, "
                  "windows-1252, windows-1251, KOI8-R",
                  encoding);
        return false;
    }
    Decoder d = {.arena = a};
    buf_reserve(&d.out, n + n / 2);
    decode(&d, from, bytes, n);
    ucnv_close(from);
    Source *src = ARENA_NEW(a, Source);
    src->name = arena_strdup(a, strcmp(name, "-") == 0 ? "<stdin>" : name);
    src->bytes = arena_strndup(a, d.out.s ? d.out.s : "", d.out.n);
    src->n = d.out.n;
    buf_free(&d.out);
    out->src = src;
    check(a, &d, encoding, given, out);
    return out->faults.v.n == 0;
}

static bool starts_with(const char *bytes, size_t n, const char *mark,
                        size_t m) {
    return n >= m && memcmp(bytes, mark, m) == 0;
}

/* Unicode Standard 2.13 (table 2-4); GB 18030's own for U+FEFF. */
static const struct {
    const char *bytes;
    size_t n;
    const char *encoding;
} marks[] = {
    {"\xFF\xFE\0\0", 4, "UTF-32LE"},    {"\0\0\xFE\xFF", 4, "UTF-32BE"},
    {"\xFF\xFE", 2, "UTF-16LE"},        {"\xFE\xFF", 2, "UTF-16BE"},
    {"\x84\x31\x95\x33", 4, "GB18030"},
};

/* Well-formed sequences of more than one byte, and what is not UTF-8. */
static void count_utf8(const char *s, size_t n, size_t *good, size_t *bad) {
    *good = *bad = 0;
    for (size_t at = 0; at < n;) {
        bool high = (unsigned char)s[at] >= 0x80;
        if (utf8_next(s, n, &at) == UTF8_BAD)
            ++*bad;
        else
            *good += high;
    }
}

/* A list has commas and line ends, so one half of UTF-16 has zeros, and hardly
 * any stand in the other. NULL if it is none. */
static const char *utf16(const char *s, size_t n) {
    size_t zeros[2] = {0};
    for (size_t i = 0; i < n; i++)
        zeros[i & 1] += s[i] == '\0';
    size_t big = zeros[0] > zeros[1] ? 0 : 1;
    if (n % 2 || zeros[big] < 2 || zeros[1 - big] > zeros[big] / 20)
        return NULL;
    /* A zero that is a mistake has no line end beside another. */
    for (size_t i = 0; i < n; i += 2)
        if (s[i + big] == '\0' &&
            (s[i + 1 - big] == '\n' || s[i + 1 - big] == '\r'))
            return big == 0 ? "UTF-16BE" : "UTF-16LE";
    return NULL;
}

static bool read_utf8(Arena *a, const char *name, const char *bytes, size_t n,
                      Encoded *out) {
    if (starts_with(bytes, n, "\xEF\xBB\xBF", 3))
        out->as = "UTF-8 with a byte order mark";
    out->src = source_from(a, name, bytes, n);
    textfaults_find(a, &out->faults, out->src);
    return out->faults.v.n == 0;
}

/* `good` and `bad` are those of count_utf8. */
static bool read_guessed(Arena *a, const char *name, const char *bytes,
                         size_t n, size_t good, size_t bad, EncodingWord *knows,
                         const void *data, Diag *diag, Encoded *out) {
    EncodingGuess g = encoding_guess(a, bytes, n, knows, data);
    /* In Latin letters hardly anything is UTF-8 by chance (a capital with an
     * accent and a sign): two files have been joined. */
    if (!g.name || (g.latin && good > 0 && good >= bad / 10))
        return read_utf8(a, name, bytes, n, out);
    out->as = g.name;
    if (g.second)
        diag_file(diag, DIAG_WARNING, strcmp(name, "-") ? name : "<stdin>",
                  "could be %s (\"%s\") or %s (\"%s\"); it was read as %s. Say "
                  "which it is with --encoding %s or --encoding %s",
                  g.name, g.reads, g.second, g.second_reads, g.name, g.name,
                  g.second);
    return convert(a, name, bytes, n, g.name, false, diag, out);
}

bool encoding_decode(Arena *a, const char *name, const char *bytes, size_t n,
                     const char *given, EncodingWord *knows, const void *data,
                     Diag *diag, Encoded *out) {
    *out = (Encoded){0};
    size_t good, bad;
    if (given) {
        size_t mark = starts_with(bytes, n, "\xEF\xBB\xBF", 3) ? 3 : 0;
        for (size_t i = 0; i < sizeof marks / sizeof *marks && !mark; i++)
            if (starts_with(bytes, n, marks[i].bytes, marks[i].n)) {
                mark = marks[i].n;
                /* "UTF-16" leaves the order of bytes to the mark. */
                if (strncasecmp(marks[i].encoding, given, strlen(given)) == 0)
                    given = marks[i].encoding;
            }
        out->as = given;
        return convert(a, name, bytes + mark, n - mark, given, true, diag, out);
    }
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t m = marks[i].n;
        if (!starts_with(bytes, n, marks[i].bytes, m))
            continue;
        out->as =
            arena_printf(a, "%s with a byte order mark", marks[i].encoding);
        return convert(a, name, bytes + m, n - m, marks[i].encoding, false,
                       diag, out);
    }
    const char *wide = utf16(bytes, n);
    if (wide) {
        out->as = wide;
        return convert(a, name, bytes, n, wide, false, diag, out);
    }
    count_utf8(bytes, n, &good, &bad);
    /* A few wrong bytes in what is UTF-8 else are mistakes to be shown. */
    return bad > 0 && bad >= good ? read_guessed(a, name, bytes, n, good, bad,
                                                 knows, data, diag, out)
                                  : read_utf8(a, name, bytes, n, out);
}

bool encoding_read(Arena *a, const char *name, const char *bytes, size_t n,
                   const char *given, EncodingWord *knows, const void *data,
                   Diag *diag, Encoded *out) {
    bool clean =
        encoding_decode(a, name, bytes, n, given, knows, data, diag, out);
    if (out->src)
        textfaults_tell_rest(&out->faults, out->src, diag);
    return clean;
}
