#include "input/letterfile_fields.h"

#include "input/letterfile_sections.h"

#include <string.h>

bool fields_any(const char *s, size_t n) {
    return n >= 2 && memmem(s, n, "{{", 2) != NULL;
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
                text_shown(name), name.s);
        return false;
    }
    return true;
}

/* "{from.note}": what other programs take for a field is text here. */
static void warn_single(Text text, Diag *diag) {
    for (size_t i = 0; i < text.n; i++) {
        if (text.s[i] != '{' || (i > 0 && text.s[i - 1] == '{'))
            continue;
        const char *close = memchr(text.s + i, '}', text.n - i);
        if (!close)
            return;
        size_t n = (size_t)(close - text.s) - i + 1;
        Text name = text_trim(text_slice(text, i + 1, n - 2));
        bool prefixed = (name.n > 3 && memcmp(name.s, "to.", 3) == 0) ||
                        (name.n > 5 && memcmp(name.s, "from.", 5) == 0);
        if (name.n > 0 && bad_byte(name) == name.n &&
            (prefixed || contact_field(name.s, name.n) != CONTACT_FIELDS))
            diag_at(diag, DIAG_WARNING, text_slice(text, i, n).span,
                    "{%.*s} is printed as it stands, braces and all; did you "
                    "mean {{%.*s}}?",
                    (int)name.n, name.s, (int)name.n, name.s);
        i += n - 1;
    }
}

static void push_text(Arena *a, Text value, size_t from, size_t to,
                      const Inline *like, Diag *diag, InlineVec *out) {
    if (from == to)
        return;
    Inline piece = *like;
    piece.kind = INLINE_TEXT;
    piece.text = text_slice(value, from, to - from);
    if (piece.text.s && memchr(piece.text.s, '{', piece.text.n))
        warn_single(piece.text, diag);
    vec_push(a, out, piece);
}

/* What stands between {{ and }}: a name, a name with | and words in its place,
 * a mark of a section. */
static bool read_field(Text braces, Text inside, Inline *out, Diag *diag) {
    static const struct {
        char sign;
        InlineKind kind;
    } marks[] = {{'#', INLINE_IF}, {'^', INLINE_UNLESS}, {'/', INLINE_END}};
    Text name = inside;
    out->kind = INLINE_FIELD;
    out->text = inside;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (inside.n == 0 || inside.s[0] != marks[i].sign)
            continue;
        out->kind = marks[i].kind;
        out->text = name = text_trim(text_slice(inside, 1, inside.n - 1));
        return check_name(braces, name, diag);
    }
    const char *bar = inside.n ? memchr(inside.s, '|', inside.n) : NULL;
    if (bar)
        name = text_trim(text_slice(inside, 0, (size_t)(bar - inside.s)));
    return check_name(braces, name, diag);
}

static bool unclosed(Text value, size_t at, Diag *diag) {
    diag_at(diag, DIAG_ERROR, text_slice(value, at, 2).span,
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
        push_text(a, value, from, open - plain, like, diag, out);
        from = open;
        i = open + 2;
        if (plain)
            continue;
        const char *close = memmem(value.s + i, value.n - i, "}}", 2);
        if (!close)
            return unclosed(value, open, diag);
        size_t end = (size_t)(close - value.s);
        Inline field = *like;
        Text inside = text_trim(text_slice(value, i, end - i));
        from = i = end + 2;
        if (read_field(text_slice(value, open, from - open), inside, &field,
                       diag))
            vec_push(a, out, field);
        else
            ok = false;
    }
    push_text(a, value, from, value.n, like, diag, out);
    return ok;
}

bool fields_inlines(Arena *a, Text value, Diag *diag, Inlines *out) {
    InlineVec v = {0};
    bool ok = true;
    for (size_t from = 0; from < value.n;) {
        const char *nl = memchr(value.s + from, '\n', value.n - from);
        size_t to = nl ? (size_t)(nl - value.s) : value.n;
        ok = fields_split(a, text_slice(value, from, to - from), &(Inline){0},
                          diag, &v) &&
             ok;
        if (nl) {
            Text none = {"", 0, text_slice(value, to, 1).span};
            Inline end = {.kind = INLINE_BREAK, .text = none};
            vec_push(a, &v, end);
        }
        from = to + 1;
    }
    *out = (Inlines){v.v, v.n};
    return sections_check_text(out, diag) && ok;
}

size_t fields_section_mark(const char *s, size_t n) {
    if (n < 5 || memcmp(s, "{{", 2) != 0)
        return 0;
    size_t i = 2;
    while (i < n && (s[i] == ' ' || s[i] == '\t'))
        i++;
    if (i == n || !strchr("#^/", s[i]))
        return 0;
    const char *close = memmem(s + i, n - i, "}}", 2);
    return close ? (size_t)(close - s) + 2 : 0;
}
