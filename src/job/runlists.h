/* runlists.h - what goes along with the PDFs of a run: manifest.csv, which says
 * where every letter, envelope and label is, and shopping.txt, what it takes to
 * send them.
 *
 * The manifest is a CSV file (RFC 4180, UTF-8 with a byte order mark, without
 * which Excel takes Chinese for something else): a row for each letter, in the
 * order of the paper. A value that a spreadsheet would compute (= + - @ at its
 * beginning, OWASP "CSV Injection") gets an apostrophe in front, as one writes
 * text into a cell. Sheets that lie on a table alone are no letters, and such a
 * run has no manifest. The shopping list is for whoever goes to the shop, in
 * that language (job/paperlang.h).
 */
#ifndef ENVOI_JOB_RUNLISTS_H
#define ENVOI_JOB_RUNLISTS_H

#include "job/mailing.h"
#include "job/printset.h"
#include "job/readletter.h"
#include "model/words.h"

typedef enum RunKindIs {
    RUN_LETTERS,   /* of letters_open */
    RUN_ENVELOPES, /* of envelopes_open */
    RUN_LABELS,    /* of labels_open: labels or slips */
    RUN_SHEETS,    /* anything else whose items belong to one pack each, on
                      A4 or US Letter */
    RUN_ONCE       /* what belongs to no pack, and stands in no row */
} RunKindIs;

/* What is known of the kind printed as kinds[i] of print_set. */
typedef struct RunKind {
    RunKindIs is;
    PrintKind print;
    Word word; /* what people call these: of RUN_SHEETS and RUN_ONCE */
} RunKind;

typedef struct RunLists {
    PrintTexts texts; /* for PrintSetOptions, by runlists_init */
    Session *session;
    const Mailing *mailing;
    const RunKind *kinds;
    size_t nkinds;
    const ReadLetter *letters; /* of every item */
    size_t nletters;
    const char *origin; /* as given; NULL: each sender's country */
    const char *lang;   /* of shopping.txt; NULL: the first sender's */
    bool no_sender;     /* he is not named, nor his country */
    bool slice;         /* of a larger run: the numbers are in the names */
} RunLists;

/* Fill in `texts`: both files are then written with the PDFs; a run that is no
 * mail has no manifest. */
void runlists_init(RunLists *r);

/* Something belongs to a letter each: sheets that lie on a table are no mail.
 */
bool runlists_is_mail(const RunLists *r);

/* In `folder`, if it is not NULL, none of them takes the place of a file that
 * the run reads. An error else. */
bool runlists_may_write(const RunLists *r, const char *folder, Diag *diag);

bool manifest_write(const RunLists *r, PrintSet *set, Diag *diag);
bool shopping_write(const RunLists *r, PrintSet *set, Diag *diag);

/* "manifest.csv", or of a slice "manifest-014-020.csv". */
const char *runlists_name(const RunLists *r, Arena *a, const char *name,
                          const char *ending);

#endif
