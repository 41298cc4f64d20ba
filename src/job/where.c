#include "job/where.h"

#include <string.h>

#include "base/limits.h"
#include "job/listfield.h"
#include "job/wheretoken.h"
#include "model/country.h"
#include "model/fold.h"
#include "model/plainnumber.h"

typedef enum NodeKind {
    NODE_AND,
    NODE_OR,
    NODE_NOT,
    NODE_HAS,
    NODE_COMPARE
} NodeKind;

typedef struct Node Node;
struct Node {
    NodeKind kind;
    Node *left, *right; /* of and, or; left of not */
    ListField field;
    WhereOp op;
    Text value;
    const char *folded; /* of the value */
    size_t nfolded;
    char country[3]; /* that the value names; "" */
    bool date;       /* the value is one; else with < and > a number */
    size_t unlike;   /* records whose value is neither */
    Span first;      /* the first of them */
};

struct Where {
    Arena *arena, *scratch; /* of one record */
    const ContactList *list;
    Diag *diag;
    WhereLexer lexer;
    int depth;
    Node *root;
    VEC(Node *) compares;
    Buf folded; /* the value of a record */
};

/* ---- reading ---- */

static Node *read_or(Where *w);

static Node *node(Where *w, NodeKind kind, Node *left, Node *right) {
    Node *n = ARENA_NEW(w->arena, Node);
    *n = (Node){.kind = kind, .left = left, .right = right};
    return n;
}

static Node *fail(Where *w, Span where, const char *message) {
    diag_at(w->diag, DIAG_USAGE, where, "%s", message);
    return NULL;
}

static const char *const needs_field =
    "here a field is missing, as in: country = US and has fax";

/* A date in its shape; whether that day exists does not matter here. */
static bool is_date(Text t) {
    static const char shape[] = "dddd-dd-dd";
    if (t.n != sizeof shape - 1)
        return false;
    for (size_t i = 0; i < t.n; i++)
        if (shape[i] == 'd' ? t.s[i] < '0' || t.s[i] > '9' : t.s[i] != '-')
            return false;
    return true;
}

static bool is_ordering(WhereOp op) {
    return op == WHERE_LESS || op == WHERE_LESS_EQUAL || op == WHERE_MORE ||
           op == WHERE_MORE_EQUAL;
}

static bool settle_value(Where *w, Node *n) {
    Buf folded = {0};
    fold_case(n->value, &folded);
    n->folded = arena_strndup(w->arena, folded.s ? folded.s : "", folded.n);
    n->nfolded = folded.n;
    buf_free(&folded);
    const FieldKey *key = &n->field.key;
    if (key->kind == FIELD_SIMPLE && key->field == CONTACT_COUNTRY &&
        !country_find(n->value.s, n->value.n, n->country))
        n->country[0] = '\0';
    if (!is_ordering(n->op))
        return true;
    PlainNumber number;
    n->date = is_date(n->value);
    if (n->date || plainnumber_parse(n->value, &number))
        return true;
    diag_at(w->diag, DIAG_USAGE, n->value.span,
            "< and > compare numbers and dates such as 2026-11-22; \"%.*s\" is "
            "neither",
            (int)n->value.n, n->value.s);
    return false;
}

static Node *read_compare(Where *w, Text name) {
    WhereToken op = wherelexer_next(&w->lexer);
    if (op.kind == TOKEN_BAD)
        return NULL;
    if (op.kind != TOKEN_OP) {
        diag_at(w->diag, DIAG_USAGE, name.span,
                "\"%.*s\" is not compared with anything; write %.*s = ..., or "
                "has %.*s",
                (int)name.n, name.s, (int)name.n, name.s, (int)name.n, name.s);
        return NULL;
    }
    WhereToken value = wherelexer_next(&w->lexer);
    if (value.kind == TOKEN_BAD)
        return NULL;
    if (!where_is_value(&value))
        return fail(w, value.text.span,
                    "here a value is missing, as in: city = \"New York\"");
    if (value.text.n == 0)
        return fail(w, value.text.span,
                    "an empty value: for records without it write: not has "
                    "city");
    Node *n = node(w, NODE_COMPARE, NULL, NULL);
    n->op = op.op;
    n->value = value.text;
    if (!listfield_find(w->arena, name, w->list, w->diag, &n->field) ||
        !settle_value(w, n))
        return NULL;
    vec_push(w->arena, &w->compares, n);
    return n;
}

static Node *read_has(Where *w) {
    WhereToken name = wherelexer_next(&w->lexer);
    Node *n = node(w, NODE_HAS, NULL, NULL);
    if (name.kind == TOKEN_BAD)
        return NULL;
    if (!where_is_value(&name))
        return fail(w, name.text.span, needs_field);
    return listfield_find(w->arena, name.text, w->list, w->diag, &n->field)
               ? n
               : NULL;
}

static Node *read_group(Where *w, Span open) {
    Node *n = read_or(w);
    if (!n)
        return NULL;
    WhereToken close = wherelexer_next(&w->lexer);
    if (close.kind == TOKEN_CLOSE)
        return n;
    if (close.kind == TOKEN_BAD)
        return NULL;
    if (close.kind != TOKEN_END)
        return fail(w, close.text.span,
                    "here and, or, or ) is missing; a value with blanks stands "
                    "in quotes: city = \"New York\"");
    return fail(w, open, "this ( is never closed; add a )");
}

