/* wheretoken.h - the words and signs of a --where expression. */
#ifndef ENVOI_JOB_WHERETOKEN_H
#define ENVOI_JOB_WHERETOKEN_H

#include "base/diag.h"

typedef enum WhereTokenKind {
    TOKEN_WORD,
    TOKEN_QUOTED,
    TOKEN_AND,
    TOKEN_OR,
    TOKEN_NOT,
    TOKEN_HAS,
    TOKEN_OP,
    TOKEN_OPEN,
    TOKEN_CLOSE,
    TOKEN_END,
    TOKEN_BAD /* it has been told */
} WhereTokenKind;

typedef enum WhereOp {
    WHERE_EQUAL,
    WHERE_UNEQUAL,
    WHERE_CONTAINS,
    WHERE_LACKS,
    WHERE_LESS,
    WHERE_LESS_EQUAL,
    WHERE_MORE,
    WHERE_MORE_EQUAL
} WhereOp;

typedef struct WhereToken {
    WhereTokenKind kind;
    WhereOp op;
    Text text; /* of what is quoted the inside */
} WhereToken;

typedef struct WhereLexer {
    const Source *src;
    Diag *diag;
    size_t at;
} WhereLexer;

void wherelexer_init(WhereLexer *l, const Source *src, Diag *diag);
WhereToken wherelexer_next(WhereLexer *l);
WhereToken wherelexer_peek(const WhereLexer *l);

/* May it be a value, or a field? */
bool where_is_value(const WhereToken *t);

#endif
