#include "job/wheretoken.h"

#include <string.h>
#include <strings.h>

void wherelexer_init(WhereLexer *l, const Source *src, Diag *diag) {
    *l = (WhereLexer){.src = src, .diag = diag};
}

bool where_is_value(const WhereToken *t) {
    return t->kind == TOKEN_WORD || t->kind == TOKEN_QUOTED;
}

static WhereToken token(WhereLexer *l, WhereTokenKind kind, size_t n) {
    WhereToken t = {.kind = kind,
                    .text = text_of_span((Span){l->src, l->at, n})};
    l->at += n;
    return t;
}

static WhereToken refused(WhereLexer *l, size_t n, const char *message) {
    if (l->diag)
        diag_at(l->diag, DIAG_USAGE, (Span){l->src, l->at, n}, "%s", message);
    return token(l, TOKEN_BAD, n);
}

static WhereToken sign(WhereLexer *l) {
    static const struct {
        const char *s;
        WhereOp op;
    } signs[] = {{"==", WHERE_EQUAL},      {"!=", WHERE_UNEQUAL},
                 {"<>", WHERE_UNEQUAL},    {"!~", WHERE_LACKS},
                 {"<=", WHERE_LESS_EQUAL}, {">=", WHERE_MORE_EQUAL},
                 {"=", WHERE_EQUAL},       {"~", WHERE_CONTAINS},
                 {"<", WHERE_LESS},        {">", WHERE_MORE}};
    const char *s = l->src->bytes + l->at;
    size_t left = l->src->n - l->at;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        size_t n = strlen(signs[i].s);
        if (n > left || memcmp(s, signs[i].s, n) != 0)
            continue;
        WhereToken t = token(l, TOKEN_OP, n);
        t.op = signs[i].op;
        return t;
    }
    return refused(
        l, 1, "a ! stands before = or ~; the contrary of the rest is: not ...");
}

static WhereToken quoted(WhereLexer *l, char quote) {
    const char *s = l->src->bytes + l->at + 1;
    const char *end = memchr(s, quote, l->src->n - l->at - 1);
    if (!end)
        return refused(
            l, l->src->n - l->at,
            "this quotation mark is never closed; add one behind the value");
    l->at++;
    WhereToken t = token(l, TOKEN_QUOTED, (size_t)(end - s));
    l->at++;
    return t;
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static WhereToken word(WhereLexer *l) {
    static const struct {
        const char *s;
        WhereTokenKind kind;
    } words[] = {{"and", TOKEN_AND},
                 {"or", TOKEN_OR},
                 {"not", TOKEN_NOT},
                 {"has", TOKEN_HAS}};
    const char *s = l->src->bytes + l->at;
    size_t n = 0, left = l->src->n - l->at;
    while (n < left && !is_blank(s[n]) && !strchr("()=!<>~\"'", s[n]))
        n++;
    WhereTokenKind kind = TOKEN_WORD;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strlen(words[i].s) == n && strncasecmp(words[i].s, s, n) == 0)
            kind = words[i].kind;
    return token(l, kind, n);
}

WhereToken wherelexer_next(WhereLexer *l) {
    const Source *src = l->src;
    while (l->at < src->n && is_blank(src->bytes[l->at]))
        l->at++;
    if (l->at >= src->n)
        return token(l, TOKEN_END, 0);
    char c = src->bytes[l->at];
    if (c == '(' || c == ')')
        return token(l, c == '(' ? TOKEN_OPEN : TOKEN_CLOSE, 1);
    if (c == '"' || c == '\'')
        return quoted(l, c);
    if (strchr("=!<>~", c))
        return sign(l);
    return word(l);
}

/* A fault is told once: when the token is taken. */
WhereToken wherelexer_peek(const WhereLexer *l) {
    WhereLexer copy = *l;
    copy.diag = NULL;
    return wherelexer_next(&copy);
}
