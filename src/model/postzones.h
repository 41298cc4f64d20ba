/* postzones.h - what a country's post wants where on the front of an envelope.
 *
 * Data, one file a post in layouts/posts (its keys are in input/postfile.h).
 * Zones are anchored to the envelope's edges, so that they follow its size; an
 * envelope's layout then needs no more than its size. Lives in the arena it
 * was read into.
 */
#ifndef ENVOI_MODEL_POSTZONES_H
#define ENVOI_MODEL_POSTZONES_H

#include "model/layout.h"

/* Where a zone begins and ends along one axis: two of the three are given.
 * `near` is from the left or upper edge, `far` from the right or lower one. */
typedef struct PostSide {
    bool has_near, has_far, has_size;
    Len near, far, size;
} PostSide;

/* Which envelopes a zone is for. */
typedef enum PostWhen {
    POST_ALWAYS,
    POST_UNDER, /* narrower and lower than when_w, when_h */
    POST_UP_TO, /* the same, or just as wide or high */
    POST_OVER   /* those that POST_UP_TO is not for */
} PostWhen;

typedef struct PostZone {
    const char *name; /* "franking", for drawings and messages */
    PostSide across, down;
    PostWhen when;
    Len when_w, when_h; /* LEN_MAX: any */
    Text unverified;    /* which of its figures no source confirms, or "" */
    Span span;          /* src NULL: absent */
} PostZone;

/* The addressee. */
typedef struct PostAddress {
    Len w, h;                     /* at most */
    Len left, right, top, bottom; /* least distances from the edges */
    /* The left edge stands so many hundredths of the envelope's width from the
     * left: as far right as these and the width allow. */
    int from, to;
    int down;   /* the upper edge no lower than so many hundredths of the height
                 */
    Len beside; /* other print ends so far left of it, unless it is above */
    Len above;  /* ... so far above it */
    bool alone; /* nothing right of it or below */
    Span span;
} PostAddress;

typedef struct PostZones {
    const char *name; /* of the file: "fr", "default" */
    Text title;       /* "La Poste, France" */
    Text source_note;
    Text unverified; /* what no source confirms, for the user to know; or "" */
    const char **countries; /* alpha-2 */
    size_t ncountries;
    PostZone *stamps; /* the first that is for the envelope is taken */
    size_t nstamps;
    PostZone *clear; /* all of them that are for the envelope */
    size_t nclear;
    PostZone *reads; /* what machines read: the address lies in it; as stamps */
    size_t nreads;
    PostAddress address;
    PostZone sender;      /* the return address on the front, at most */
    Len gap;              /* print keeps this distance from what stays empty */
    Len least_w, least_h; /* smaller ones are not taken; 0: not said */
    bool lengthwise;      /* the address runs along the longer side */
    Text air;             /* words of the air mail mark: "PAR AVION" */
    bool air_usual;       /* mail abroad bears it unless told otherwise */
} PostZones;

/* The zone on an envelope of w x h, cut off at its edges; with the zone's
 * span. */
LayoutBox postzone_box(const PostZone *z, Len w, Len h);
/* It is for an envelope of that size. */
bool postzone_applies(const PostZone *z, Len w, Len h);

/* The post's zones on the envelope `l`, wherever its file does not place them
 * itself: `out` is `l` with all boxes there. An envelope with a window needs no
 * place for the addressee. The boxes' spans lead to the post's file. False,
 * with the millimetres in `diag`, if they leave no room or contradict the
 * envelope's own. */
bool postzones_place(Arena *a, const PostZones *p, const Layout *l, Diag *diag,
                     Layout *out);

/* What is contradictory in the rules whatever the envelope. */
bool postzones_check(const PostZones *p, Diag *diag);

#endif
