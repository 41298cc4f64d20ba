#include "input/vcard.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "input/encoding.h"

#include <string.h>
#include <strings.h>

/* ---- lines ---- */

/* Where the line at `at` ends, without its line end. */
static size_t line_end(const Source *src, size_t at) {
    const char *end = memchr(src->bytes + at, '\n', src->n - at);
    size_t to = end ? (size_t)(end - src->bytes) : src->n;
    return to > at && src->bytes[to - 1] == '\r' ? to - 1 : to;
}

static size_t next_line(const Source *src, size_t end) {
    if (end < src->n && src->bytes[end] == '\r')
        end++;
    return end < src->n ? end + 1 : end;
}

static bool goes_on(const Source *src, size_t at) {
    return at < src->n && (src->bytes[at] == ' ' || src->bytes[at] == '\t');
}

/* A line with those it was folded into (RFC 6350, 3.2), unfolded; *at is
 * behind them. */
static Text take_line(Arena *a, const Source *src, size_t *at) {
    size_t from = *at, end = line_end(src, from), next = next_line(src, end);
    if (!goes_on(src, next)) {
        *at = next;
        return text_of_span((Span){src, from, end - from});
    }
    Buf out = {0};
    buf_add(&out, src->bytes + from, end - from);
    while (goes_on(src, next)) {
        size_t begin = next + 1;
        end = line_end(src, next);
        buf_add(&out, src->bytes + begin, end > begin ? end - begin : 0);
        next = next_line(src, end);
    }
    Text t = {arena_strndup(a, out.s ? out.s : "", out.n),
              out.n,
              {src, from, end - from}};
    buf_free(&out);
    *at = next;
    return t;
}

/* ---- properties ---- */

static const char *capitals(Arena *a, const char *s, size_t n) {
    char *out = arena_strndup(a, s, n);
    for (char *c = out; *c; c++)
        if (*c >= 'a' && *c <= 'z')
            *c = (char)(*c - 'a' + 'A');
    return out;
}

/* RFC 6868: ^n, ^^ and ^' in the value of a parameter. */
static Text param_value(Arena *a, Text raw) {
    if (raw.n >= 2 && raw.s[0] == '"' && raw.s[raw.n - 1] == '"')
        raw = text_slice(raw, 1, raw.n - 2);
    if (!raw.n || !memchr(raw.s, '^', raw.n))
        return raw;
    char *out = arena_strndup(a, raw.s, raw.n);
    size_t n = 0;
    for (size_t i = 0; i < raw.n; i++) {
        char next = i + 1 < raw.n ? raw.s[i + 1] : '\0';
        bool escape = raw.s[i] == '^' && next && strchr("n^'", next);
        out[n++] = !escape       ? raw.s[i]
                   : next == 'n' ? '\n'
                   : next == '^' ? '^'
                                 : '"';
        i += escape;
    }
    return (Text){out, n, raw.span};
}

/* The end of a name or value of the head, outside quotes. */
static size_t head_end(Text line, size_t from) {
    bool quoted = false;
    size_t i = from;
    for (; i < line.n; i++) {
        if (line.s[i] == '"')
            quoted = !quoted;
        else if (!quoted && (line.s[i] == ';' || line.s[i] == ':'))
            break;
    }
    return i;
}

/* Split a line at its first colon outside quotes. False if it is no property.
 */
static bool split(Arena *a, Text line, VcardProperty *out) {
    VEC(VcardParam) params = {0};
    size_t end = head_end(line, 0);
    const char *dot = end ? memchr(line.s, '.', end) : NULL;
    size_t from = dot ? (size_t)(dot - line.s) + 1 : 0;
    if (end == line.n || end == from)
        return false;
    *out = (VcardProperty){.name = capitals(a, line.s + from, end - from),
                           .span = line.span};
    while (end < line.n && line.s[end] == ';') {
        size_t at = end + 1;
        end = head_end(line, at);
        const char *equals =
            end > at ? memchr(line.s + at, '=', end - at) : NULL;
        size_t value = equals ? (size_t)(equals - line.s) + 1 : at;
        VcardParam p = {equals ? capitals(a, line.s + at, value - 1 - at)
                               : "TYPE",
                        param_value(a, text_slice(line, value, end - value))};
        if (params.n < VCARD_PARAMS_MAX)
            vec_push(a, &params, p);
    }
    if (end == line.n)
        return false;
    out->params = params.v;
    out->nparams = params.n;
    out->value = text_slice(line, end + 1, line.n - end - 1);
    return true;
}

