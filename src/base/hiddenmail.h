/* hiddenmail.h - e-mail addresses that web pages hide from programs.
 *
 * Cloudflare's "Email Address Obfuscation": the attribute data-cfemail, and
 * what is behind "/cdn-cgi/l/email-protection#" in a link, hold hexadecimal
 * bytes; the first is the key, each other one is a character of the address XOR
 * the key.
 */
#ifndef ENVOI_BASE_HIDDENMAIL_H
#define ENVOI_BASE_HIDDENMAIL_H

#include "base/arena.h"

/* The address that `n` hexadecimal digits hide, in the arena; NULL if they hide
 * none: it has one "@" with a dot behind it, and no blank. What a subject would
 * be, behind "?", is left out. */
const char *hiddenmail_read(Arena *a, const char *hex, size_t n);

/* The same of a link; NULL if it is none that hides an address. */
const char *hiddenmail_of_link(Arena *a, const char *link, size_t n);

#endif
