#include "job/settings.h"

#include <assert.h>

typedef enum State { UNKNOWN, FITS, TOO_LARGE } State;

/* An AddressSetting, packed. */
typedef struct Kept {
    Len size, native_min;
    uint8_t state, freedom, room;
    bool compact, tight;
} Kept;

struct Settings {
    Kept *v;
    size_t n;
};

Settings *settings_new(Arena *a, size_t records) {
    Settings *s = ARENA_NEW(a, Settings);
    *s = (Settings){ARENA_ARRAY(a, Kept, records), records};
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
        bool fits = delivery_set(a, fs, c, opt, diag, out, as);
        *k = pack(as, fits);
        return fits;
    }
    *as = unpack(k);
    if (k->state == FITS)
        delivery_set_as(a, fs, c, opt, as, diag, out);
    return k->state == FITS;
}
