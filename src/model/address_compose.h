/* address_compose.h - the parts of address.c: an address while it is composed.
 *
 * Private to the model layer.
 */
#ifndef ENVOI_MODEL_ADDRESS_COMPOSE_H
#define ENVOI_MODEL_ADDRESS_COMPOSE_H

#include "model/address.h"
#include "model/address_side.h"
#include "model/post.h"

typedef struct Composer {
    Arena *arena;
    const Contact *contact;
    Diag *diag;
    const CountryFormat *format;
    const char *latin, *native; /* the formats, with room for all fields */
    const char *latin_lang;     /* of the Latin lines */
    const char *upper;          /* fields in capitals, as format letters */
    const char *origin;         /* alpha-2, "" unknown */
    const PostRules *post;      /* of the origin */
    bool abroad;
    bool sender; /* a return address: nobody receives here */
    /* Which lines of FORMAT_N are the addressee's. */
    size_t name_at, names;
    VEC(AddressLine) lines;
} Composer;

/* False if the record has no country; all else is ready even then. */
bool composer_init(Composer *m, Arena *a, const Contact *c, const char *origin,
                   Diag *diag);

/* What stands behind a Chinese name on an envelope (facts 4.2): an error or a
 * warning for what must not. */
bool address_check_recipient(const Composer *m, const AddressSide *native);

/* How messages name the record. */
const char *composer_label(const Composer *m);

/* "La Poste", or "the post of Italy". */
const char *composer_post(const Composer *m);

/* ---- address_fields.c ---- */

/* "Urumqi," loses its comma: the format brings its own. */
Text address_trim_dangling(Text t);

/* Widen `format` by the fields of `side` that it has no place for, so that
 * nothing given is lost in silence. */
void address_fit_format(Composer *m, AddressSide *side, const char **format);

/* The fields of a side, those of the addressee in the country's order; sets
 * name_at and names. */
void address_fill_latin(Composer *m, const AddressSide *side,
                        FieldLines fields[FORMAT_FIELDS]);
void address_fill_native(Composer *m, const AddressSide *side,
                         FieldLines fields[FORMAT_FIELDS]);

/* ---- address_postcode.c ---- */

/* One postcode in its right place on both sides; false, with the errors in
 * diag, if what is given is none. */
bool address_settle_postcode(const Composer *m, AddressSide *latin,
                             AddressSide *native);

/* ---- address_unprinted.c ---- */

/* Say what of the record stands on neither of the sides that are printed: not
 * what is printed in another language, nor what `script` leaves out because the
 * record has it in that script too. */
void address_tell_unprinted(const Composer *m, const AddressSide *latin,
                            const AddressSide *native, AddressScript script);

/* ---- address_post.c ---- */

/* The postcode beside the city, where region and postcode are too long a line
 * for the post of origin, as Xinjiang's are: writers in China do both. */
void address_post_order(Composer *m, const AddressSide *latin);

/* USPS Publication 28: "WASHINGTON DC 20008", the last line of the place
 * without the commas of the country's order. */
void address_plain_city(Composer *m);

/* The Latin lines as the post of origin wants them: capitals, marks, lines
 * joined or broken to its counts, as few as can be if `compact`. What cannot be
 * had is a warning that says by how much. */
void address_post_apply(Composer *m, bool compact);

/* Warn of what the post of origin wants and this address lacks. `only_native`:
 * nothing in Latin letters is printed but names. */
void address_post_check(const Composer *m, const AddressSide *latin,
                        bool native, bool only_native);

#endif
