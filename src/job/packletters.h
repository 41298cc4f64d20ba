/* packletters.h - which of an appeal's letters a pack has. */
#ifndef ENVOI_JOB_PACKLETTERS_H
#define ENVOI_JOB_PACKLETTERS_H

#include "job/readletter.h"
#include "model/appeal.h"

typedef struct PackLetters {
    ReadLetter *v;
    size_t n;
} PackLetters;

/* Those in the languages `wanted`, "en,zh", in that order; NULL: the appeal's
 * first, and with `tell` a note of the others. False if one is missing or
 * cannot be used; those that can are in `out`. */
bool packletters_read(Session *s, Arena *a, const Appeal *appeal,
                      const char *wanted, bool tell, Diag *diag,
                      PackLetters *out);

#endif
