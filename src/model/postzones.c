#include "model/postzones.h"

#include "model/layoutcheck.h"

/* Less holds no address: three lines of 8 pt, 10 em wide. */
#define LEAST_ADDRESS_W LEN_OF_MM(30)
#define LEAST_ADDRESS_H LEN_OF_MM(10)
/* A return address is smaller; narrower ones break every line. */
#define LEAST_SENDER_W LEN_OF_MM(25)
#define LEAST_SENDER_H LEN_OF_MM(10)

/* ---- zones ---- */

bool postzone_applies(const PostZone *z, Len w, Len h) {
    bool within = w <= z->when_w && h <= z->when_h;
    switch (z->when) {
    case POST_ALWAYS:
        return true;
    case POST_UNDER:
        return w < z->when_w && h < z->when_h;
    case POST_UP_TO:
        return within;
    case POST_OVER:
        return !within;
    }
    return false;
}

/* Begin and end on an edge of `whole`, inside it. */
static void along(const PostSide *s, Len whole, Len *at, Len *size) {
    Len begin = s->has_near ? s->near : whole - s->far - s->size;
    Len end = s->has_far ? whole - s->far : s->near + s->size;
    begin = len_max(begin, 0);
    end = len_min(end, whole);
    *at = begin;
    *size = len_max(end - begin, 0);
}

LayoutBox postzone_box(const PostZone *z, Len w, Len h) {
    LayoutBox b = {.span = z->span};
    along(&z->across, w, &b.x, &b.w);
    along(&z->down, h, &b.y, &b.h);
    return b;
}

/* The first of `zones` that is for the envelope; absent without one. */
static LayoutBox first_zone(const PostZone *zones, size_t n, const Layout *l) {
    for (size_t i = 0; i < n; i++)
        if (postzone_applies(&zones[i], l->w, l->h))
            return postzone_box(&zones[i], l->w, l->h);
    return (LayoutBox){0};
}

/* ---- room ---- */

/* What is left of an envelope, by its edges. */
typedef struct Room {
    Len left, top, right, bottom;
} Room;

static int64_t area(const Room *r) {
    return (int64_t)len_max(r->right - r->left, 0) *
           len_max(r->bottom - r->top, 0);
}

/* Take `b` and `gap` around it off the room, on the side where that costs
 * least. */
static void keep_off(Room *r, const LayoutBox *b, Len gap) {
    if (!layoutcheck_has(b) || b->w == 0 || b->h == 0 ||
        b->x - gap >= r->right || b->x + b->w + gap <= r->left ||
        b->y - gap >= r->bottom || b->y + b->h + gap <= r->top)
        return;
    Room sides[4] = {*r, *r, *r, *r};
    sides[0].top = b->y + b->h + gap;
    sides[1].bottom = b->y - gap;
    sides[2].left = b->x + b->w + gap;
    sides[3].right = b->x - gap;
    size_t best = 0;
    for (size_t i = 1; i < 4; i++)
        if (area(&sides[i]) > area(&sides[best]))
            best = i;
    *r = sides[best];
}

static void keep_in(Room *r, const LayoutBox *b) {
    if (!layoutcheck_has(b))
        return;
    r->left = len_max(r->left, b->x);
    r->top = len_max(r->top, b->y);
    r->right = len_min(r->right, b->x + b->w);
    r->bottom = len_min(r->bottom, b->y + b->h);
}

static Len hundredths(Len whole, int n) {
    return len_muldiv(whole, n, 100);
}

static bool tell_too_small(const PostZones *p, const Layout *l, Len w, Len h,
                           Diag *diag) {
    diag_at(diag, DIAG_ERROR, l->paper,
            "the envelope %s, %.1f x %.1f mm, is too small for the rules of "
            "%.*s: they leave the address %.1f x %.1f mm, and it needs at "
            "least %.1f x %.1f mm; take a larger envelope",
            l->name, len_mm(l->w), len_mm(l->h), (int)p->title.n, p->title.s,
            len_mm(len_max(w, 0)), len_mm(len_max(h, 0)),
            len_mm(LEAST_ADDRESS_W), len_mm(LEAST_ADDRESS_H));
    return false;
}

/* The addressee's box: off what stays empty, as far right as the post has it
 * and as low as it may be. */