bool vcard_has(const VcardProperty *p, const char *name, const char *value) {
    size_t m = strlen(value);
    for (size_t i = 0; i < p->nparams; i++) {
        Text t = p->params[i].value;
        if (strcmp(p->params[i].name, name) != 0)
            continue;
        for (size_t at = 0; at < t.n;) {
            const char *comma = memchr(t.s + at, ',', t.n - at);
            size_t n = comma ? (size_t)(comma - t.s) - at : t.n - at;
            if (n == m && strncasecmp(t.s + at, value, m) == 0)
                return true;
            at += n + 1;
        }
    }
    return false;
}

const Text *vcard_param(const VcardProperty *p, const char *name) {
    for (size_t i = 0; i < p->nparams; i++)
        if (strcmp(p->params[i].name, name) == 0)
            return &p->params[i].value;
    return NULL;
}

/* ---- version 2.1 ---- */

/* RFC 2045, 6.7; a soft line break may have been kept. */
static size_t unquote(const char *s, size_t n, char *out) {
    size_t k = 0;
    for (size_t i = 0; i < n; i++) {
        bool code = s[i] == '=' && i + 2 < n && hex_digit(s[i + 1]) >= 0 &&
                    hex_digit(s[i + 2]) >= 0;
        if (code) {
            out[k++] = (char)(hex_digit(s[i + 1]) * 16 + hex_digit(s[i + 2]));
            i += 2;
        } else if (s[i] == '=' && i + 1 < n &&
                   (s[i + 1] == '\r' || s[i + 1] == '\n')) {
            i += s[i + 1] == '\r' && i + 2 < n && s[i + 2] == '\n' ? 2 : 1;
        } else if (s[i] == '=' && i + 1 == n) {
            break;
        } else {
            out[k++] = s[i];
        }
    }
    return k;
}

/* The lines that belong to a quoted-printable value, which "=" ends but for
 * the last; *at moves behind them. */
static Text take_soft_lines(const Source *src, Text value, size_t *at) {
    size_t from = value.span.off, end = line_end(src, from);
    while (end > from && src->bytes[end - 1] == '=' && end < src->n) {
        *at = next_line(src, end);
        end = line_end(src, *at);
    }
    if (*at < next_line(src, end))
        *at = next_line(src, end);
    return text_of_span((Span){src, from, end - from});
}

/* What quoted-printable and CHARSET stand for. */
static void decode(Arena *a, VcardProperty *p, Diag *diag) {
    const Text *charset = vcard_param(p, "CHARSET");
    char *bytes = arena_alloc(a, p->value.n + 1);
    size_t n = unquote(p->value.s, p->value.n, bytes);
    const char *name =
        charset ? arena_strndup(a, charset->s, charset->n) : "UTF-8";
    Text t = encoding_convert(a, name, bytes, n);
    if (!t.s) {
        diag_at(diag, DIAG_ERROR, p->value.span,
                "this value is not %.40s, as it says it is", name);
        return;
    }
    t.span = p->value.span;
    for (size_t i = 0; i < t.n;) {
        size_t from = i;
        uint32_t cp = utf8_next(t.s, t.n, &i);
        const char *objection = cp == UTF8_BAD ? NULL : utf8_objection(cp);
        if (objection)
            diag_at(diag, DIAG_ERROR, text_span(t, from, i - from),
                    "U+%04X is %s; remove it", (unsigned)cp, objection);
    }
    p->value = t;
}

/* ---- cards ---- */

static bool is_property(const VcardProperty *p, const char *name,
                        const char *value) {
    return strcmp(p->name, name) == 0 && p->value.n == strlen(value) &&
           strncasecmp(p->value.s, value, p->value.n) == 0;
}

/* Pictures and sounds, which have megabytes in one value. */
static bool is_data(const VcardProperty *p) {
    static const char *const names[] = {"PHOTO", "LOGO", "SOUND", "KEY"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(p->name, names[i]) == 0)
            return true;
    return vcard_has(p, "ENCODING", "b") || vcard_has(p, "ENCODING", "BASE64");
}

static bool check_version(const VcardProperty *p, Diag *diag, Vcard *out) {
    out->old = is_property(p, "VERSION", "2.1");
    if (out->old || is_property(p, "VERSION", "3.0") ||
        is_property(p, "VERSION", "4.0"))
        return true;
    diag_at(diag, DIAG_ERROR, p->value.span,
            "this version of vCard is not known; save the cards as version 3.0 "
            "or 4.0");
    return false;
}

