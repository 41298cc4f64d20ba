/* appeal.h - an appeal for somebody: who, what is asked for, who is written to.
 *
 * What an appeal folder holds (input/appealfile.h). Texts may be there in
 * several languages and carry their place; letters and case sheets are files in
 * a language each, read when they are printed. Everything lives in the arena it
 * was read into.
 */
#ifndef ENVOI_MODEL_APPEAL_H
#define ENVOI_MODEL_APPEAL_H

#include "model/letter.h"
#include "model/shortname.h"

/* A day of the calendar; day 0: none was given. Days compare as they follow one
 * another. */
typedef struct AppealDay {
    Text text;   /* ISO 8601, "2021-06-26" */
    int32_t day; /* 20210626; 0: there is none, or none of the calendar */
} AppealDay;

/* What is said in a language: one text, or a list. */
typedef struct AppealText {
    const char *lang; /* BCP 47 */
    TextList said;    /* never empty */
} AppealText;

/* The same in several languages: in the appeal's own first, where that is
 * among them, the others in the order of the file. */
typedef struct AppealTexts {
    AppealText *v;
    size_t n;
} AppealTexts;

typedef struct AppealPerson {
    Span span;
    AppealTexts names;
    AppealTexts pronouns;
} AppealPerson;

/* What of an appeal is told to whoever writes, in their language. */
typedef enum AppealPart {
    APPEAL_TITLE,
    APPEAL_SUMMARY,
    APPEAL_DEMANDS, /* a list */
    APPEAL_NOTES,   /* a list */
    APPEAL_REPORT,  /* the address of a web page */
    APPEAL_PARTS    /* how many */
} AppealPart;

/* "title", "summary" ... */
extern const char *const appeal_part_names[APPEAL_PARTS];

/* Somebody who is written to, by the records of targets.yaml. */
typedef struct AppealTarget {
    const Contact *contact; /* with an id */
    const char *id;
    bool has_policy;     /* the appeal says how much of a sender it sees */
    ReturnPolicy policy; /* then this; RETURN_FULL else */
    AppealTexts note;    /* for whoever writes to it */
} AppealTarget;

/* A file of the folder in one language: letter.zh.md, case.en.md. */
typedef struct AppealFile {
    const char *lang; /* BCP 47, canonical; "" of case.md, which has none */
    const char *path;
} AppealFile;

typedef struct Appeal {
    const char *folder;
    const Source *source; /* appeal.yaml; NULL if it is no YAML */
    const char *lang;     /* of texts that have no other; "en" where none is
                             given */
    AppealTexts parts[APPEAL_PARTS];
    Text reference, index;
    Text previous;   /* a URL */
    char country[3]; /* alpha-2; "" if none was given */
    AppealDay date, deadline, not_before, not_after;
    AppealPerson *persons;
    size_t npersons;
    TextList avoid;     /* words that no letter may have */
    TextList languages; /* tags that the targets read, in order */
    AppealTarget *targets;
    size_t ntargets;
    AppealFile *letters; /* languages of `languages` first, then `lang`, then by
                            tag */
    size_t nletters;
    AppealFile *cases;
    size_t ncases;
} Appeal;

/* The target of that id, or NULL. */
const AppealTarget *appeal_target(const Appeal *a, const char *id, size_t n);

/* Does a text in `have` serve whoever reads `want`? The same language in the
 * same script does: "zh" is "zh-Hans", "en-GB" is "en". */
bool appeal_serves(const char *have, const char *want);
/* What is said in a language that serves `lang`, else what is first; NULL where
 * nothing is said at all. */
const AppealText *appeal_text(const AppealTexts *t, const char *lang);
/* The same of a text that is no list; its s == NULL where there is none. */
Text appeal_say(const AppealTexts *t, const char *lang);

/* The file of a language as contact_form would find it (exact, else by script;
 * "zh" finds "zh-Hans"), or NULL. */
const AppealFile *appeal_file(const AppealFile *files, size_t n,
                              const char *lang);

/* What a sender's policy `run` becomes for a target: of two the one that says
 * less of the sender. */
ReturnPolicy appeal_policy(const AppealTarget *t, ReturnPolicy run);

/* "2021-06-26" to its number; false if that is no day. */
bool appeal_day(const char *iso, size_t n, int32_t *out);

/* How the days of an appeal lie to `today` (20261122), and to one another. */
typedef enum AppealTime {
    APPEAL_OPEN,
    APPEAL_EARLY, /* before not_before */
    APPEAL_LATE   /* after the deadline, or not_after */
} AppealTime;
AppealTime appeal_time(const Appeal *a, int32_t today);

/* What contradicts itself whatever the files beside it say: days in the wrong
 * order, a demand twice. Errors in `diag`; false then. */
bool appeal_check(const Appeal *a, Diag *diag);

/* Where in `text` (UTF-8, `length` bytes) a word to avoid stands first: its
 * index in a->avoid, SIZE_MAX if none does; `at` and `n` are the bytes. Case
 * does not count, nor how an accent, an apostrophe or a hyphen is typed, nor
 * what nobody sees (soft hyphens, joiners), and blanks are one blank. In
 * scripts that part words the word begins one; from four letters on it may go
 * on ("Amnesty" finds "Amnesty's"). */
size_t appeal_avoided(const Appeal *a, const char *text, size_t length,
                      size_t *at, size_t *n);

/* Does `text` name the person, by that one of its names? The same rules. */
bool appeal_names(const char *text, size_t length, Text name);

#endif
