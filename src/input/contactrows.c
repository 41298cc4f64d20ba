#include "input/contactrows.h"

ContactRows *contactrows_new(Arena *a, const Source *src, ContactRead *read,
                             const void *format, TextFaults *faults,
                             Diag *diag) {
    ContactRows *r = ARENA_NEW(a, ContactRows);
    *r = (ContactRows){.arena = a,
                       .src = src,
                       .read = read,
                       .format = format,
                       .diag = diag,
                       .faults = faults,
                       .again = diag_new(),
                       .scratch = arena_new(),
                       .countries = countryindex_new(a)};
    diag_mute(r->again);
    return r;
}

bool contactrows_faulty(const ContactRows *r, size_t end) {
    return r->faults && textfaults_any(r->faults, end);
}

size_t contactrows_faults(ContactRows *r, size_t end) {
    return r->faults ? textfaults_tell(r->faults, r->src, end, r->diag) : 0;
}

size_t contactrows_add(ContactRows *r, size_t off) {
    arena_reset(r->scratch);
    vec_push(r->arena, &r->starts, (uint32_t)off);
    return r->starts.n;
}

void contactrows_break(ContactRows *r) {
    vec_push(r->arena, &r->broken, (uint32_t)r->starts.n);
}

static bool is_broken(const ContactRows *r, size_t number) {
    size_t low = 0, high = r->broken.n;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (r->broken.v[mid] < number)
            low = mid + 1;
        else
            high = mid;
    }
    return low < r->broken.n && r->broken.v[low] == number;
}

void contactrows_end(ContactRows *r) {
    arena_free(r->scratch);
    r->scratch = NULL;
}

void contactrows_close(ContactRows *r) {
    if (!r)
        return;
    arena_free(r->scratch);
    diag_free(r->again);
}

size_t contactrows_count(const ContactRows *r) {
    return r->starts.n;
}

void contactrows_get(const ContactRows *r, size_t i, Arena *a, Contact *out) {
    r->read(r, r->starts.v[i], i + 1, a, r->again, out);
    out->broken = out->broken || is_broken(r, i + 1);
}
