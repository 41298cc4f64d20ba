/* faces.h - the fronts of envelopes, one by one.
 *
 * Each address in its zone, the return address, the air mail mark, and the
 * proof that what must stay empty does. Where a face goes, on a page of its own
 * or on a part of a sheet, is its drawer's affair. What repeats is found once:
 * the setting of the last sender's return address, those of the first
 * addressees. An envelope does not depend on those before it.
 */
#ifndef ENVOI_JOB_FACES_H
#define ENVOI_JOB_FACES_H

#include "job/delivery.h"
#include "job/proof.h"
#include "job/session.h"
#include "job/settings.h"
#include "page/face.h"

typedef enum AirMark {
    AIR_BY_POST, /* where the post wants it of mail abroad */
    AIR_YES,     /* on all mail abroad */
    AIR_NO
} AirMark;

typedef struct FacesOptions {
    const Layout *layout;   /* placed (job/place.h) */
    const Mailing *mailing; /* whose addressees they are for */
    bool flap;              /* the return address stands on the back */
    const char *origin;     /* alpha-2, "" unknown */
    AddressScript script;
    AirMark air;
    bool no_frame; /* what the layout's design prints is on the envelope already
                    */
} FacesOptions;

/* What one envelope shows. */
typedef struct FaceItem {
    const Contact *to;
    size_t to_at;          /* in its list: the same number, the same record */
    const Contact *sender; /* for the return address; NULL: none */
    size_t sender_at;      /* the same number, the same return address */
    bool pen;              /* he writes it himself: ruled lines */
    size_t address;        /* its number among the job's addresses: for a proof
                            */
} FaceItem;

/* How a return address is set, of mail that stays in the country or not. */
typedef struct FaceSender {
    bool found, fits;
    AddressSetting as;
} FaceSender;

typedef struct Faces {
    Session *session;
    Diag *diag;
    FacesOptions options;
    DeliveryOptions delivery;
    bool wrong; /* the layout is not for this mail */
    bool noted; /* what no source confirms of it is told */
    Arena *arena;
    Settings *settings;    /* of the addressees */
    size_t sender_at;      /* the last sender */
    FaceSender senders[2]; /* at home, abroad */
    bool air_found;
    const Para *air; /* of mail abroad; NULL: none */
} Faces;

/* Everything is in `a`; what `options` points to must live as long. A layout
 * that is not for this mail is an error, and faces are then drawn only for what
 * else is wrong. */
void faces_open(Arena *a, Session *s, const FacesOptions *options, Diag *diag,
                Faces *out);

/* The face of an envelope, its corner at the origin. False, with an error, if
 * something does not fit or ink falls where none may. */
bool faces_draw(Faces *f, const FaceItem *item, Arena *a, DisplayTags *tags,
                uint32_t parent, DisplayItems *to);

/* The back of the envelope with the return address on the flap; nothing
 * without one. False if it does not fit. */
bool faces_draw_flap(Faces *f, const FaceItem *item, Arena *a,
                     DisplayTags *tags, uint32_t parent, DisplayItems *to);

/* Are addresses printed, or do all show through windows? */
bool faces_have_addresses(const Faces *f);
/* Is there a place for the return address? An error else. */
bool faces_has_room(const Faces *f, const FaceItem *item);
/* Set the addressee for a proof, in `a`. */
void faces_prove(Faces *f, const FaceItem *item, Arena *a, ProofAddress *out);

/* The stages before the display, of one envelope. False after an error. */
bool faces_dump(Faces *f, const FaceItem *item, const JobOutput *out);

#endif
