/* address.h - what stands on an envelope or label, line by line.
 *
 * From a contact to the lines that both post offices need: the origin reads
 * the country, the destination reads the rest (facts 4.1). Nothing here knows
 * fonts or sizes; nothing is transliterated or invented.
 */
#ifndef ENVOI_MODEL_ADDRESS_H
#define ENVOI_MODEL_ADDRESS_H

#include "base/buf.h"
#include "model/contact.h"

typedef enum AddressScript {
    ADDRESS_BOTH, /* native block, then Latin block; Latin alone where the
                     country has no native script or the contact no form */
    ADDRESS_NATIVE,
    ADDRESS_LATIN
} AddressScript;

typedef enum AddressRole {
    ADDRESS_NAME,   /* the addressee; the largest lines */
    ADDRESS_TITLE,  /* title and organisation in the addressee's block */
    ADDRESS_LOCAL,  /* native block: may break at administrative units only */
    ADDRESS_PLACE,  /* Latin street, district, city, region, postcode */
    ADDRESS_COUNTRY /* last, alone, capitals */
} AddressRole;

typedef struct AddressLine {
    AddressRole role;
    const char *lang; /* BCP 47 of the line */
    Text *parts;      /* in order; what envoi adds has no span */
    size_t n;
} AddressLine;

typedef struct AddressBlock {
    AddressLine *v;
    size_t n;
} AddressBlock;

typedef struct AddressOptions {
    const char *origin; /* alpha-2 of the country it is posted in; "" unknown:
                           the country line is then always printed */
    const char *origin_lang; /* language of the country line; NULL: the
                                origin's, English if unknown */
    AddressScript script;
    bool compact; /* the Latin place as one flowing line, its parts joined with
                     ", "; for a post that counts characters, as few lines as
                     its count allows */
} AddressOptions;

/* Compose the block of `c`, which contact_check has passed. Rules (facts 4.1,
 * 4.2):
 * - both: Latin name, title and organisation; native lines in native order
 *   (China: postcode first, found anywhere in the given line and moved to the
 *   front, then large to small; name in Chinese last, with a gap and 收); Latin
 *   lines in Latin order; country.
 * - the native recipient's line is ADDRESS_NAME where it is the only name, else
 *   ADDRESS_LOCAL; a native block without a name gets the Latin name above it;
 *   an office or first line is the ADDRESS_NAME of a block without any.
 * - base text in the country's own script counts as native, line by line; a
 *   line without letters goes with those around it; countries that write Latin
 *   have the one block whatever `script` says.
 * - lines that repeat the name above or the country below are left out.
 * - abroad the city is in capitals (UPU), at home where the country's post
 *   wants it. Domestic mail has no country line. Fields that are empty drop
 *   with their separators.
 * Warnings: postcodes that contradict each other, the province or the country's
 * shape; no city in Latin letters on mail abroad; a name, a line of the place
 * or a postcode that is printed nowhere. Notes: a title and the like that is
 * not. Errors (no country while one is needed, native asked for but absent, a
 * Chinese postcode of other than six digits) are in `diag`; false then. */
bool address_compose(Arena *a, const Contact *c, const AddressOptions *opt,
                     Diag *diag, AddressBlock *out);

/* Both arrangements at once, plain and compact, whatever opt->compact says. */
bool address_compose_both(Arena *a, const Contact *c, const AddressOptions *opt,
                          Diag *diag, AddressBlock *plain,
                          AddressBlock *compact);

/* The sender's own block for a return address: name, lines, place in his own
 * country's order; the country only if `abroad`. */
bool address_return(Arena *a, const Contact *c, bool abroad, Diag *diag,
                    AddressBlock *out);

/* The native form of an address in its parts, for an envelope that has a place
 * for each: boxes for the postcode, columns for the rest. */
typedef struct AddressColumns {
    Text postcode;      /* its letters and digits alone; n == 0: none */
    bool has_postcodes; /* the country has them */
    AddressLine *code;  /* the postcode as a line of its own, as the country
                           writes it: for where there are no boxes */
    size_t ncode;       /* 0 or 1 */
    const char *lang;   /* of all lines */
    AddressLine *place; /* large to small; the country first if it is abroad */
    size_t nplace;
    AddressLine *office; /* organisation and its part, who passes it on, a title
                            that has a line of its own */
    size_t noffice;
    AddressLine *names; /* at least one: without a name the office */
    size_t nnames;
} AddressColumns;

/* The columns of `c`, posted in `origin`; of a sender nobody receives, so no
 * word for that stands behind the name. A Latin name stands where there is no
 * other. Errors in `diag`, and false: no address in the country's own script,
 * and those of address_compose. */
bool address_columns(Arena *a, const Contact *c, const char *origin,
                     bool sender, Diag *diag, AddressColumns *out);

/* The columns as a block of lines, the postcode first if it is to be in it. */
void address_columns_block(Arena *a, const AddressColumns *columns,
                           bool postcode, AddressBlock *out);

/* A block as text, one line each, for tests and dumps: "role lang| text". */
void address_dump(const AddressBlock *b, Buf *out);

#endif
