/* contactvcard.h - the records of a file of cards.
 *
 * FN, or the parts of N, is the name; ORG organisation and department; TITLE,
 * EMAIL, TEL (of TYPE=fax the fax), LANG and UID (the id) are fields; ADR is
 * street, place and country. Of several the one that is preferred (PREF, or
 * TYPE=pref), else the first. With LANGUAGE a value is the form in it; of a
 * card in which all names and addresses have one, the first is the base form.
 * A card of KIND:group is a list of others and no record.
 */
#ifndef ENVOI_INPUT_CONTACTVCARD_H
#define ENVOI_INPUT_CONTACTVCARD_H

#include "input/contactrows.h"

/* Check `src`; every error is in `diag`. */
ContactRows *contactvcard_load(Arena *a, const Source *src, TextFaults *faults,
                               Diag *diag);

#endif
