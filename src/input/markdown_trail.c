#include "input/markdown_trail.h"

#include "base/utf8.h"

#include <string.h>

void trail_free(Trail *t) {
    buf_free(&t->text);
    buf_free(&t->lines);
    buf_free(&t->map);
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

/* ASCII punctuation, the characters that a backslash may stand before
 * (CommonMark 0.30, 2.4). */
static bool is_punct(char c) {
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') ||
           (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

static char peek(const Trail *t, size_t at) {
    return at < t->text.n ? t->text.s[at] : '\n';
}

static size_t skip_blanks(const char *s, size_t n, size_t i) {
    while (i < n && is_blank(s[i]))
        i++;
    return i;
}

static void add_line(Trail *t, size_t from, size_t end) {
    const char *s = t->src->bytes;
    TrailLine line = {(uint32_t)t->text.n, (uint32_t)from};
    buf_add(&t->lines, &line, sizeof line);
    buf_add(&t->text, s + from, end - from);
    buf_putc(&t->text, '\n');
}

/* A later line of the block: indent and quote marks are not its text. A lazy
 * line has fewer marks than the block has quotes (CommonMark 0.30, 5.1). */
static size_t strip_marks(const char *s, size_t end, size_t i, int quotes) {
    i = skip_blanks(s, end, i);
    while (quotes-- > 0 && i < end && s[i] == '>')
        i = skip_blanks(s, end, i + 1);
    return i;
}

/* `#` marks of an ATX heading: a run of `level` and then a blank. The text of
 * an underlined heading cannot begin so. */
static size_t heading_marks(const Trail *t, int level) {
    size_t i = 0;
    while (peek(t, i) == '#')
        i++;
    if (i == 0 || i != (size_t)level ||
        (!is_blank(peek(t, i)) && peek(t, i) != '\n'))
        return 0;
    return skip_blanks(t->text.s, t->text.n, i);
}

static size_t next_line(const Trail *t, size_t at) {
    const char *nl = memchr(t->text.s + at, '\n', t->text.n - at);
    return nl ? (size_t)(nl - t->text.s) + 1 : t->text.n;
}

static size_t find_line(Trail *t, size_t at) {
    const TrailLine *v = (const TrailLine *)(const void *)t->lines.s;
    size_t n = t->lines.n / sizeof *v;
    while (t->hint > 0 && v[t->hint].at > at)
        t->hint--;
    while (t->hint + 1 < n && v[t->hint + 1].at <= at)
        t->hint++;
    return t->hint;
}

static size_t to_source(Trail *t, size_t at) {
    const TrailLine *v = (const TrailLine *)(const void *)t->lines.s;
    const TrailLine *line = v + find_line(t, at);
    size_t off = line->source + (at - line->at);
    return off < t->src->n ? off : t->src->n;
}

Span trail_span(Trail *t, size_t at, size_t n) {
    size_t from = to_source(t, at);
    size_t to = n == 0 ? from : to_source(t, at + n - 1) + 1;
    if (to > t->src->n) /* a last line without a line end */
        to = t->src->n;
    return (Span){t->src, from, to > from ? to - from : 0};
}

/* --- marks --- */

static size_t delimiters(cmark_node_type type) {
    return type == CMARK_NODE_STRONG ? 2 : 1;
}

static void skip_delimiters(Trail *t, size_t n) {
    for (; n > 0 && (peek(t, t->at) == '*' || peek(t, t->at) == '_'); n--)
        t->at++;
}

void trail_enter(Trail *t, cmark_node_type type) {
    if (type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG) {
        skip_delimiters(t, delimiters(type));
        return;
    }
    if (type == CMARK_NODE_IMAGE && peek(t, t->at) == '!')
        t->at++;
    if (peek(t, t->at) == '<') {
        t->autolink = true;
        t->at++;
    } else if (peek(t, t->at) == '[') {
        t->at++;
    }
}

static size_t skip_space(const Trail *t, size_t i) {
    while (i < t->text.n && (is_blank(t->text.s[i]) || t->text.s[i] == '\n'))
        i++;
    return i;
}

/* Behind the `close` that ends what begins at i, or i if something that may
 * not stand inside comes first: a second opening, in <> a line end. */
static size_t skip_closed(const Trail *t, size_t i, char close) {
    char open = close == '>'   ? '<'
                : close == ')' ? '('
                : close == ']' ? '['
                               : '\0';
    for (size_t k = i; k < t->text.n; k++) {
        char c = t->text.s[k];
        if (c == '\\' && is_punct(peek(t, k + 1)))
            k++;
        else if (c == close)
            return k + 1;
        else if (c == open || (c == '\n' && close == '>'))
            break;
    }
    return i;
}

/* A bare destination: to a blank, or to a parenthesis that closes more than
 * were opened (CommonMark 0.30, 6.3). */
static size_t skip_bare(const Trail *t, size_t i) {
    int open = 0;
    for (; i < t->text.n; i++) {
        char c = t->text.s[i];
        if (c == '\\' && is_punct(peek(t, i + 1)))
            i++;
        else if (c == '(' && ++open > 32) /* as cmark */
            break;
        else if (is_blank(c) || c == '\n' || (c == ')' && --open < 0))
            break;
    }
    return i;
}

/* "(destination "title")" at i: true, with the place behind it in *end. */
static bool link_target(const Trail *t, size_t i, size_t *end, size_t *dest_at,
                        size_t *dest_n) {
    if (peek(t, i) != '(')
        return false;
    i = skip_space(t, i + 1);
    bool pointy = peek(t, i) == '<';
    *dest_at = pointy ? i + 1 : i;
    i = pointy ? skip_closed(t, i + 1, '>') : skip_bare(t, i);
    *dest_n = i - *dest_at - (pointy && i > *dest_at);
    i = skip_space(t, i);
    char c = peek(t, i);
    if (c == '"' || c == '\'' || c == '(')
        i = skip_space(t, skip_closed(t, i + 1, c == '(' ? ')' : c));
    *end = i + 1;
    return peek(t, i) == ')';
}

void trail_leave(Trail *t, cmark_node_type type, size_t *dest_at,
                 size_t *dest_n) {
    *dest_at = t->at;
    *dest_n = 0;
    if (type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG) {
        skip_delimiters(t, delimiters(type));
        return;
    }
    if (t->autolink) {
        t->autolink = false;
        if (peek(t, t->at) == '>')
            t->at++;
        return;
    }
    if (peek(t, t->at) != ']')
        return;
    t->at++;
    size_t end;
    if (link_target(t, t->at, &end, dest_at, dest_n)) {
        t->at = end;
        return;
    }
    *dest_n = 0;
    *dest_at = t->at;
    if (peek(t, t->at) == '[')
        t->at = skip_closed(t, t->at + 1, ']');
}

/* --- text --- */

/* Numeric reference at s ("&#38;", "&#x26;"): its length, 0 if it is none. */
static size_t numeric_entity(const char *s, size_t n, uint32_t *cp) {
    size_t i = 2;
    uint32_t base = 10, value = 0;
    if (n > 2 && (s[2] == 'x' || s[2] == 'X')) {
        base = 16;
        i = 3;
    }
    size_t from = i;
    for (; i < n && i - from < (base == 16 ? 6 : 7); i++) {
        char c = s[i];
        uint32_t digit = c >= '0' && c <= '9'   ? (uint32_t)(c - '0')
                         : c >= 'a' && c <= 'f' ? (uint32_t)(c - 'a') + 10
                         : c >= 'A' && c <= 'F' ? (uint32_t)(c - 'A') + 10
                                                : base;
        if (digit >= base)
            break;
        value = value * base + digit;
    }
    if (i == from || i >= n || s[i] != ';')
        return 0;
    bool scalar = value != 0 && value < 0x110000 && (value & ~0x7FFu) != 0xD800;
    *cp = scalar ? value : 0xFFFD;
    return i + 1;
}

/* What a named reference stands for: cmark knows the 2,125 names. */
static size_t named_entity(const char *s, size_t n, char out[8]) {
    size_t written = 0;
    cmark_node *doc = cmark_parse_document(s, n, CMARK_OPT_DEFAULT);
    cmark_node *para = cmark_node_first_child(doc);
    cmark_node *text = para ? cmark_node_first_child(para) : NULL;
    const char *literal = text ? cmark_node_get_literal(text) : NULL;
    size_t len = literal ? strlen(literal) : 0;
    if (len > 0 && len <= 8 && !(len == n && memcmp(literal, s, n) == 0)) {
        memcpy(out, literal, len);
        written = len;
    }
    cmark_node_free(doc);
    return written;
}

/* The entity at s (s[0] == '&'): its length in the source, 0 if it is none, and
 * the bytes that it stands for. */
static size_t entity(const char *s, size_t n, char out[8], size_t *written) {
    if (n > 1 && s[1] == '#') {
        uint32_t cp;
        size_t len = numeric_entity(s, n, &cp);
        *written = len ? utf8_put(out, cp) : 0;
        return len;
    }
    /* The longest name has 31 letters. */
    size_t i = 1;
    while (i < n && i < 33 &&
           ((s[i] >= '0' && s[i] <= '9') || (s[i] >= 'A' && s[i] <= 'Z') ||
            (s[i] >= 'a' && s[i] <= 'z')))
        i++;
    if (i == 1 || i >= n || s[i] != ';')
        return 0;
    *written = named_entity(s, i + 1, out);
    return *written ? i + 1 : 0;
}

/* How many bytes of text stand at the cursor as the head of s, and how many
 * bytes of s they are; 0 if they do not. */
static size_t match(const Trail *t, const char *s, size_t n, size_t *of_s) {
    const char *raw = t->text.s + t->at;
    size_t left = t->text.n - t->at;
    *of_s = 1;
    if (left == 0)
        return 0;
    if (raw[0] == '\\' && !t->autolink && left > 1 && is_punct(raw[1]))
        return raw[1] == s[0] ? 2 : 0;
    if (raw[0] == '&') {
        char out[8];
        size_t written = 0;
        size_t len = entity(raw, left, out, &written);
        if (len) {
            *of_s = written;
            return written <= n && memcmp(out, s, written) == 0 ? len : 0;
        }
    }
    return raw[0] == s[0] ? 1 : 0;
}

/* Lost: go on where the next bytes of s are found, within patience. */
static bool search(Trail *t, const char *s, size_t n) {
    size_t left = t->text.n - t->at;
    size_t window = left < t->patience ? left : t->patience;
    size_t probe = n < 24 ? n : 24;
    const char *hit = memmem(t->text.s + t->at, window, s, probe);
    size_t moved = hit ? (size_t)(hit - (t->text.s + t->at)) : 0;
    t->patience -= hit ? moved : window;
    t->at += moved;
    return hit != NULL;
}

const uint32_t *trail_text(Trail *t, const char *s, size_t n) {
    buf_clear(&t->map);
    buf_reserve(&t->map, (n + 1) * sizeof(uint32_t));
    uint32_t *map = (uint32_t *)(void *)t->map.s;
    bool lost = false;
    for (size_t i = 0; i < n;) {
        size_t of_s = 1;
        size_t len = lost ? 0 : match(t, s + i, n - i, &of_s);
        if (len == 0 && !lost) {
            lost = !search(t, s + i, n - i);
            len = lost ? 0 : match(t, s + i, n - i, &of_s);
        }
        if (len == 0)
            of_s = 1;
        for (size_t k = 0; k < of_s; k++)
            map[i + k] = (uint32_t)t->at;
        i += of_s;
        t->at += len;
    }
    map[n] = (uint32_t)t->at;
    return map;
}

size_t trail_break(Trail *t) {
    size_t i = skip_blanks(t->text.s, t->text.n, t->at);
    if (peek(t, i) == '\\')
        i++;
    size_t began = peek(t, i) == '\n' ? t->at : next_line(t, t->at) - 1;
    t->at = next_line(t, t->at);
    if (began > t->at)
        began = t->at;
    return began;
}

size_t trail_code(Trail *t) {
    const char *open = memchr(t->text.s + t->at, '`', t->text.n - t->at);
    size_t began = open ? (size_t)(open - t->text.s) : t->at;
    size_t ticks = 0;
    while (peek(t, began + ticks) == '`')
        ticks++;
    for (size_t i = began + ticks; i < t->text.n && ticks > 0;) {
        size_t run = 0;
        while (peek(t, i + run) == '`')
            run++;
        i += run ? run : 1;
        if (run == ticks) {
            t->at = i;
            break;
        }
    }
    return began;
}

size_t trail_html(Trail *t, const char *literal) {
    size_t began = t->at;
    for (const char *p = literal; *p; p++)
        if (*p == '>') {
            const char *hit = memchr(t->text.s + t->at, '>', t->text.n - t->at);
            t->at = hit ? (size_t)(hit - t->text.s) + 1 : t->at;
        }
    return began;
}

/* --- beginning --- */

/* Behind the "[label]:" of a link definition at `at`, or `at`. */
static size_t skip_label(const Trail *t, size_t at) {
    if (peek(t, at) != '[')
        return at;
    /* Labels have at most 999 characters (CommonMark 0.30, 4.7). */
    for (size_t i = at + 1; i < t->text.n && i < at + 1002; i++) {
        if (t->text.s[i] == '\\')
            i++;
        else if (t->text.s[i] == '[')
            break;
        else if (t->text.s[i] == ']')
            return peek(t, i + 1) == ':' ? i + 2 : at;
    }
    return at;
}

/* Does a link definition begin at `at`: label, destination, and then the line
 * or a title? */
static bool is_definition(const Trail *t, size_t at) {
    size_t i = skip_label(t, at);
    if (i == at)
        return false;
    size_t dest = skip_space(t, i);
    i = peek(t, dest) == '<' ? skip_closed(t, dest + 1, '>')
                             : skip_bare(t, dest);
    if (i == dest)
        return false;
    size_t k = skip_blanks(t->text.s, t->text.n, i);
    char c = peek(t, k);
    return c == '\n' || (k > i && (c == '"' || c == '\'' || c == '('));
}

/* Does the leaf's first text stand at the cursor? That tells text that looks
 * like a link definition from one, which cmark takes from the head of a
 * paragraph without moving the paragraph's place. */
static bool begins_here(Trail *t, cmark_node *first) {
    if (cmark_node_get_type(first) != CMARK_NODE_TEXT)
        return false;
    const char *s = cmark_node_get_literal(first);
    size_t n = strlen(s), began = t->at, of_s, len = 1;
    for (size_t i = 0; i < n && len > 0; i += of_s) {
        len = match(t, s + i, n - i, &of_s);
        t->at += len;
    }
    t->at = began;
    return n > 0 && len > 0;
}

static void start(Trail *t, const Source *src) {
    t->src = src;
    buf_clear(&t->text);
    buf_clear(&t->lines);
    t->hint = 0;
    t->at = 0;
    t->autolink = false;
}

void trail_open(Trail *t, const Source *src, const DraftLine *lines, size_t n,
                size_t off, int quotes, cmark_node *leaf) {
    start(t, src);
    add_line(t, off, lines[0].end);
    for (size_t i = 1; i < n; i++)
        add_line(t, strip_marks(src->bytes, lines[i].end, lines[i].at, quotes),
                 lines[i].end);
    t->patience = t->text.n + 4096;
    if (cmark_node_get_type(leaf) == CMARK_NODE_HEADING)
        t->at = heading_marks(t, cmark_node_get_heading_level(leaf));
    bool atx = t->at > 0; /* holds no link definitions */
    cmark_node *child = cmark_node_first_child(leaf);
    while (child && !atx && is_definition(t, t->at) && !begins_here(t, child))
        t->at = next_line(t, t->at);
}

void trail_open_span(Trail *t, Span span) {
    start(t, span.src);
    add_line(t, span.off, span.off + span.n);
    t->patience = t->text.n + 4096;
}
