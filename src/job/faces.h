/* faces.h - the fronts of envelopes for a list of addressees.
 *
 * Found once, drawn one by one: each address in its zone, the return address,
 * the air mail mark, and the proof that what must stay empty does. Where a face
 * goes, on a page of its own or on a part of a sheet, is its drawer's affair.
 */
#ifndef ENVOI_JOB_FACES_H
#define ENVOI_JOB_FACES_H

#include "job/origin.h"
#include "job/proof.h"
#include "job/session.h"
#include "page/face.h"

typedef enum AirMark {
    AIR_BY_POST, /* where the post wants it of mail abroad */
    AIR_YES,     /* on all mail abroad */
    AIR_NO
} AirMark;

typedef struct FacesOptions {
    const Layout *layout; /* placed (job/place.h) */
    const Contacts *to;
    const Contact *sender; /* for the return address; NULL: none */
    bool flap;             /* it stands on the back */
    const char *origin;    /* alpha-2, "" unknown */
    AddressScript script;
    AirMark air;
    bool no_frame; /* what the layout's design prints is on the envelope already
                    */
    size_t first;  /* the number, among the job's addresses, of the first
                      addressee: for a proof */
} FacesOptions;

typedef struct Faces {
    Session *session;
    Diag *diag;
    FacesOptions options;
    DeliveryOptions delivery;
    const AddressSetting *settings; /* one an addressee; NULL with a window */
    /* The return address; abroad it has its country. NULL: none. */
    const AddressFit *home, *abroad;
    const Para *air; /* of mail abroad; NULL: none */
} Faces;

/* Everything is in `a`; what `options` points to must live as long. All errors
 * in `diag`; false then. */
bool faces_find(Arena *a, Session *s, const FacesOptions *options, Diag *diag,
                Faces *out);

/* The face of addressee `i`, its corner at the origin. False, with an error, if
 * ink falls where none may. */
bool faces_draw(const Faces *f, size_t i, Arena *a, DisplayTags *tags,
                uint32_t parent, DisplayItems *to);

/* The back of the envelope with the return address on the flap; nothing
 * without one. */
void faces_draw_flap(const Faces *f, size_t i, Arena *a, DisplayTags *tags,
                     uint32_t parent, DisplayItems *to);

/* What a proof of them needs: of no address where all show through windows. */
typedef struct FacesProof {
    ProofSource source;
    const Faces *faces;
} FacesProof;

FacesProof faces_proof(const Faces *f);
/* Set addressee `i` for a proof, in `a`. */
void faces_prove(const Faces *f, size_t i, Arena *a, ProofAddress *out);

/* The stages before the display. */
void faces_dump(const Faces *f, const JobOutput *out);

#endif
