/* personnamed.h - does a text, such as a salutation, name a certain person?
 *
 * Words are compared without case, accents and marks. One of a name counts if
 * it is not a particle ("de", "al-") or an initial. It may be declined in the
 * text ("Nováku"); where words are not parted or names not declined by letters,
 * it may stand inside one, and each Chinese character of it, and the first
 * syllable of a Korean one, are names by themselves.
 */
#ifndef ENVOI_MODEL_PERSONNAMED_H
#define ENVOI_MODEL_PERSONNAMED_H

#include "base/source.h"

/* The first word of `text` that is of `name`; n == 0 if there is none. */
Text person_named(Arena *a, Text name, Text text);

/* Are all scripts of `text` among those of the `n` names? If not, it may name
 * them in letters in which their names are not known. */
bool person_nameable(Arena *a, const Text *names, size_t n, Text text);

#endif
