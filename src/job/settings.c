#include "job/settings.h"

#include <assert.h>

typedef enum State { UNKNOWN, FITS, TOO_LARGE } State;

/* An AddressSetting, packed. */
typedef struct Kept {
    Len size, native_min;
    uint8_t state, freedom, room;
    bool compact, tight;
} Kept;

/* A list of so many records is short: officials, not members. */
#define FEW 64

struct Settings {
    Arena *arena;
    Kept *v;
    size_t n;
    AddressSetting like;     /* how the last one was set; zeroed: none yet */
    const AddressFit **fits; /* of a short list, when they are set; or NULL */
};

Settings *settings_new(Arena *a, const Mailing *m) {
    size_t records = mailing_records(m);
    bool kept = !(mailing_varies(m) & LETTER_OF_TO); /* its strings are, too */
    Settings *s = ARENA_NEW(a, Settings);
    *s = (Settings){
        .arena = a, .v = ARENA_ARRAY(a, Kept, records), .n = records};
    if (kept && records <= FEW)
        s->fits = ARENA_ARRAY(a, const AddressFit *, records);
    return s;
}

static Kept pack(const AddressSetting *as, bool fits) {
    assert(as->room <= UINT8_MAX);
    return (Kept){.size = as->size,
                  .native_min = as->native_min,
                  .state = fits ? FITS : TOO_LARGE,
                  .freedom = (uint8_t)as->freedom,
                  .room = (uint8_t)as->room,
                  .compact = as->compact,
                  .tight = as->tight};
}

static AddressSetting unpack(const Kept *k) {
    return (AddressSetting){.compact = k->compact,
                            .freedom = (AddressFreedom)k->freedom,
                            .size = k->size,
                            .native_min = k->native_min,
                            .tight = k->tight,
                            .room = k->room};
}

bool settings_set(Settings *s, Arena *a, Fontset *fs, const Contact *c,
                  size_t at, const DeliveryOptions *opt, Diag *diag,
                  AddressFit *out, AddressSetting *as) {
    Kept *k = &s->v[at];
    assert(at < s->n);
    if (k->state == UNKNOWN) {
        *as = (AddressSetting){0};
        bool fits = delivery_set(a, fs, c, opt, &s->like, diag, out, as);
        if (fits)
            s->like = *as;
        *k = pack(as, fits);
        return fits;
    }
    *as = unpack(k);
    if (k->state != FITS)
        return false;
    if (s->fits && s->fits[at]) {
        *out = *s->fits[at];
        return true;
    }
    delivery_set_as(s->fits ? s->arena : a, fs, c, opt, as, diag, out);
    if (s->fits) {
        AddressFit *fit = ARENA_NEW(s->arena, AddressFit);
        *fit = *out;
        s->fits[at] = fit;
    }
    return true;
}
