/* proof.h - the check page for those who cannot read the addresses they send.
 *
 * A job whose pages carry addresses says so in its PageSource. With --proof
 * print_pages then reads its finished PDF back before it gets its name
 * (proofread.h), and makes a second PDF of these pages: each distinct address
 * once, however often it is printed. Both files appear or none.
 */
#ifndef ENVOI_JOB_PROOF_H
#define ENVOI_JOB_PROOF_H

#include "base/fs.h"
#include "job/proofmarks.h"
#include "model/contact.h"
#include "page/addressfit.h"

/* An address as it is printed, and on what. */
typedef struct ProofAddress {
    const Contact *contact;
    AddressFit fit;
    Len frame_w, frame_h; /* the label, the zone of the envelope */
    Len x, y;             /* of the address in it */
    DisplayItems picture; /* of all that is in the frame, without tags; none: it
                             is the address alone */
} ProofAddress;

/* What a job tells of its addresses. Those it draws are marked
 * (AddressFit.mark) with their numbers. A job puts it first into its own
 * struct, which `set` gets back. */
typedef struct ProofSource ProofSource;
struct ProofSource {
    size_t n;
    /* Set address `i` once more, in `a`. *out is zeroed before. */
    void (*set)(const ProofSource *self, size_t i, Arena *a, ProofAddress *out);
    Fontset *fonts;
    bool letter_paper; /* else A4 */
};

/* A PDF that pages with these marks were written to. */
typedef struct ProofFile {
    ProofMarks *marks;
    FsOut *file;
    const char *path; /* its name to be */
} ProofFile;

/* Read the files back. The pages of the proof, in `a`; NULL, with the reason in
 * `diag`, if a PDF does not say what was meant. `version` is poppler's. */
struct PageSource *proof_make(Arena *a, const ProofSource *of,
                              const ProofFile *files, size_t nfiles,
                              const char *version, Diag *diag);

#endif
