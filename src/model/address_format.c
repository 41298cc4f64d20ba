#include "model/address_format.h"

#include "base/utf8.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <string.h>

int format_index(const char *format, char code) {
    bool quoted = false;
    for (int i = 0; format[i]; i++) {
        quoted = format[i] == '<' ||
                 (quoted != (format[i] == '\'') && format[i] != '>');
        if (!quoted && format[i] == code)
            return i;
    }
    return -1;
}

const char *format_at_home(Arena *a, const char *format) {
    const char *open = strchr(format, '<');
    const char *close = open ? strchr(open, '>') : NULL;
    return close ? arena_printf(a, "%.*s%s", (int)(open - format), format,
                                close + 1)
                 : format;
}

typedef VEC(Text) Parts;

typedef struct Expansion {
    Arena *arena;
    VEC(FormatLine) lines;
    Parts parts; /* of the line being made */
    FormatField field;
    size_t index;
    const char *literal; /* waiting for the field behind it */
    size_t literal_n;
    bool prefix; /* the literal opens the line */
} Expansion;

static void line_end(Expansion *e) {
    if (e->parts.n > 0) {
        FormatLine line = {e->field, e->index, {e->parts.v, e->parts.n}};
        vec_push(e->arena, &e->lines, line);
    }
    e->parts = (Parts){0};
}

static bool starts_with(Text t, const char *s, size_t n) {
    return t.n >= n && memcmp(t.s, s, n) == 0;
}

static bool begins_word(uint32_t cp) {
    return cp != UTF8_BAD && u_isalpha((UChar32)cp) &&
           u_getIntPropertyValue((UChar32)cp, UCHAR_LINE_BREAK) !=
               U_LB_IDEOGRAPHIC;
}

static bool is_arabic(uint32_t cp) {
    UErrorCode error = U_ZERO_ERROR;
    return uscript_getScript((UChar32)cp, &error) == USCRIPT_ARABIC;
}

/* What stands between values that a format puts side by side: nothing, as
 * Chinese has it, but where words of another script would run into each other
 * (libaddressinput, address_formatter.cc: of Arabic letters a comma). */
static const char *between(Text before, Text after) {
    size_t at = 0, last = before.n;
    while (last > 0 && ((unsigned char)before.s[--last] & 0xC0) == 0x80)
        ;
    if (before.n == 0 || after.n == 0)
        return "";
    uint32_t x = utf8_next(before.s, before.n, &last);
    uint32_t y = utf8_next(after.s, after.n, &at);
    if (!begins_word(x) || !begins_word(y))
        return "";
    return is_arabic(x) && is_arabic(y) ? "\xD8\x8C " : " ";
}

/* The literal stands if it opens the line or a value precedes it; "CH-" is not
 * doubled where the postcode has it. */
static void put_literal(Expansion *e, Text next) {
    bool stands = e->prefix ? !starts_with(next, e->literal, e->literal_n)
                            : e->parts.n > 0;
    if (e->literal_n > 0 && stands) {
        const char *s = arena_strndup(e->arena, e->literal, e->literal_n);
        Text t = {s, e->literal_n, {0}};
        vec_push(e->arena, &e->parts, t);
    } else if (e->literal_n == 0 && stands && e->parts.n > 0) {
        const char *s = between(e->parts.v[e->parts.n - 1], next);
        if (*s)
            vec_push(e->arena, &e->parts, text_literal(s));
    }
}

/* "S, Z" without a region: the postcode does not stand alone but goes on the
 * line of the city, which may be looked for by it. */
static void join_city(Expansion *e, FormatField field) {
    if (field != FORMAT_Z || e->parts.n > 0 || e->prefix || e->literal_n == 0 ||
        e->lines.n == 0)
        return;
    const FormatLine *last = &e->lines.v[e->lines.n - 1];
    if (last->field != FORMAT_C && last->field != FORMAT_D)
        return;
    e->field = last->field;
    e->index = last->index;
    for (size_t i = 0; i < last->parts.n; i++)
        vec_push(e->arena, &e->parts, last->parts.v[i]);
    e->lines.n--;
}

static void put_field(Expansion *e, FormatField field,
                      const FieldLines *lines) {
    if (lines->n > 0)
        join_city(e, field);
    for (size_t i = 0; i < lines->n; i++) {
        if (i > 0)
            line_end(e);
        if (e->parts.n == 0) {
            e->field = field;
            e->index = i;
        }
        if (i == 0)
            put_literal(e, lines->v[0].v[0]);
        for (size_t k = 0; k < lines->v[i].n; k++)
            vec_push(e->arena, &e->parts, lines->v[i].v[k]);
    }
}

static void take_literal(Expansion *e, const char *s, size_t n, bool opens) {
    e->literal = s;
    e->literal_n = n;
    e->prefix = opens;
}

void format_expand(Arena *a, const char *format,
                   const FieldLines fields[FORMAT_FIELDS], FormatLines *out) {
    Expansion e = {.arena = a};
    bool opens = true;
    for (const char *f = format; *f;) {
        const char *code = strchr(FORMAT_CODES, *f);
        size_t n = 1;
        if (*f == '|') {
            line_end(&e);
            opens = true;
            take_literal(&e, "", 0, false);
        } else if (*f == '\'' || *f == '<') {
            n = strcspn(f + 1, *f == '<' ? ">" : "'");
            take_literal(&e, f + 1, n, opens);
            n += 2;
        } else if (code) {
            const FieldLines *lines = &fields[code - FORMAT_CODES];
            put_field(&e, (FormatField)(code - FORMAT_CODES), lines);
            /* A separator waits for the next value, "C, S Z" without S takes
             * the nearer one; a prefix goes with its field. */
            if (lines->n > 0 || e.prefix)
                take_literal(&e, "", 0, false);
            opens = false;
        } else {
            n = strcspn(f, FORMAT_CODES "|'<");
            take_literal(&e, f, n, opens);
        }
        f += n;
    }
    line_end(&e);
    *out = (FormatLines){e.lines.v, e.lines.n};
}

TextList format_part(Arena *a, Text t) {
    TextList parts = {ARENA_NEW(a, Text), 1};
    parts.v[0] = t;
    return parts;
}

FieldLines format_field(Arena *a, Text t) {
    VEC(TextList) lines = {0};
    for (size_t at = 0; t.s && at < t.n;) {
        const char *nl = memchr(t.s + at, '\n', t.n - at);
        size_t n = nl ? (size_t)(nl - t.s) - at : t.n - at;
        Text line = text_trim(text_slice(t, at, n));
        if (line.n > 0)
            vec_push(a, &lines, format_part(a, line));
        at += n + 1;
    }
    return (FieldLines){lines.v, lines.n};
}
