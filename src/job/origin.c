#include "job/origin.h"

#include "model/country.h"

#include <string.h>

bool origin_find(const char *given, const Contact *sender, Diag *diag,
                 char out[3]) {
    memset(out, 0, 3);
    if (given) {
        if (country_find(given, strlen(given), out))
            return true;
        diag_file(diag, DIAG_USAGE, NULL,
                  "--origin: \"%s\" is no country; give a code such as FR or a "
                  "name",
                  given);
        return false;
    }
    if (sender)
        memcpy(out, sender->country, 3);
    return true;
}

static void report_over(Arena *a, const Contact *c, const DeliveryOptions *opt,
                        const AddressFit *fit, Diag *diag) {
    const char *wide =
        fit->over_w ? arena_printf(a, "%.1f mm too wide", len_mm(fit->over_w))
                    : "";
    const char *high =
        fit->over_h ? arena_printf(a, "%.1f mm too high", len_mm(fit->over_h))
                    : "";
    diag_at(diag, DIAG_ERROR, c->span,
            "\"%s\" does not fit the %s: %s%s%s even at the smallest size; use "
            "a larger one%s",
            contact_label(a, c), opt->what, wide, *wide && *high ? " and " : "",
            high, opt->script == ADDRESS_BOTH ? ", or --script native" : "");
}

bool delivery_set(Arena *a, Fontset *fs, const Contact *c,
                  const DeliveryOptions *opt, Diag *diag, AddressFit *out) {
    AddressOptions address = {.origin = opt->origin, .script = opt->script};
    AddressBlock plain, compact;
    if (!address_compose(a, c, &address, diag, &plain))
        return false;
    address.compact = true;
    if (!address_compose(a, c, &address, diag, &compact))
        return false;
    size_t errors = diag_count(diag, DIAG_ERROR);
    bool fits = address_fit(a, fs, &plain, &compact, &opt->fit, diag, out);
    if (!fits)
        report_over(a, c, opt, out, diag);
    return diag_count(diag, DIAG_ERROR) == errors;
}
