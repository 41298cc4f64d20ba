/* lettersection.h - what of a letter's text is there for one sender and one
 * addressee: {{#field}} ... {{/field}} and {{^field}} ... {{/field}}.
 *
 * Where something is gone the blanks around it close up to one; a paragraph, an
 * item, a list with nothing left in it is gone too.
 */
#ifndef ENVOI_MODEL_LETTERSECTION_H
#define ENVOI_MODEL_LETTERSECTION_H

#include "model/letter.h"

typedef struct LetterParties {
    Arena *arena;             /* of the result */
    const Contact *from, *to; /* NULL: none */
    const char *lang;
    Diag *diag;
    unsigned uses; /* LetterSide: those that were asked are added */
    bool ok;       /* made false by an unknown field, which is in diag */
} LetterParties;

/* Does the text depend on a section, or on a field that may be empty? */
bool letter_is_conditional(const Inlines *in);

/* `in` without its marks, standing in the sections `within` (NULL: none).
 * Fields stay fields, but for those of which nothing would be printed. */
Inlines letter_resolve(LetterParties *who, const Inlines *in,
                       const LetterSection *within);

/* The block as it is for these two; false: it is not there. A block that is not
 * conditional is itself. */
bool letter_resolve_block(LetterParties *who, const Block *in, Block *out);

#endif