static Node *read_one(Where *w) {
    WhereToken t = wherelexer_next(&w->lexer);
    Node *inner = NULL;
    if (++w->depth > LIMIT_WHERE_DEPTH)
        return fail(w, t.text.span, "too many ( or not, one in another");
    switch (t.kind) {
    case TOKEN_NOT:
        inner = read_one(w);
        inner = inner ? node(w, NODE_NOT, inner, NULL) : NULL;
        break;
    case TOKEN_OPEN:
        inner = read_group(w, t.text.span);
        break;
    case TOKEN_HAS:
        inner = read_has(w);
        break;
    case TOKEN_WORD:
    case TOKEN_QUOTED:
        inner = read_compare(w, t.text);
        break;
    case TOKEN_BAD:
        return NULL;
    case TOKEN_AND:
    case TOKEN_OR:
    case TOKEN_OP:
    case TOKEN_CLOSE:
    case TOKEN_END:
        return fail(w, t.text.span, needs_field);
    }
    w->depth--;
    return inner;
}

/* A chain of `kind`, each read by `part`. */
static Node *read_chain(Where *w, NodeKind kind, WhereTokenKind word,
                        Node *(*part)(Where *)) {
    Node *left = part(w);
    while (left && wherelexer_peek(&w->lexer).kind == word) {
        wherelexer_next(&w->lexer);
        Node *right = part(w);
        left = right ? node(w, kind, left, right) : NULL;
    }
    return left;
}

static Node *read_and(Where *w) {
    return read_chain(w, NODE_AND, TOKEN_AND, read_one);
}

static Node *read_or(Where *w) {
    return read_chain(w, NODE_OR, TOKEN_OR, read_and);
}

static bool check_end(Where *w) {
    WhereToken t = wherelexer_next(&w->lexer);
    if (t.kind == TOKEN_CLOSE)
        fail(w, t.text.span, "this ) closes nothing; take it out");
    else if (t.kind != TOKEN_END && t.kind != TOKEN_BAD)
        fail(w, t.text.span,
             "here and or or is missing; a value with blanks stands in "
             "quotes: city = \"New York\"");
    return t.kind == TOKEN_END;
}

Where *where_open(Arena *a, const char *option, const char *expr,
                  const ContactList *list, Diag *diag) {
    Where *w = ARENA_NEW(a, Where);
    const Source *src = source_from(a, option, expr, strlen(expr));
    *w = (Where){.arena = a, .list = list, .diag = diag};
    if (!source_check(src, diag))
        return NULL;
    wherelexer_init(&w->lexer, src, diag);
    w->root = read_or(w);
    if (!w->root || !check_end(w))
        return NULL;
    w->scratch = arena_new();
    return w;
}

void where_close(Where *w) {
    if (!w)
        return;
    arena_free(w->scratch);
    buf_free(&w->folded);
}

/* ---- asking ---- */

static bool same_or_contains(Where *w, const Node *n, Text value) {
    w->folded.n = 0;
    fold_case(value, &w->folded);
    if (n->op == WHERE_EQUAL || n->op == WHERE_UNEQUAL)
        return w->folded.n == n->nfolded &&
               memcmp(w->folded.s, n->folded, n->nfolded) == 0;
    return w->folded.n >= n->nfolded &&
           memmem(w->folded.s, w->folded.n, n->folded, n->nfolded) != NULL;
}

static bool ordered(WhereOp op, int order) {
    switch (op) {
    case WHERE_LESS:
        return order < 0;
    case WHERE_LESS_EQUAL:
        return order <= 0;
    case WHERE_MORE:
        return order > 0;
    case WHERE_MORE_EQUAL:
        return order >= 0;
    case WHERE_EQUAL:
    case WHERE_UNEQUAL:
    case WHERE_CONTAINS:
    case WHERE_LACKS:
        break;
    }
    return false;
}

static bool compare_order(Node *n, Text value) {
    PlainNumber mine, theirs;
    if (n->date && is_date(value))
        return ordered(n->op, memcmp(value.s, n->value.s, value.n));
    if (!n->date && plainnumber_parse(n->value, &mine) &&
        plainnumber_parse(value, &theirs))
        return ordered(n->op, plainnumber_compare(&theirs, &mine));
    if (n->unlike++ == 0)
        n->first = value.span;
    return false;
}

static bool compare(Where *w, Node *n, const Contact *c) {
    TextList values = listfield_values(&n->field, c, w->scratch);
    bool equals = n->op == WHERE_EQUAL || n->op == WHERE_UNEQUAL;
    bool found = equals && n->country[0] && strcmp(n->country, c->country) == 0;
    for (size_t i = 0; i < values.n && !found; i++)
        found = is_ordering(n->op) ? compare_order(n, values.v[i])
                                   : same_or_contains(w, n, values.v[i]);
    return n->op == WHERE_UNEQUAL || n->op == WHERE_LACKS ? !found : found;
}

/* Chains are walked from their end: they may be long. */
static bool holds(Where *w, Node *n, const Contact *c) {
    while (n->kind == NODE_AND || n->kind == NODE_OR) {
        bool right = holds(w, n->right, c);
        if (right == (n->kind == NODE_OR))
            return right;
        n = n->left;
    }
    if (n->kind == NODE_NOT)
        return !holds(w, n->left, c);
    if (n->kind == NODE_HAS)
        return listfield_values(&n->field, c, w->scratch).n > 0;
    return compare(w, n, c);
}

bool where_holds(Where *w, const Contact *c) {
    arena_reset(w->scratch);
    return holds(w, w->root, c);
}

void where_tell(const Where *w, Diag *diag) {
    for (size_t i = 0; i < w->compares.n; i++) {
        const Node *n = w->compares.v[i];
        if (n->unlike == 0)
            continue;
        Text name = n->field.key.name;
        diag_at(diag, DIAG_WARNING, n->first,
                "%.*s is compared with %s, and %zu record%s something else "
                "there, which is neither less nor more; this is the first",
                (int)name.n, name.s,
                n->date ? "a date (2026-11-22)" : "a number", n->unlike,
                n->unlike == 1 ? " has" : "s have");
    }
}
