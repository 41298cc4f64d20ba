/* words.h - the words envoi itself puts on a letter, in the letter's language:
 * "Enclosures", "page 2 of 3". Data with sources in languages/TAG.yaml.
 *
 * A language that lacks a word a letter needs is an error that names it, never
 * silent English.
 */
#ifndef ENVOI_MODEL_WORDS_H
#define ENVOI_MODEL_WORDS_H

#include "base/diag.h"

typedef enum Word {
    WORD_ENCLOSURES,
    WORD_COPIES,
    WORD_POSTSCRIPT,
    WORD_SUBJECT,
    WORD_PAGE,
    WORD_PAGE_OF, /* with {page} and {pages} */
    WORD_YOUR_REFERENCE,
    WORD_OUR_REFERENCE,
    WORD_DATE,
    WORD_PHONE,
    WORD_FAX,
    WORD_EMAIL,
    WORD_NAME,
    WORD_ADDRESS,
    WORD_SIGNATURE,
    WORD_PRINT_100,
    /* Of packs, which do without those that a language lacks. */
    WORD_PACK_OF, /* with {pack} and {packs} */
    WORD_LETTERS,
    WORD_ENVELOPES,
    WORD_SLIPS,
    WORD_LABELS,
    WORD_DEADLINE,
    WORD_NOT_BEFORE,
    WORD_NOT_AFTER,
    WORD_CASE,
    WORD_PRONOUNS,
    WORD_DEMANDS,
    WORD_WRITE_TO,
    WORD_OTHER_WAYS,
    WORD_SOCIAL,
    WORD_REPORT,
    WORD_LANGUAGE,
    WORD_COUNTRY,
    WORD_NUMBER,
    WORD_TOTAL,
    WORD_TALLY,
    WORD_PETITION,
    WORD_UNDERSIGNED, /* with its colon */
    WORD_SIGN_UP,
    WORD_DO_OWN_WORDS,
    WORD_DO_POLITE,
    WORD_DONT_NUMBER,
    WORD_DONT_INSULT,
    WORD_DONT_WORDS,
    WORD_NO_RETURN,
    WORD_TO,
    WORD_STEP_WRITE,
    WORD_STEP_FOLD,
    WORD_STEP_CUT,
    WORD_STEP_STICK,
    WORD_STEP_STAMP,
    WORD_STEP_POST,
    WORD_STEP_COUNT,
    WORD_DO_TOGETHER,
    /* Of the list of what to buy, in a language that has WORD_SHOPPING. */
    WORD_SHOPPING,
    WORD_NUMBERS,
    WORD_PAPER,
    WORD_COVERS,
    WORD_CARDS,
    WORD_SIGN_UP_SHEET,
    WORD_BOTH_SIDES,
    WORD_TO_CUT,
    WORD_EACH_COPY,
    WORD_LABEL_SHEETS,
    WORD_ON_EACH, /* with {labels} */
    WORD_PART_USED,
    WORD_ANY_SIZE,
    WORD_NO_ENVELOPES,
    WORD_CUT_FRONTS,
    WORD_STAMPS,
    WORD_WEIGHT, /* with {grams} */
    WORD_WITH_ENVELOPE,
    WORD_RECKONED,
    WORD_WITHOUT_ENVELOPE,
    WORD_WEIGH,
    /* Of pages to measure a printer with, in a language that has
       WORD_CALIBRATE. */
    WORD_CALIBRATE,
    WORD_CALIBRATE_PRINT,
    WORD_CALIBRATE_FOLD,
    WORD_CALIBRATE_STAIRS,
    WORD_CALIBRATE_BARS,
    WORD_CALIBRATE_EDGES,
    WORD_CALIBRATE_FEED,
    WORD_CALIBRATE_TYPE,
    WORD_CALIBRATE_BACK,
    WORD_CALIBRATE_BACK_STAIRS,
    WORD_CALIBRATE_UPRIGHT,
    WORD_CALIBRATE_UPSIDE_DOWN,
    WORD_CALIBRATE_CORNER,
    WORDS /* how many */
} Word;
enum { WORDS_OF_LETTERS = WORD_PRINT_100 + 1 };

/* Keys in the files: "enclosures", "page-of" ... */
extern const char *const word_names[WORDS];

typedef struct Words {
    const char *lang; /* BCP 47 of the letter */
    const char *file; /* the file they came from; NULL: there is none */
    Text v[WORDS];    /* s == NULL: the language lacks it */
} Words;

/* The word; one that is missing is an error at `where`, which says what asked
 * for it, and gives an empty text. */
Text words_get(const Words *w, Word word, Span where, Diag *diag);

/* WORD_PAGE_OF filled in, in the arena. */
const char *words_page_of(Arena *a, const Words *w, size_t page, size_t pages,
                          Span where, Diag *diag);

/* WORD_WEIGHT filled in, in the arena. */
const char *words_weight(Arena *a, const Words *w, size_t grams);

/* WORD_ON_EACH filled in, in the arena. */
const char *words_on_each(Arena *a, const Words *w, size_t labels);

/* WORD_PACK_OF filled in; without it "17 / 200". In the arena. */
const char *words_pack_of(Arena *a, const Words *w, size_t pack, size_t packs);

#endif