static bool place_recipient(const PostZones *p, const Layout *l, Diag *diag,
                            EnvelopeLayout *e) {
    const PostAddress *at = &p->address;
    Room r = {len_max(hundredths(l->w, at->from), at->left), at->top,
              l->w - at->right, l->h - at->bottom};
    LayoutBox read = first_zone(p->reads, p->nreads, l);
    keep_in(&r, &read);
    if (layoutcheck_has(&e->stamp)) /* never beside the stamp */
        r.top = len_max(r.top, e->stamp.y + e->stamp.h + p->gap);
    for (size_t i = 0; i < e->nclear; i++)
        keep_off(&r, &e->clear[i], p->gap);
    Len left =
        len_max(len_min(r.right - at->w, hundredths(l->w, at->to)), r.left);
    Len top =
        len_max(len_min(r.bottom - at->h, hundredths(l->h, at->down)), r.top);
    e->recipient = (LayoutBox){.x = left,
                               .y = top,
                               .w = len_min(at->w, r.right - left),
                               .h = len_min(at->h, r.bottom - top),
                               .span = at->span};
    if (e->recipient.w >= LEAST_ADDRESS_W && e->recipient.h >= LEAST_ADDRESS_H)
        return true;
    return tell_too_small(p, l, e->recipient.w, e->recipient.h, diag);
}

/* The return address: the post's zone, off the stamp and the addressee. Left
 * out where that leaves too little. */
static void place_sender(const PostZones *p, const Layout *l,
                         EnvelopeLayout *e) {
    if (!p->sender.span.src)
        return;
    LayoutBox b = postzone_box(&p->sender, l->w, l->h);
    LayoutBox to = layoutcheck_has(&e->recipient) ? e->recipient : e->window;
    Room r = {b.x, b.y, b.x + b.w, b.y + b.h};
    keep_off(&r, &e->stamp, p->gap);
    for (size_t i = 0; i < e->nclear; i++)
        keep_off(&r, &e->clear[i], p->gap);
    if (layoutcheck_has(&to) && r.right > to.x - p->address.beside)
        r.bottom = len_min(r.bottom, to.y - p->address.above);
    if (r.right - r.left >= LEAST_SENDER_W &&
        r.bottom - r.top >= LEAST_SENDER_H)
        e->sender = (LayoutBox){.x = r.left,
                                .y = r.top,
                                .w = r.right - r.left,
                                .h = r.bottom - r.top,
                                .span = b.span};
}

/* What a layout of one's own places has the last word: a zone of the post that
 * it runs into is left out, with a warning. */
typedef struct Placing {
    Arena *arena;
    const PostZones *post;
    const EnvelopeLayout *own; /* as the file has it */
    Diag *diag;
} Placing;

static bool runs_into(const Placing *c, const char *what, const LayoutBox *own,
                      const LayoutBox *zone, const char *name) {
    if (!layoutcheck_has(own))
        return false;
    Len across =
        len_min(own->x + own->w, zone->x + zone->w) - len_max(own->x, zone->x);
    Len down =
        len_min(own->y + own->h, zone->y + zone->h) - len_max(own->y, zone->y);
    Len overlap = len_min(across, down);
    if (overlap <= OVERLAP_TOLERANCE)
        return false;
    diag_at(c->diag, DIAG_WARNING, own->span,
            "%s reaches %.1f mm into what %.*s wants empty (%s)", what,
            len_mm(overlap), (int)c->post->title.n, c->post->title.s, name);
    return true;
}

static bool is_in_the_way(const Placing *c, const LayoutBox *zone,
                          const char *name) {
    const EnvelopeLayout *own = c->own;
    bool in_way = runs_into(c, "recipient", &own->recipient, zone, name);
    return runs_into(c, "sender", &own->sender, zone, name) || in_way;
}

/* The post's zones that machines need. */
static void place_clear(const Placing *c, const Layout *l, EnvelopeLayout *e) {
    const PostZones *p = c->post;
    VEC(LayoutBox) clear = {0};
    for (size_t i = 0; i < p->nclear; i++) {
        LayoutBox b = postzone_box(&p->clear[i], l->w, l->h);
        if (postzone_applies(&p->clear[i], l->w, l->h) && b.w && b.h &&
            !is_in_the_way(c, &b, p->clear[i].name))
            vec_push(c->arena, &clear, b);
    }
    e->clear = clear.v;
    e->nclear = clear.n;
}

/* Nothing stands right of the addressee or below. */
static void clear_around(const Placing *c, const Layout *l, EnvelopeLayout *e) {
    const LayoutBox *r = &e->recipient;
    if (!c->post->address.alone || !layoutcheck_has(r))
        return;
    VEC(LayoutBox) clear = {0};
    for (size_t i = 0; i < e->nclear; i++)
        vec_push(c->arena, &clear, e->clear[i]);
    LayoutBox right = {r->x + r->w, r->y, l->w - r->x - r->w, l->h - r->y,
                       c->post->address.span};
    LayoutBox below = {r->x, r->y + r->h, r->w, l->h - r->y - r->h,
                       c->post->address.span};
    if (right.w > 0 && right.h > 0 &&
        !runs_into(c, "sender", &c->own->sender, &right, "right of it"))
        vec_push(c->arena, &clear, right);
    if (below.h > 0 &&
        !runs_into(c, "sender", &c->own->sender, &below, "below it"))
        vec_push(c->arena, &clear, below);
    e->clear = clear.v;
    e->nclear = clear.n;
}

