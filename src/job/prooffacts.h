/* prooffacts.h - what a proof says of an address beside showing it. */
#ifndef ENVOI_JOB_PROOFFACTS_H
#define ENVOI_JOB_PROOFFACTS_H

#include "job/proof.h"
#include "job/proofread.h"
#include "page/proofpage.h"

typedef VEC(ProofFact) ProofFacts;

/* One place where it is printed. */
typedef struct ProofCopy {
    size_t file;
    size_t page;   /* from 0 */
    size_t number; /* of the label there, from 1; 0: the only one */
} ProofCopy;

typedef VEC(ProofCopy) ProofCopies;

/* The faces and sizes of its lines; of two faces in native lines, which
 * characters each sets. */
void prooffacts_faces(Arena *a, const AddressFit *fit, ProofFacts *to);

/* The lines of the file that were not printed as they stand there: what stood
 * there and what envoi did to it. */
void prooffacts_original(Arena *a, const ProofAddress *address, ProofFacts *to);

/* "24 times: page 1, labels 1-24"; with the names of several files "4 times:
 * letters.pdf, page 1; envelopes.pdf, pages 1-3". */
void prooffacts_places(Arena *a, const ProofCopies *copies,
                       const char *const *files, ProofFacts *to);

/* What poppler read. */
void prooffacts_found(Arena *a, const ProofReading *reading, size_t address,
                      size_t copies, const AddressFit *fit, ProofFacts *to);

#endif
