#include "input/letterfile_fields.h"

#include <string.h>

bool fields_any(const char *s, size_t n) {
    return n >= 2 && memmem(s, n, "{{", 2) != NULL;
}

Text fields_slice(Text t, size_t off, size_t n) {
    if (!t.span.src || t.s != t.span.src->bytes + t.span.off)
        return text_slice(t, off, n);
    return (Text){t.s + off, n, {t.span.src, t.span.off + off, n}};
}

static bool is_name_char(char c) {
    return (unsigned char)c >= 0x80 || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == ':' || c == ' ';
}

/* Index of the first byte that no name has there, or n. Parts between dots are
 * not empty. */
static size_t bad_byte(Text name) {
    for (size_t i = 0; i < name.n; i++) {
        bool dot = name.s[i] == '.';
        bool lonely = i == 0 || i + 1 == name.n || name.s[i - 1] == '.';
        if (dot ? lonely : !is_name_char(name.s[i]))
            return i;
    }
    return name.n;
}

static bool check_name(Text braces, Text name, Diag *diag) {
    if (name.n == 0) {
        diag_at(diag, DIAG_ERROR, braces.span,
                "a field without a name; write one such as {{to.name}}, or "
                "\\{{ for plain braces");
        return false;
    }
    size_t bad = bad_byte(name);
    if (bad < name.n) {
        diag_at(diag, DIAG_ERROR, name.span,
                "\"%.*s\" is not the name of a field; names are like to.name, "
                "from.city",
                (int)(name.n < 80 ? name.n : 80), name.s);
        return false;
    }
    return true;
}

static void push_text(Arena *a, Text value, size_t from, size_t to,
                      const Inline *like, InlineVec *out) {
    if (from == to)
        return;
    Inline piece = *like;
    piece.kind = INLINE_TEXT;
    piece.text = fields_slice(value, from, to - from);
    vec_push(a, out, piece);
}

static bool unclosed(Text value, size_t at, Diag *diag) {
    diag_at(diag, DIAG_ERROR, fields_slice(value, at, 2).span,
            "\"{{\" has no \"}}\" behind it in the same line and style; write "
            "\\{{ for plain braces");
    return false;
}

bool fields_split(Arena *a, Text value, const Inline *like, Diag *diag,
                  InlineVec *out) {
    bool ok = true;
    size_t from = 0;
    for (size_t i = 0; i + 1 < value.n;) {
        const char *hit = memmem(value.s + i, value.n - i, "{{", 2);
        if (!hit)
            break;
        size_t open = (size_t)(hit - value.s);
        bool plain = open > from && value.s[open - 1] == '\\';
        push_text(a, value, from, open - plain, like, out);
        from = open;
        i = open + 2;
        if (plain)
            continue;
        const char *close = memmem(value.s + i, value.n - i, "}}", 2);
        if (!close)
            return unclosed(value, open, diag);
        size_t end = (size_t)(close - value.s);
        Inline field = *like;
        field.kind = INLINE_FIELD;
        field.text = text_trim(fields_slice(value, i, end - i));
        from = i = end + 2;
        if (check_name(fields_slice(value, open, from - open), field.text,
                       diag))
            vec_push(a, out, field);
        else
            ok = false;
    }
    push_text(a, value, from, value.n, like, out);
    return ok;
}

bool fields_inlines(Arena *a, Text value, Diag *diag, Inlines *out) {
    InlineVec v = {0};
    bool ok = true;
    for (size_t from = 0; from < value.n;) {
        const char *nl = memchr(value.s + from, '\n', value.n - from);
        size_t to = nl ? (size_t)(nl - value.s) : value.n;
        ok = fields_split(a, fields_slice(value, from, to - from), &(Inline){0},
                          diag, &v) &&
             ok;
        if (nl) {
            Text none = {"", 0, fields_slice(value, to, 1).span};
            Inline end = {.kind = INLINE_BREAK, .text = none};
            vec_push(a, &v, end);
        }
        from = to + 1;
    }
    *out = (Inlines){v.v, v.n};
    return ok;
}
