#include "input/markdown_links.h"

#include <stdlib.h>
#include <string.h>

void links_use(Links *l, const char *address) {
    const char *copy = arena_strdup(l->arena, address);
    vec_push(l->arena, &l->used, copy);
}

void links_define(Links *l, Span line) {
    vec_push(l->arena, &l->defined, line);
}

static bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* What stands behind "[label]:", there or on the line below; NULL: what it is
 * in the end cannot be told here. */
static const char *address_of(Arena *a, Span line) {
    const char *s = line.src->bytes, *end = s + line.src->n;
    const char *colon = memmem(s + line.off, line.n, "]:", 2);
    if (!colon)
        return NULL;
    const char *from = colon + 2;
    while (from < end && is_space(*from))
        from++;
    bool pointy = from < end && *from == '<';
    const char *to = from += pointy;
    while (to < end && (pointy ? *to != '>' && *to != '\n' : !is_space(*to)))
        to++;
    size_t n = (size_t)(to - from);
    /* Escapes and entities stand for other characters. */
    if (memchr(from, '\\', n) || memchr(from, '&', n))
        return NULL;
    return arena_strndup(a, from, n);
}

static int by_address(const void *x, const void *y) {
    return strcmp(*(const char *const *)x, *(const char *const *)y);
}

bool links_check(Links *l, Diag *diag) {
    bool ok = true;
    if (l->used.n > 0)
        qsort(l->used.v, l->used.n, sizeof *l->used.v, by_address);
    for (size_t i = 0; i < l->defined.n; i++) {
        const char *address = address_of(l->arena, l->defined.v[i]);
        if (!address ||
            (l->used.n > 0 && bsearch(&address, l->used.v, l->used.n,
                                      sizeof *l->used.v, by_address)))
            continue;
        diag_at(diag, DIAG_ERROR, l->defined.v[i],
                "to Markdown this is the address of a link, which no text has, "
                "and it prints nothing; write \\[ if it is text, or take the "
                "line out");
        ok = false;
    }
    return ok;
}
