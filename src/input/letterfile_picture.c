#include "input/letterfile_picture.h"

#include <string.h>

/* "https:", "data:", "//host/": but a one-letter scheme is a drive. */
static bool is_address(Text file) {
    size_t i = 0;
    while (i < file.n && ((file.s[i] | 0x20) >= 'a') &&
           ((file.s[i] | 0x20) <= 'z'))
        i++;
    return (i > 1 && i < file.n && file.s[i] == ':') ||
           (file.n > 1 && memcmp(file.s, "//", 2) == 0);
}

bool picture_check(Text file, Text alt, Span where, const char *how,
                   Diag *diag) {
    bool ok = true;
    if (text_trim(file).n == 0) {
        diag_at(diag, DIAG_ERROR, where,
                "a picture without a file; name one in the letter's folder");
        ok = false;
    } else if (is_address(file)) {
        diag_at(diag, DIAG_ERROR, file.span,
                "\"%.*s\" is not in the letter's own folder; save the picture "
                "there and write its file name",
                text_shown(file), file.s);
        ok = false;
    }
    if (text_trim(alt).n == 0) {
        diag_at(diag, DIAG_ERROR, where,
                "say what the picture shows, for those who cannot see it: "
                "%s",
                how);
        ok = false;
    }
    return ok;
}
