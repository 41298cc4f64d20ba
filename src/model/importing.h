/* importing.h - what an Urgent Action says, found by its form.
 *
 * By rule and table (importlabels), from the document alone: nothing is looked
 * up, transliterated or made up. Each value has its place in the document; what
 * is not certain says why, what is not there says what to do. What is left out
 * as residue is listed, and so is what was not understood.
 */
#ifndef ENVOI_MODEL_IMPORTING_H
#define ENVOI_MODEL_IMPORTING_H

#include "model/addressparse.h"
#include "model/document.h"

typedef enum ImportSure {
    IMPORT_MISSING, /* why: what to do */
    IMPORT_GUESSED, /* why: what it was guessed from */
    IMPORT_FOUND
} ImportSure;

typedef struct ImportValue {
    Text text; /* span: its place in the document */
    ImportSure sure;
    const char *why; /* of what was found: a remark, or NULL */
} ImportValue;

typedef enum ImportField {
    IMPORT_NUMBER,   /* "UA 79/20" */
    IMPORT_STAGE,    /* "first", "second" ... or "further", of that number */
    IMPORT_INDEX,    /* "ASA 17/3279/2020" */
    IMPORT_DATE,     /* ISO 8601 */
    IMPORT_COUNTRY,  /* alpha-2 */
    IMPORT_TITLE,    /* several lines joined */
    IMPORT_SUMMARY,  /* the first paragraph under it */
    IMPORT_DEADLINE, /* ISO 8601 */
    IMPORT_ADVICE,   /* what to do after it */
    IMPORT_OWN,      /* "You can also write in your own language." */
    IMPORT_REPORT,   /* address of the page to report to */
    IMPORT_PREVIOUS, /* address of the action before */
    IMPORT_FIELDS
} ImportField;

/* "number", "stage" ... */
extern const char *const import_field_names[IMPORT_FIELDS];

typedef struct ImportName {
    const char *lang; /* BCP 47 */
    ImportValue name;
} ImportName;

typedef struct ImportPerson {
    ImportValue name;
    ImportValue pronouns;
    ImportName *names; /* in other languages */
    size_t n;
} ImportPerson;

typedef struct ImportTarget {
    const char *id;
    Span span;
    Contact contact;
    bool guessed[PART_LABEL + 1]; /* what of it is */
    bool country_guessed;
    ImportValue salutation; /* as it is printed, with its mark */
    ImportValue embassy;    /* alpha-2: the country that it is an embassy in;
                               missing without `why`: it is none */
    size_t shares;          /* 1 + index of the target whose place it shares */
    ImportValue native;     /* the address in the country's script, in one line;
                               missing without `why`: the country's script is
                               Latin */
    const char *native_lang;
    bool copy; /* among those who get a copy */
} ImportTarget;

typedef struct ImportLetter {
    ImportSure sure;
    const char *why;
    Span span;
    Text salutation; /* with its mark; n == 0: none */
    size_t to;       /* 1 + index of the target it is the salutation of */
    ImportValue closing;
    DocBlock *blocks; /* paragraphs and items; a demand is an item */
    size_t n;
} ImportLetter;

typedef struct ImportRemoval {
    Span span; /* what stood there */
    const char *what;
} ImportRemoval;

typedef struct Import {
    const Document *document;
    const char *lang; /* of the document */
    bool is_action;
    const char *not_action; /* else: what speaks against it */
    bool group;             /* the action is for a group without a name */
    ImportValue group_pronouns;
    ImportValue fields[IMPORT_FIELDS];
    ImportPerson *persons;
    size_t npersons;
    ImportValue *languages; /* tags, in order */
    size_t nlanguages;
    ImportTarget *targets;
    size_t ntargets;
    ImportValue *demands;
    size_t ndemands;
    ImportLetter letter;
    DocBlock *story; /* of the case sheet */
    size_t nstory;
    ImportRemoval *removals; /* in the order of their places */
    size_t nremovals;
    Text *unused; /* lines that no rule knows */
    size_t nunused;
} Import;

/* Find all that `document` says. Everything lives in `a`. Contradictions are
 * warnings in `diag`. `lang`: what it is written in; NULL: told from its words.
 */
void import_find(Arena *a, const Document *document, const char *lang,
                 Diag *diag, Import *out);

#endif
