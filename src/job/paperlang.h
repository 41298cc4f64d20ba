/* paperlang.h - the language of what is printed for those who write: covers,
 * sheets, lists.
 *
 * The one that is asked for; else the sender's own (`lang` of his record), else
 * that of the country where he posts.
 */
#ifndef ENVOI_JOB_PAPERLANG_H
#define ENVOI_JOB_PAPERLANG_H

#include "job/session.h"
#include "model/contact.h"
#include "model/words.h"

typedef struct PaperWish {
    const char *lang;    /* asked for; NULL: by sender and country */
    const Contact *from; /* NULL: nobody knows */
    const char *origin;  /* alpha-2; "": nobody knows */
    const char *own;     /* where nothing else is known */
} PaperWish;

typedef struct PaperLang {
    const char *lang; /* what they read */
    Words words;      /* in it; else in the next that has them, English last:
                         words.lang says which */
    bool lacking;     /* it has no words of its own for this */
} PaperLang;

/* The language that an option names; NULL after a usage error. */
const char *paperlang_tag(Arena *a, const char *option, const char *given,
                          Diag *diag);

/* The first language that people of this sender would read. In the arena. */
const char *paperlang_first(Arena *a, const PaperWish *wish);

/* With `word`, without which a language has none for this kind of paper. What
 * was asked for by name has its own words, be they missing. False after an
 * error of the data. */
bool paperlang_find(Arena *a, const Session *s, const PaperWish *wish,
                    Word word, Diag *diag, PaperLang *out);

#endif