/* What the post does not take, or not gladly: the user may know better. */
static void warn_of_size(const PostZones *p, const Layout *l, Diag *diag) {
    Len wide = len_max(l->w, l->h), high = len_min(l->w, l->h);
    Text who = p->ncountries ? p->title : text_literal("most posts");
    if (wide < p->least_w - EDGE_TOLERANCE ||
        high < p->least_h - EDGE_TOLERANCE)
        diag_at(diag, DIAG_WARNING, l->paper,
                "the envelope %s, %.1f x %.1f mm, is smaller than %.*s take%s "
                "(%.1f x %.1f mm)",
                l->name, len_mm(l->w), len_mm(l->h), (int)who.n, who.s,
                p->ncountries ? "s" : "", len_mm(p->least_w),
                len_mm(p->least_h));
    if (p->lengthwise && l->w < l->h &&
        !layoutcheck_has(&l->u.envelope.recipient))
        diag_at(diag, DIAG_WARNING, l->paper,
                "the envelope %s stands upright, and %.*s want%s the address "
                "along its longer side; lay it that way (no --portrait)%s",
                l->name, (int)who.n, who.s, p->ncountries ? "s" : "",
                p->ncountries ? ""
                              : ", unless you know that the post of your "
                                "country takes it");
}

bool postzones_place(Arena *a, const PostZones *p, const Layout *l, Diag *diag,
                     Layout *out) {
    *out = *l;
    EnvelopeLayout *e = &out->u.envelope;
    Placing c = {a, p, &l->u.envelope, diag};
    if (e->design) /* its places are its own */
        return layout_check(out, diag);
    e->post = p;
    warn_of_size(p, l, diag);
    if (!layoutcheck_has(&e->stamp)) {
        LayoutBox stamp = first_zone(p->stamps, p->nstamps, l);
        if (layoutcheck_has(&stamp) && !is_in_the_way(&c, &stamp, "stamp"))
            e->stamp = stamp;
    }
    if (e->nclear == 0)
        place_clear(&c, l, e);
    if (!layoutcheck_has(&e->recipient) && !layoutcheck_has(&e->window) &&
        !place_recipient(p, l, diag, e))
        return false;
    if (!layoutcheck_has(&e->sender))
        place_sender(p, l, e);
    clear_around(&c, l, e);
    return layout_check(out, diag);
}

/* ---- the rules themselves ---- */

static bool check_zones(const PostZone *zones, size_t n, Diag *diag) {
    bool ok = true;
    for (size_t i = 0; i < n; i++) {
        const PostZone *z = &zones[i];
        const PostSide *sides[] = {&z->across, &z->down};
        for (size_t k = 0; k < 2; k++) {
            int given =
                sides[k]->has_near + sides[k]->has_far + sides[k]->has_size;
            if (given == 2)
                continue;
            ok = false;
            diag_at(diag, DIAG_ERROR, z->span,
                    "a zone needs two of %s, and has %d of them",
                    k ? "top, bottom, height" : "left, right, width", given);
        }
    }
    return ok;
}

bool postzones_check(const PostZones *p, Diag *diag) {
    bool ok = check_zones(p->stamps, p->nstamps, diag);
    ok = check_zones(p->clear, p->nclear, diag) && ok;
    ok = check_zones(p->reads, p->nreads, diag) && ok;
    if (p->sender.span.src)
        ok = check_zones(&p->sender, 1, diag) && ok;
    const PostAddress *at = &p->address;
    if (at->w < LEAST_ADDRESS_W || at->h < LEAST_ADDRESS_H) {
        ok = false;
        diag_at(diag, DIAG_ERROR, at->span,
                "an address of at most %.1f x %.1f mm holds none; it needs "
                "%.1f x %.1f mm",
                len_mm(at->w), len_mm(at->h), len_mm(LEAST_ADDRESS_W),
                len_mm(LEAST_ADDRESS_H));
    }
    if (at->from > at->to) {
        ok = false;
        diag_at(diag, DIAG_ERROR, at->span,
                "the address begins from %d to %d hundredths of the width; "
                "the first must not be larger",
                at->from, at->to);
    }
    return ok;
}
