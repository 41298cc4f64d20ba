#include "unit.h"

#include "base/arena.h"
#include "base/hiddenmail.h"

#include <string.h>

/* "ana@example.org" under the key 5A, byte by byte. */
static const char ana[] = "5a3b343b1a3f223b372a363f7435283d";

static const char *read_hex(Arena *a, const char *hex) {
    return hiddenmail_read(a, hex, strlen(hex));
}

static void addresses(void) {
    Arena *a = arena_new();
    static const char link[] = "/cdn-cgi/l/email-protection#";
    CHECK_STR(read_hex(a, ana), "ana@example.org");
    const char *there = arena_printf(a, "%s%s", link, ana);
    CHECK_STR(hiddenmail_of_link(a, there, strlen(there)), "ana@example.org");
    there = arena_printf(a, "https://example.org%s%s", link, ana);
    CHECK_STR(hiddenmail_of_link(a, there, strlen(there)), "ana@example.org");
    /* "ana@b.org?subject=x" under 00: the subject is no part of it. */
    CHECK_STR(read_hex(a, "00616e6140622e6f72673f7375626a6563743d78"),
              "ana@b.org");
    /* Capitals in the hexadecimal. */
    CHECK_STR(read_hex(a, "5A3B343B1A3F223B372A363F7435283D"),
              "ana@example.org");
    arena_free(a);
}

static void no_addresses(void) {
    Arena *a = arena_new();
    static const char *const bad[] = {
        "",
        "5a",
        "5a3b343b1a3f223b372a363f7435283",  /* half a byte */
        "zz3b343b1a3f223b372a363f7435283d", /* no hexadecimal */
        "00616e612040622e6f7267",           /* a blank in it */
        "00616e61406240632e6f7267",         /* two of "@" */
        "00406578616d706c652e6f7267",       /* nobody */
        "00616e61405f6f7267",               /* no dot */
        "00616e61c3a440622e6f7267",         /* no ASCII */
        "003c616e6140622e6f72673e"};        /* a tag */
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        CHECK(read_hex(a, bad[i]) == NULL);
    CHECK(hiddenmail_of_link(a, "https://example.org/", 20) == NULL);
    CHECK(hiddenmail_of_link(a, "", 0) == NULL);
    arena_free(a);
}

int main(void) {
    addresses();
    no_addresses();
    return unit_done("base/hiddenmail");
}
