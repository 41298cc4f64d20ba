#include "job/origin.h"

#include "model/country.h"
#include "model/countryguess.h"

#include <string.h>

void origin_refuse(const char *option, const char *given, const char *such,
                   Diag *diag) {
    Arena *a = arena_new();
    const char *near = country_guess(a, given, strlen(given));
    if (near)
        diag_file(diag, DIAG_USAGE, NULL,
                  "%s: \"%s\" is no country; did you mean \"%s\"?", option,
                  given, near);
    else
        diag_file(diag, DIAG_USAGE, NULL,
                  "%s: \"%s\" is no country; give a code such as %s or a name",
                  option, given, such);
    arena_free(a);
}

bool origin_find(const char *given, const Contact *sender, Diag *diag,
                 char out[3]) {
    memset(out, 0, 3);
    if (given) {
        if (country_find(given, strlen(given), out))
            return true;
        origin_refuse("--origin", given, "FR", diag);
        return false;
    }
    if (sender)
        memcpy(out, sender->country, 3);
    return true;
}
