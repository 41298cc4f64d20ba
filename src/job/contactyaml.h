/* contactyaml.h - a contact as a record of an address book.
 */
#ifndef ENVOI_JOB_CONTACTYAML_H
#define ENVOI_JOB_CONTACTYAML_H

#include "base/buf.h"
#include "model/contact.h"

/* What stands behind a value as a comment: in the arena or a literal; NULL for
 * nothing. `key` is "name", "lines" ... */
typedef struct ContactRemarks {
    const char *(*remark)(const struct ContactRemarks *self,
                          const ContactForm *form, const char *key, Text value);
} ContactRemarks;

/* An entry of a list: the first field stands behind the dash. `remarks` may be
 * NULL. The country is written as its code. Nothing is written of a contact
 * without fields. */
void contactyaml_record(const Contact *c, const ContactRemarks *remarks,
                        Buf *out);

/* Put `remark` (NULL: nothing) behind the line that begins at byte `from` of
 * `out`, or above it where what begins there is long or of several lines. */
void yaml_remark(Buf *out, size_t from, const char *remark);

#endif
