#include "job/settings.h"

typedef struct Kept {
    size_t at;
    bool fits;
    AddressSetting as;
} Kept;

struct Settings {
    Arena *arena;
    VEC(Kept) kept;
    size_t next; /* that probably comes next */
};

Settings *settings_new(Arena *a) {
    Settings *s = ARENA_NEW(a, Settings);
    s->arena = a;
    return s;
}

/* Addressees come in the same order in every pack. */
static const Kept *find(Settings *s, size_t at) {
    for (size_t i = 0; i < s->kept.n; i++) {
        size_t k = (s->next + i) % s->kept.n;
        if (s->kept.v[k].at == at) {
            s->next = k + 1;
            return &s->kept.v[k];
        }
    }
    return NULL;
}

bool settings_set(Settings *s, Arena *a, Fontset *fs, const Contact *c,
                  size_t at, const DeliveryOptions *opt, Diag *diag,
                  AddressFit *out, AddressSetting *as) {
    const Kept *known = find(s, at);
    Kept now = {.at = at};
    if (!known) {
        now.fits = delivery_find(fs, c, opt, diag, &now.as);
        known = &now;
        if (s->kept.n < SETTINGS_KEPT)
            vec_push(s->arena, &s->kept, now);
    }
    *as = known->as;
    if (known->fits)
        delivery_set_as(a, fs, c, opt, &known->as, diag, out);
    return known->fits;
}
