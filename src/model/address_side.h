/* address_side.h - the two sides of an address: its native form and its Latin
 * one, each with the fields that are written in it.
 *
 * Private to the model layer.
 */
#ifndef ENVOI_MODEL_ADDRESS_SIDE_H
#define ENVOI_MODEL_ADDRESS_SIDE_H

#include "model/address_format.h"
#include "model/country.h"

typedef struct AddressSide {
    FieldLines names; /* absent fields have n == 0 */
    FieldLines title, organisation, department, attention, care_of;
    FieldLines street; /* without the lines that repeat the name, title or
                          organisation above, and the country below */
    bool whole;        /* the street is the whole address, from `address` */
    Text country;      /* the line below that was left out; n == 0: none was */
    Text district, city, region, postcode;
} AddressSide;

/* The English form, else the first that is in Latin letters: Macao's
 * Portuguese, Morocco's French. NULL: none. */
const ContactForm *address_latin_form(const Contact *c);

/* The Latin side: what the base form has in Latin letters, where it has none
 * that form. In countries that write Latin, or whose script has no
 * format, the base form as it is, where it has none that in the country's
 * language. */
AddressSide address_latin_side(Arena *a, const Contact *c,
                               const CountryFormat *format);

/* The native side: the form in the country's language, where it has no such
 * field what the base form has in another script than Latin. */
AddressSide address_native_side(Arena *a, const Contact *c,
                                const CountryFormat *format);

/* "Luxembourg" and its like at the end of the street are the city too, where no
 * line below says the country, or a postcode stands beside it. */
void address_keep_city(Arena *a, const char *country, bool abroad,
                       AddressSide *side);

/* Who it is for, of which `to` has nothing, from the other side. */
void address_add_head(AddressSide *to, const AddressSide *from);

/* Who stands in Latin letters above a native block alone: whoever has no native
 * name, without any name the office. */
AddressSide address_above_native(const AddressSide *latin,
                                 const AddressSide *native);

/* Is there a place, not only a name? */
bool address_has_place(const AddressSide *side);

typedef enum AddressLetters {
    LETTERS_NONE, /* "1-1-1": neither script's */
    LETTERS_LATIN,
    LETTERS_OTHER /* most of them */
} AddressLetters;
AddressLetters address_letters(Text t);

/* Are most letters of `t` other than Latin? */
bool address_is_native(Text t);

/* Is a line in Latin letters, the only one below native ones, a building or
 * room of theirs, "Park Court 501", and no place that the post at the origin
 * could read? It ends in the room, begins with no house number and has no
 * postcode: a place has a town last, with a postcode before or behind it
 * (facts 4.4, the Latin formats). */
bool address_is_building(const char *country, Text t);

/* The letters of line `at` of `n`; of one that has none those of the line above
 * it that has, else of the one below, else `alone`. */
AddressLetters address_letters_around(const AddressLetters *all, size_t n,
                                      size_t at, AddressLetters alone);

#endif
