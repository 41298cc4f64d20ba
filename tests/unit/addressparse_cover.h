/* addressparse_cover.h - is nothing of a pasted address lost or doubled? For
 * the unit test and the fuzz target. */
#ifndef ENVOI_TESTS_ADDRESSPARSE_COVER_H
#define ENVOI_TESTS_ADDRESSPARSE_COVER_H

#include "base/utf8.h"
#include "model/addressparse.h"

#include <unicode/uchar.h>

/* Every letter and digit of the lines is in exactly one piece, and every piece
 * is a slice of its line, in order. */
static inline bool cover_is_exact(const Text *lines, size_t n,
                                  const AddressParse *p) {
    size_t piece = 0;
    for (size_t i = 0; i < n; i++) {
        Text line = lines[i];
        size_t end = 0; /* of the pieces so far, in this line */
        for (size_t at = 0; at <= line.n;) {
            const AddressPiece *v = piece < p->n ? &p->v[piece] : NULL;
            if (v && v->line == i && v->text.s == line.s + at) {
                if (v->text.n == 0 || at + v->text.n > line.n || at < end)
                    return false;
                end = at + v->text.n;
                at = end;
                piece++;
                continue;
            }
            if (at == line.n)
                break;
            uint32_t cp = utf8_next(line.s, line.n, &at);
            if (cp != UTF8_BAD &&
                (u_isalpha((UChar32)cp) || u_isdigit((UChar32)cp)))
                return false;
        }
    }
    return piece == p->n;
}

#endif
