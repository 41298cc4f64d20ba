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
