/* contact.h - one record of an address book or sender list.
 *
 * A person or office, where it is, and how it is written to. The base form
 * holds what the file says without a language; any field may have forms in
 * other languages (`name:zh`). Strings carry their place in the file. Records
 * live in the arena they were read into.
 */
#ifndef ENVOI_MODEL_CONTACT_H
#define ENVOI_MODEL_CONTACT_H

#include <stdint.h>

#include "base/diag.h"
#include "base/source.h"
#include "model/countryindex.h"

typedef enum ContactField {
    CONTACT_ID,
    CONTACT_NAME,
    CONTACT_TITLE,
    CONTACT_ORGANISATION,
    CONTACT_DEPARTMENT, /* or office: a part of the organisation */
    CONTACT_ATTENTION,  /* who shall read it there; printed as given */
    CONTACT_CARE_OF,    /* at whose place the addressee is */
    CONTACT_DISTRICT,
    CONTACT_CITY,
    CONTACT_REGION,
    CONTACT_POSTCODE,
    CONTACT_COUNTRY,
    CONTACT_SALUTATION,
    CONTACT_LANG,
    CONTACT_EMAIL,
    CONTACT_PHONE,
    CONTACT_FAX,
    CONTACT_SOCIAL, /* accounts: "@office, @person" */
    CONTACT_COPIES,
    CONTACT_SHORT_NAME, /* of a sender who says less: "Ana R." */
    CONTACT_GROUP,      /* of a sender: the record of the group, by its id */
    CONTACT_SAME_ADDRESS_AS, /* the id of the record whose place it shares */
    CONTACT_EMBASSY_IN,      /* the country that it is an embassy to */
    CONTACT_FIELDS           /* how many */
} ContactField;

typedef struct TextList {
    Text *v;
    size_t n;
} TextList;

/* The fields in one language. An absent field has s == NULL. */
typedef struct ContactForm {
    const char *lang; /* BCP 47; "" in the base form */
    Text fields[CONTACT_FIELDS];
    TextList names;   /* `names`: several people on one envelope, instead of
                         NAME, which then holds them in one line for letters */
    TextList lines;   /* `lines`, `line1` ...: street lines kept as given */
    TextList address; /* `address`: a whole address, line for line; replaces
                         lines, district, city, region and postcode */
} ContactForm;

/* A column that is no field of ours: {{to.color}} in a letter. */
typedef struct MergeField {
    Text name, value;
} MergeField;

typedef struct Contact {
    Span span;     /* the record, for messages about it as a whole */
    size_t number; /* record in its file, from 1 */
    ContactForm base;
    ContactForm *forms;
    size_t nforms;
    MergeField *extra;
    size_t nextra;
    bool broken;     /* no record: what is wrong with it has been told, or with
                        the one whose address it shares */
    char country[3]; /* ISO 3166-1 alpha-2, set by contact_check: of the COUNTRY
                        field, else of the last line of `address` if that is a
                        country's name; "" if neither */
    char embassy_in[3]; /* alpha-2, set by contact_check from EMBASSY_IN; "" if
                           it is no embassy */
    uint32_t copies;    /* labels of this record, set by contact_check: of the
                           COPIES field, else 1; 0: none */
} Contact;

typedef struct Contacts {
    Contact *v;
    size_t n;
} Contacts;

/* "name", "postcode", ... in the order of ContactField; `names`, `lines` and
 * `address` are not among them. */
extern const char *const contact_field_names[CONTACT_FIELDS];
/* CONTACT_FIELDS if it is not the name of one. */
ContactField contact_field(const char *name, size_t n);

/* The form for a language: exact tag, then by script ("zh" finds "zh-Hans" and
 * the reverse; "zh-Hant" is never taken for "zh-Hans"), else NULL. */
const ContactForm *contact_form(const Contact *c, const char *lang);

/* A field in `lang` if it has such a form, else of the base form; s == NULL if
 * neither. */
Text contact_get(const Contact *c, ContactField field, const char *lang);

/* The value of a merge name: "name", "title", "lines" is not one, extra
 * columns by their header. "country" is its name in `lang` where the file has
 * a code. s == NULL if absent or empty. */
Text contact_merge(Arena *a, const Contact *c, const char *name, size_t n,
                   const char *lang);

/* Records with SAME_ADDRESS_AS get the place (lines or address, district, city,
 * region, postcode, country) of the record of that id, in every language. A
 * chain of such records is followed; who shares with a broken one is broken.
 * Errors, in `diag`: an id that none or two records have, a circle, a place of
 * the record's own beside it. */
bool contacts_share(Arena *a, Contacts *all, Diag *diag);

/* What a record must satisfy: a name, organisation or address; COUNTRY and
 * EMBASSY_IN resolved (country_find); COPIES a number up to LIMIT_ITEMS; these
 * three in no language. A broken one is not checked. All errors in `diag`;
 * false if there was one. */
bool contact_check(Contact *c, Diag *diag);
/* The same for one of many; `countries` may be NULL. */
bool contact_check_of(Contact *c, CountryIndex *countries, Diag *diag);

/* Is there anything of a postal address, in any language? */
bool contact_has_place(const Contact *c);

/* How a message names the record: its name, id, office, else "record 14";
 * shortened to 160 bytes. */
const char *contact_label(Arena *a, const Contact *c);

#endif
