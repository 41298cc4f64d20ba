#include "base/filekind.h"

#include <string.h>

#include "base/diag.h"

bool filekind_is(const char *bytes, size_t n, const char *start, size_t m) {
    return n >= m && memcmp(bytes, start, m) == 0;
}

bool filekind_is_locked(const char *bytes, size_t n) {
    static const char stream[] =
        "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
    return filekind_is(bytes, n, "\xD0\xCF\x11\xE0", 4) &&
           memmem(bytes, n, stream, sizeof stream) != NULL;
}

/* How much of a file is looked at; so many control characters are a mistake in
 * a text, and of so many bytes one may be. */
enum { LOOKED_AT = 4096, CONTROLS_FEW = 8, CONTROLS_EVERY = 32 };

/* Tab, line ends, form feed, the end of a DOS file and the escapes of ISO 2022
 * stand in texts. */
static bool is_control(unsigned char c) {
    static const char in_texts[] = "\t\n\v\f\r\x1A\x1B";
    return c == 0 || (c < 0x20 && !strchr(in_texts, c));
}

static bool is_binary(const char *bytes, size_t n) {
    size_t controls = 0, zeros[2] = {0};
    if (filekind_is(bytes, n, "\xFF\xFE", 2) ||
        filekind_is(bytes, n, "\xFE\xFF", 2) ||
        filekind_is(bytes, n, "\0\0\xFE\xFF", 4))
        return false;
    n = n < LOOKED_AT ? n : LOOKED_AT;
    for (size_t i = 0; i < n; i++) {
        controls += is_control((unsigned char)bytes[i]);
        zeros[i & 1] += bytes[i] == '\0';
    }
    /* UTF-16 has its zeros in one half, and anything in the other. */
    if (zeros[0] > 4 * zeros[1] || zeros[1] > 4 * zeros[0])
        return false;
    return controls > CONTROLS_FEW && controls > n / CONTROLS_EVERY;
}

/* With these a text may begin as well. */
static const char *binary_kind(const char *bytes, size_t n) {
    static const FileKind kinds[] = {
        {"MZ", 2, "is a program of Windows"},
        {"\x7F"
         "ELF",
         4, "is a program"},
        {"BM", 2, "is a picture"},
        {"ID3", 3, "is a sound"},
        {"\xFF\xFB", 2, "is a sound"},
        {"OggS", 4, "is a sound"},
        {"RIFF", 4, "is a picture, a sound or a film"},
        {"SQLite format 3", 15, "is a database"},
        {"Rar!", 4, "is compressed"},
        {"7z\xBC\xAF", 4, "is compressed"},
        {"BZh", 3, "is compressed"},
        {"\xFD"
         "7zXZ",
         5, "is compressed"}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (filekind_is(bytes, n, kinds[i].start, kinds[i].n))
            return kinds[i].what;
    return "seems to be a program, a sound, a picture or the like";
}

bool filekind_refuse(const FileKind *kinds, size_t nkinds, const char *path,
                     const char *bytes, size_t n, struct Diag *diag) {
    if (filekind_is_locked(bytes, n)) {
        diag_file(diag, DIAG_ERROR, path, "%s", FILEKIND_LOCKED);
        return true;
    }
    for (size_t i = 0; i < nkinds; i++)
        if (filekind_is(bytes, n, kinds[i].start, kinds[i].n)) {
            diag_file(diag, DIAG_ERROR, path, "%s", kinds[i].what);
            return true;
        }
    if (is_binary(bytes, n)) {
        diag_file(diag, DIAG_ERROR, path,
                  "holds no text: it %s, and not the file that is meant; name "
                  "that one",
                  binary_kind(bytes, n));
        return true;
    }
    return false;
}
