/* proofread.h - does the finished PDF say what was meant?
 *
 * The text of the PDF comes from poppler, what was meant from the paragraphs of
 * the addresses before anything was made of them. They are compared line by
 * line of each address, wherever it is printed:
 *
 * - the words whose middle lies on the line, and no others;
 * - in the order in which they stand on paper, from left to right, so that no
 *   guess about directions comes in between;
 * - without blanks, directional marks and other characters that leave no mark
 *   on paper (poppler makes blanks of gaps, and puts U+202B around Arabic
 *   script);
 * - composed or not (NFC); in a line with right-to-left letters, combining
 *   marks only by their number and kind, as poppler puts them beside other
 *   letters. Uyghur is written without such marks.
 *
 * A character that is wrong, missing or too many is a fault; so is one that
 * lies between the lines of an address.
 */
#ifndef ENVOI_JOB_PROOFREAD_H
#define ENVOI_JOB_PROOFREAD_H

#include "job/proofmarks.h"
#include "page/addressfit.h"

/* A line of an address as it is to be read: characters that leave a mark, line
 * by line as they stand. */
typedef struct ProofLine {
    uint32_t *s;
    size_t n;
    bool rtl; /* has right-to-left characters */
} ProofLine;

typedef struct ProofText {
    ProofLine *lines;
    size_t n;
} ProofText;

/* Read off the paragraphs. */
void proofread_expect(Arena *a, const AddressFit *fit, ProofText *out);

/* What poppler said of one address, for the proof to show. */
typedef struct ProofFound {
    size_t copies; /* found whole */
    size_t chars;  /* in each */
    char **lines;  /* as read, in logical order, of the first copy */
} ProofFound;

typedef struct ProofReading {
    const char *version; /* of poppler */
    ProofFound *found;   /* by address */
} ProofReading;

/* Read the PDF that is open at `fd`. `texts[i]` is what address i is to be.
 * `names[i]`, for messages. What is found is added to `out`. False with the
 * faults in `diag`. */
bool proofread_pdf(Arena *a, const char *path, int fd, const ProofMarks *marks,
                   const ProofText *texts, const char *const *names, Diag *diag,
                   ProofReading *out);

#endif
