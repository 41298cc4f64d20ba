#include "job/delivery.h"

#include <assert.h>

const char *delivery_over(Arena *a, const AddressFit *fit) {
    const char *wide =
        fit->over_w ? arena_printf(a, "%.1f mm too wide", len_mm(fit->over_w))
                    : "";
    const char *high =
        fit->over_h ? arena_printf(a, "%.1f mm too high", len_mm(fit->over_h))
                    : "";
    return arena_printf(a, "%s%s%s even at the smallest size", wide,
                        *wide && *high ? " and " : "", high);
}

/* The two arrangements of an address. */
typedef struct Blocks {
    AddressBlock plain, compact;
} Blocks;

static bool compose(Arena *a, const Contact *c, const DeliveryOptions *opt,
                    Diag *diag, Blocks *out) {
    AddressOptions address = {.origin = opt->origin, .script = opt->script};
    return address_compose_both(a, c, &address, diag, &out->plain,
                                &out->compact);
}

/* More than anybody's name, and more lines than most addresses have. */
enum { NAME_CHARS = 60, ADDRESS_LINES = 10 };

static size_t line_chars(const AddressLine *line) {
    size_t n = 0;
    for (size_t i = 0; i < line->n; i++)
        for (size_t k = 0; k < line->parts[i].n; k++)
            n += ((unsigned char)line->parts[i].s[k] & 0xC0) != 0x80;
    return n;
}

/* The cause, where it is plain to see: " (its name has 300 characters)". */
static const char *why_too_large(Arena *a, const AddressBlock *b) {
    for (size_t i = 0; i < b->n; i++)
        if (b->v[i].role == ADDRESS_NAME && line_chars(&b->v[i]) > NAME_CHARS)
            return arena_printf(a, " (its name has %zu characters)",
                                line_chars(&b->v[i]));
    return b->n > ADDRESS_LINES ? arena_printf(a, " (it has %zu lines)", b->n)
                                : "";
}

/* " such as avery-l7163", if a sheet is known that would do. */
static const char *such_as(Arena *a, const DeliveryOptions *opt,
                           const Blocks *b) {
    const char *name = opt->larger ? larger_find(opt->larger, &b->plain,
                                                 &b->compact, &opt->fit)
                                   : NULL;
    return name ? arena_printf(a, " such as %s", name) : "";
}

/* Would it fit in one of its scripts? */
static bool fits_in(Arena *a, Fontset *fs, const Contact *c,
                    const DeliveryOptions *opt, AddressScript script) {
    DeliveryOptions one = *opt;
    Diag *quiet = diag_new();
    Blocks b;
    AddressSetting as;
    diag_mute(quiet);
    one.script = script;
    bool fits =
        compose(a, c, &one, quiet, &b) &&
        address_fit_find(fs, &b.plain, &b.compact, &one.fit, quiet, &as);
    diag_free(quiet);
    return fits;
}

/* ", or --script latin", of those that would help. */
static const char *else_try(Arena *a, Fontset *fs, const Contact *c,
                            const DeliveryOptions *opt) {
    if (!opt->scripts || opt->script != ADDRESS_BOTH || c->nforms == 0)
        return "";
    bool native = fits_in(a, fs, c, opt, ADDRESS_NATIVE);
    bool latin = fits_in(a, fs, c, opt, ADDRESS_LATIN);
    return native && latin ? ", or --script native or latin"
           : native        ? ", or --script native"
           : latin         ? ", or --script latin"
                           : "";
}

static void tell_too_large(Arena *a, Fontset *fs, const Contact *c,
                           const DeliveryOptions *opt, const Blocks *b,
                           const AddressFit *smallest, Diag *diag) {
    diag_at(diag, DIAG_ERROR, c->span,
            "\"%s\" does not fit the %s: %s%s; shorten it, or use a larger "
            "one%s%s",
            contact_label(a, c), opt->what, delivery_over(a, smallest),
            why_too_large(a, &b->plain), such_as(a, opt, b),
            else_try(a, fs, c, opt));
}

/* `like` NULL: only how is wanted, and `out` is set only if it does not fit. */
static bool find(Arena *a, Fontset *fs, const Contact *c,
                 const DeliveryOptions *opt, const AddressSetting *like,
                 Diag *diag, AddressFit *out, AddressSetting *as) {
    Blocks b;
    Span before = diag_about(diag, c->span);
    size_t errors = diag_count(diag, DIAG_ERROR);
    /* What was told of the same record before is not counted again. */
    bool ok = compose(a, c, opt, diag, &b);
    bool fits = ok && (like ? address_fit_like(a, fs, &b.plain, &b.compact,
                                               &opt->fit, like, diag, as, out)
                            : address_fit_find(fs, &b.plain, &b.compact,
                                               &opt->fit, diag, as));
    if (ok && !fits && !like)
        address_fit_set(a, fs, &b.plain, &b.compact, as, &opt->fit, diag, out);
    if (ok && !fits)
        tell_too_large(a, fs, c, opt, &b, out, diag);
    diag_about(diag, before);
    return fits && diag_count(diag, DIAG_ERROR) == errors;
}

bool delivery_set(Arena *a, Fontset *fs, const Contact *c,
                  const DeliveryOptions *opt, const AddressSetting *like,
                  Diag *diag, AddressFit *out, AddressSetting *as) {
    return find(a, fs, c, opt, like, diag, out, as);
}

bool delivery_find(Fontset *fs, const Contact *c, const DeliveryOptions *opt,
                   Diag *diag, AddressSetting *out) {
    Arena *a = arena_new();
    AddressFit smallest;
    bool fits = find(a, fs, c, opt, NULL, diag, &smallest, out);
    arena_free(a);
    return fits;
}

void delivery_set_as(Arena *a, Fontset *fs, const Contact *c,
                     const DeliveryOptions *opt, const AddressSetting *as,
                     Diag *diag, AddressFit *out) {
    Blocks b;
    bool again = compose(a, c, opt, diag, &b);
    assert(again);
    (void)again;
    address_fit_set(a, fs, &b.plain, &b.compact, as, &opt->fit, diag, out);
}
