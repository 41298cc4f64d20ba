/* addressparse.h - a pasted address to a contact.
 *
 * By rule and table, from the lines alone: nothing is looked up, transliterated
 * or made up. What no rule understands stays a street line as it was given, so
 * that it is printed where it stood. Every letter and digit of the lines is in
 * exactly one piece; only blanks and the marks between pieces are not.
 *
 * What it takes (facts 0.1): lines in Latin letters and in the country's own
 * script, mixed or on one line; a Chinese line with its postcode in front, in
 * the middle or behind; the postcode before the region or behind the city;
 * "Washington DC 20008", "49-51 Portland Place W1B 1JL"; lines of telephone,
 * fax, e-mail and salutation; headings such as "In Chinese:".
 */
#ifndef ENVOI_MODEL_ADDRESSPARSE_H
#define ENVOI_MODEL_ADDRESSPARSE_H

#include "model/contact.h"
#include "model/countryindex.h"

typedef enum AddressPart {
    PART_NAME,
    PART_TITLE,
    PART_ORGANISATION,
    PART_DEPARTMENT, /* of two organisations the smaller */
    PART_ATTENTION,
    PART_CARE_OF,
    PART_LINE, /* street, or what nothing is known of */
    PART_DISTRICT,
    PART_CITY,
    PART_REGION,
    PART_POSTCODE,
    PART_COUNTRY,
    PART_SALUTATION,
    PART_PHONE,
    PART_FAX,
    PART_EMAIL,
    PART_SOCIAL, /* accounts */
    PART_WEB,    /* kept as the merge field "web" */
    PART_LABEL   /* "Phone:", "In Chinese:": says what follows; left out */
} AddressPart;

/* "name", "line", "left out" ... */
extern const char *const address_part_names[PART_LABEL + 1];

typedef struct AddressPiece {
    AddressPart part;
    const char *lang; /* "" in Latin letters, else BCP 47: "zh" */
    Text text;        /* a slice of its line */
    size_t line;      /* index of that line */
    bool guessed;     /* by its place or its look; else by a label, a code, the
                         name of a country or a province */
} AddressPiece;

typedef struct AddressParse {
    AddressPiece *v; /* in the order of the lines */
    size_t n;
    Contact contact;      /* the record: base form and native forms; country set
                             where it is known */
    bool country_guessed; /* from a code's shape or a script, not a name */
} AddressParse;

/* Parse `lines`, which may be blank; their spans are kept. `to`: the country,
 * alpha-2, or "" to find it; contact.country stays "" where nothing tells it.
 * A line that names another country than `to` is a warning in `diag`.
 * `countries`: for whoever parses many; may be NULL. Everything lives in `a`.
 */
void address_parse(Arena *a, const Text *lines, size_t n, const char *to,
                   CountryIndex *countries, Diag *diag, AddressParse *out);

#endif
