/* importpersons.h - names, pronouns and names in other scripts, as a line
 * behind "name" has them. Private to importing.
 */
#ifndef ENVOI_MODEL_IMPORTPERSONS_H
#define ENVOI_MODEL_IMPORTPERSONS_H

#include "model/importing_parts.h"

/* The first bracket of `t` from `from` on: its bytes with the brackets, and
 * what is inside. */
bool persons_bracket(Text t, size_t from, size_t *start, size_t *end,
                     Text *inside);

/* The language of a name in another script; NULL if it is in Latin letters. */
const char *persons_script_lang(const Finder *f, Text t);

/* One more name of a person; `why`: what it was guessed from, or NULL. */
void persons_add_name(Finder *f, ImportPerson *p, const char *lang, Text t,
                      const char *why);
/* Names in several scripts in one bracket: true if they were. */
bool persons_read_scripts(Finder *f, ImportPerson *p, Text inside);

/* A person of the action. */
void persons_push(Finder *f, const ImportPerson *p);
void persons_read_one(Finder *f, Text name, ImportPerson *p);
/* "A (she/her), B (he/him) and C". */
void persons_read_all(Finder *f, Text t);

/* Without commas and words between two people before it. */
Text persons_without_joints(Text t);
/* Bytes up to the next comma. */
size_t persons_name_length(Text t);

#endif
