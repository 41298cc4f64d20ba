#include "page/addressforesee.h"

#include <string.h>

/* What measuring at another size may be off: far more than the rounding of an
 * address line's glyphs. */
#define ROUNDING (LEN_PT / 32)

/* How a line breaks in a room. */
typedef struct Broken {
    Len room;
    size_t n;
    Len width;
    bool plain; /* the room is not so close that only setting it will tell */
} Broken;

/* The sizes that a search asks about, most of them several times: 8 to 12 pt in
 * steps of a half. */
enum { ROOMS = 10 };
struct AddressBreaks {
    ParaDraft *draft;
    Broken v[ROOMS];
    size_t n;
};

static ParaDraft *make_draft(Arena *a, const AddressKnown *k,
                             const AddressLine *line, const TextStyle *style,
                             BreakPolicy breaks) {
    UBuilder *b = ubuilder_new(a);
    for (size_t i = 0; i < line->n; i++)
        ubuilder_add(b, line->parts[i], style, k->diag);
    return para_draft(a, k->fs, b, &(ParaOptions){.breaks = breaks}, k->diag);
}

static bool same_line(const AddressLine *x, const AddressLine *y) {
    bool same = x->n == y->n && x->role == y->role && x->lang == y->lang;
    for (size_t i = 0; same && i < x->n; i++)
        same = x->parts[i].n == y->parts[i].n &&
               memcmp(x->parts[i].s, y->parts[i].s, x->parts[i].n) == 0;
    return same;
}

static AddressBreaks *breaks_of(AddressKnown *k, AddressKnownLine *known,
                                const TextStyle *style, BreakPolicy breaks) {
    AddressBreaks **b = &known->breaks[breaks];
    if (!*b) {
        *b = ARENA_NEW(k->arena, AddressBreaks);
        (*b)->draft = make_draft(k->arena, k, known->line, style, breaks);
    }
    return *b;
}

/* Native lines are the ones that break: a draft for both. */
static void measure_whole(AddressKnown *k, AddressKnownLine *known,
                          const TextStyle *style) {
    size_t lines;
    known->whole =
        known->line->role == ADDRESS_LOCAL
            ? breaks_of(k, known, style, BREAK_ADDRESS)->draft
            : make_draft(k->arena, k, known->line, style, BREAK_NONE);
    para_try(known->whole, LEN_MAX / 2, k->diag, &lines, &known->width);
}

static AddressKnownLine *look_up(AddressKnown *k, const AddressLine *line) {
    for (size_t i = 0; i < k->n; i++)
        if (k->v[i].line == line || same_line(k->v[i].line, line))
            return &k->v[i];
    return NULL;
}

/* NULL if there are too many. */
static AddressKnownLine *find_known(AddressKnown *k, const AddressLine *line,
                                    const TextStyle *style) {
    AddressKnownLine *known = look_up(k, line);
    if (known || k->n == ADDRESS_KNOWN_LINES)
        return known;
    TextStyle measured = *style;
    known = &k->v[k->n++];
    measured.size = k->sizes[line->role];
    *known = (AddressKnownLine){.line = line, .size = measured.size};
    measure_whole(k, known, &measured);
    return known;
}

/* As few lines as the room allows. What does with a little less needs no second
 * look: it breaks the same way there. */
static Broken break_in(ParaDraft *d, Len room, Diag *diag) {
    Broken out = {.room = room, .plain = true};
    para_try(d, room + ROUNDING, diag, &out.n, &out.width);
    if (out.width <= room - ROUNDING)
        return out;
    size_t n;
    Len narrow;
    para_try(d, room - ROUNDING, diag, &n, &narrow);
    bool fits = narrow <= room - ROUNDING;
    bool over = out.width > room + ROUNDING;
    out.plain = n == out.n && fits != over;
    return out;
}

/* Into how many lines a line breaks and how wide they are at most, in `room` at
 * the size it is measured at. */
static Broken foresee_broken(AddressKnown *k, AddressKnownLine *known,
                             const TextStyle *style, BreakPolicy breaks,
                             Len room) {
    TextStyle measured = *style;
    measured.size = known->size;
    AddressBreaks *b = breaks_of(k, known, &measured, breaks);
    for (size_t i = 0; i < b->n; i++)
        if (b->v[i].room == room)
            return b->v[i];
    Broken out = break_in(b->draft, room, k->diag);
    if (b->n < ROOMS)
        b->v[b->n++] = out;
    return out;
}

bool address_foresee(AddressKnown *k, const AddressLine *line,
                     const TextStyle *style, const ParaOptions *para,
                     Para *out) {
    AddressKnownLine *known = find_known(k, line, style);
    if (!known)
        return false;
    Len leading = len_muldiv(style->size, para->leading_permille, 1000);
    Len w = len_muldiv(known->width, style->size, known->size);
    bool fits = w <= para->width - ROUNDING;
    *out = (Para){.n = 1, .width = w};
    if (!fits && w <= para->width + ROUNDING)
        return false;
    if (!fits && para->breaks != BREAK_NONE) {
        Len room = len_muldiv(para->width, known->size, style->size);
        Broken b = foresee_broken(k, known, style, para->breaks, room);
        if (!b.plain)
            return false;
        /* What was seen to fit must not be said otherwise by rounding. */
        fits = b.width <= room + ROUNDING;
        w = len_muldiv(b.width, style->size, known->size);
        out->n = b.n;
        out->width = fits && w > para->width ? para->width : w;
    }
    out->height = (Len)out->n * leading;
    return true;
}

ParaDraft *address_draft(AddressKnown *k, Arena *a, const AddressLine *line,
                         const TextStyle *style, const ParaOptions *para) {
    const AddressKnownLine *known = look_up(k, line);
    if (!known || known->size != style->size)
        return make_draft(a, k, line, style, para->breaks);
    /* That one might break, and shall not. */
    bool whole = known->width <= para->width || line->role != ADDRESS_LOCAL;
    if (para->breaks == BREAK_NONE && whole)
        return known->whole;
    if (para->breaks != BREAK_NONE && known->breaks[para->breaks])
        return known->breaks[para->breaks]->draft;
    return make_draft(a, k, line, style, para->breaks);
}
