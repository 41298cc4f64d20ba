/* importlabels.h - the headings, labels and formulas of Urgent Actions, by
 * language.
 *
 * Data: to teach envoi another language, or another heading, add rows
 * (fold_match tells what a pattern is).
 */
#ifndef ENVOI_MODEL_IMPORTLABELS_H
#define ENVOI_MODEL_IMPORTLABELS_H

#include "model/importtext.h"

typedef enum Label {
    LABEL_NONE,
    LABEL_MARKER,     /* "URGENT ACTION" */
    LABEL_ACTION,     /* "TAKE ACTION:", and the instructions behind it */
    LABEL_APPEALS,    /* "PLEASE SEND APPEALS BEFORE ... TO:" */
    LABEL_COPIES,     /* "And copies to:" */
    LABEL_DIPLOMATS,  /* "Also send copies to diplomatic representatives ..." */
    LABEL_POINTS,     /* "Please write immediately in English ...:" */
    LABEL_LETTER,     /* "Model letter" */
    LABEL_INFO,       /* "ADDITIONAL INFORMATION" */
    LABEL_LANGUAGES,  /* "PREFERRED LANGUAGE TO ADDRESS TARGET: ..." */
    LABEL_OWN,        /* "You can also write in your own language." */
    LABEL_DEADLINE,   /* "PLEASE TAKE ACTION ... UNTIL: ..." */
    LABEL_ADVICE,     /* "Please check with the Amnesty office ..." */
    LABEL_NAME,       /* "NAME AND PRONOUN: ..." */
    LABEL_GENDER,     /* "Gender m/f: m" */
    LABEL_PREVIOUS,   /* "LINK TO PREVIOUS UA: ..." */
    LABEL_UPDATE,     /* "This is the first update of UA 112/15." */
    LABEL_TARGETS,    /* "Additional TARGETS" */
    LABEL_NATIVE,     /* "In Chinese:", "Their postal address in Chinese:" */
    LABEL_LATIN,      /* "Their postal address in English:" */
    LABEL_INDEX,      /* "Index: ASA 17/..." alone on a line */
    LABEL_DATE,       /* "Date: ..." alone on a line */
    LABEL_COUNTRY,    /* "Country: China" */
    LABEL_DONE,       /* "No further action is requested ..." */
    LABEL_PAGE,       /* "For a print-friendly version ...": of a web page */
    LABEL_INSTRUCTION /* what is for the reader, and for no page of ours */
} Label;

/* The label that a line begins with, behind a number such as "1)"; *value: the
 * byte behind it, its colon and blanks (t.n: nothing follows). LABEL_NONE if
 * there is none. */
Label label_of(Arena *a, Text t, size_t *value);

/* A line that opens a letter ("Dear Director Wang:", "Monsieur le Directeur,");
 * and one that closes it ("Yours sincerely,"). *words of the closing that is
 * not all of the line: 0. */
bool label_is_salutation(Arena *a, Text t);
bool label_is_closing(Arena *a, Text t);
/* What ends a demand's list: a sentence of the writer's own ("I also ask ..."),
 * or thanks. */
bool label_is_writers(Arena *a, Text t);

/* "First", "Second", "Further information on": what stands on the line of an
 * action's number; 1 to 9, or 0 for a further one without a number, which is
 * all that a sentence tells ("... the third update of UA 235/17"). -1: neither.
 */
int label_stage(Arena *a, Text t, bool sentence);

/* The organisation whose name stands at the head and foot of pages. */
bool label_is_organisation(Arena *a, Text t);

/* Words of an embassy in an organisation's name. */
bool label_is_embassy(Arena *a, Text t);

/* How many small words of that language ("the", "of") a text has. */
extern const char *const label_languages[];
size_t label_small_words(const FoldWords *w, const char *lang);

#endif
