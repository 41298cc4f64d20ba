/* vcard.h - cards of an address book as properties with spans.
 *
 * vCard 4.0 (RFC 6350, parameters as RFC 6868 has them), 3.0 (RFC 2426), and
 * 2.1 as telephones still write it: quoted-printable, CHARSET, and types
 * without TYPE=. Debian has no C library for cards that is kept up, and none
 * that says where a value stood.
 */
#ifndef ENVOI_INPUT_VCARD_H
#define ENVOI_INPUT_VCARD_H

#include "base/diag.h"
#include "base/source.h"

typedef struct VcardParam {
    const char *name; /* in capitals; "TYPE" of one without a name */
    Text value;
} VcardParam;

typedef struct VcardProperty {
    const char *name; /* in capitals, without its group */
    VcardParam *params;
    size_t nparams;
    Text value; /* unfolded and decoded; escapes are left */
    Span span;  /* of the whole */
    bool old; /* of a card of version 2.1, which has no lists in a component */
} VcardProperty;

typedef struct Vcard {
    Span span; /* of BEGIN:VCARD */
    bool old;  /* version 2.1 */
    VcardProperty *v;
    size_t n;
} Vcard;

/* Properties and parameters of one card. */
#define VCARD_PROPERTIES_MAX 2000
#define VCARD_PARAMS_MAX 64

/* Behind blank lines, and a byte order mark, from byte `at` on. */
size_t vcard_blank(const Source *src, size_t at);

/* The card that begins at byte *at; *at is behind it then. False at the end of
 * the source. *sound is false, with errors in `diag`, if it is none. */
bool vcard_next(Arena *a, const Source *src, size_t *at, Diag *diag,
                bool *sound, Vcard *out);

/* The parameter `name` has `value` among its values, which may be a list; case
 * does not matter. */
bool vcard_has(const VcardProperty *p, const char *name, const char *value);
/* Its value, or NULL. */
const Text *vcard_param(const VcardProperty *p, const char *name);

/* Component `i` of a structured value, from 0: what stands between semicolons,
 * without escapes. Commas between values of a list become `comma`, but '\0'
 * leaves them. n = 0 if it
 * is empty or not there. */
Text vcard_component(Arena *a, const VcardProperty *p, size_t i, char comma);
/* A value that has no components. */
Text vcard_text(Arena *a, const VcardProperty *p);

#endif