/* The next line that is not blank, as a property. False at the end. */
static bool next_property(Arena *a, const Source *src, size_t *at, Text *line,
                          bool *is, VcardProperty *out) {
    do {
        if (*at >= src->n)
            return false;
        *line = take_line(a, src, at);
    } while (text_trim(*line).n == 0);
    *is = split(a, *line, out);
    return true;
}

size_t vcard_blank(const Source *src, size_t at) {
    if (at == 0 && src->n >= 3 && memcmp(src->bytes, "\xEF\xBB\xBF", 3) == 0)
        at = 3;
    while (at < src->n && memchr(" \t\r\n", src->bytes[at], 4))
        at++;
    return at;
}

bool vcard_next(Arena *a, const Source *src, size_t *at, Diag *diag,
                bool *sound, Vcard *out) {
    VEC(VcardProperty) all = {0};
    VcardProperty p;
    Text line;
    bool is, versioned = false, ended = false;
    *out = (Vcard){0};
    *sound = true;
    *at = vcard_blank(src, *at);
    if (!next_property(a, src, at, &line, &is, &p))
        return false;
    out->span = line.span;
    if (!is || !is_property(&p, "BEGIN", "VCARD")) {
        diag_at(diag, DIAG_ERROR, line.span,
                "a card begins with BEGIN:VCARD; this line belongs to none");
        *sound = false;
        return true;
    }
    while (!ended && next_property(a, src, at, &line, &is, &p)) {
        if (!is && *sound)
            diag_at(diag, DIAG_ERROR, line.span,
                    "this line is no property of a card: a name, a colon and a "
                    "value; a line that goes on begins with a blank");
        *sound = *sound && is;
        if (!is)
            continue;
        ended = is_property(&p, "END", "VCARD");
        if (strcmp(p.name, "BEGIN") == 0) {
            diag_at(diag, DIAG_ERROR, line.span,
                    "a card begins before the one above has ended; END:VCARD "
                    "is missing");
            *sound = false;
        } else if (strcmp(p.name, "VERSION") == 0) {
            versioned = true;
            *sound = check_version(&p, diag, out) && *sound;
        } else if (!ended && !is_data(&p) && all.n < VCARD_PROPERTIES_MAX) {
            if (vcard_has(&p, "ENCODING", "QUOTED-PRINTABLE") ||
                vcard_has(&p, "TYPE", "QUOTED-PRINTABLE")) {
                p.value = take_soft_lines(src, p.value, at);
                decode(a, &p, diag);
            }
            vec_push(a, &all, p);
        }
    }
    if (!ended)
        diag_at(diag, DIAG_ERROR, out->span,
                "this card has no END:VCARD; the file may be cut off");
    else if (!versioned)
        diag_at(diag, DIAG_ERROR, out->span,
                "this card does not say its version: VERSION:3.0 or 4.0");
    *sound = *sound && ended && versioned;
    for (size_t i = 0; i < all.n; i++)
        all.v[i].old = out->old;
    out->v = all.v;
    out->n = all.n;
    return true;
}

/* ---- values ---- */

/* RFC 6350, 3.4: \n, \,, \; and \\. */
static Text unescaped(Arena *a, Text raw, char comma) {
    if (!raw.n || (!memchr(raw.s, '\\', raw.n) && !memchr(raw.s, ',', raw.n)))
        return raw;
    char *out = arena_strndup(a, raw.s, raw.n);
    size_t n = 0;
    for (size_t i = 0; i < raw.n; i++) {
        char c = raw.s[i], next = i + 1 < raw.n ? raw.s[i + 1] : '\0';
        bool escape = c == '\\' && next && strchr("nN,;:\\", next);
        if (escape)
            c = next == 'n' || next == 'N' ? '\n' : next;
        else if (c == ',' && comma)
            c = comma;
        out[n++] = c;
        i += escape;
    }
    return (Text){out, n, raw.span};
}

Text vcard_component(Arena *a, const VcardProperty *p, size_t i, char comma) {
    Text v = p->value;
    size_t from = 0, at = 0;
    for (; at < v.n; at++) {
        if (v.s[at] == '\\' && at + 1 < v.n) {
            at++;
        } else if (v.s[at] == ';') {
            if (i == 0)
                break;
            i--;
            from = at + 1;
        }
    }
    if (i > 0 || from > v.n)
        return (Text){"", 0, p->span};
    comma = p->old ? '\0' : comma;
    return text_trim(unescaped(a, text_slice(v, from, at - from), comma));
}

Text vcard_text(Arena *a, const VcardProperty *p) {
    return text_trim(unescaped(a, p->value, '\0'));
}
