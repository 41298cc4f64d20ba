#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_BYTES ((size_t)64 * 1024)

typedef struct Block {
    struct Block *next;
    size_t n, cap;
    alignas(max_align_t) unsigned char bytes[];
} Block;

struct Arena {
    Block *head; /* the block being filled; older ones behind it */
};

_Noreturn void oom(void) {
    fputs("envoi: error: out of memory; nothing was written\n", stderr);
    exit(3);
}

static Block *block_new(size_t cap, Block *next) {
    if (cap > SIZE_MAX - sizeof(Block))
        oom();
    Block *b = malloc(sizeof(Block) + cap);
    if (!b)
        oom();
    b->next = next;
    b->n = 0;
    b->cap = cap;
    return b;
}

Arena *arena_new(void) {
    Arena *a = malloc(sizeof *a);
    if (!a)
        oom();
    a->head = block_new(BLOCK_BYTES, NULL);
    return a;
}

static void free_blocks(Block *b) {
    while (b) {
        Block *next = b->next;
        free(b);
        b = next;
    }
}

void arena_free(Arena *a) {
    if (!a)
        return;
    free_blocks(a->head);
    free(a);
}

void arena_reset(Arena *a) {
    /* Keep a block of the usual size, not one made for a giant. */
    Block *keep = a->head;
    while (keep->next && keep->cap != BLOCK_BYTES) {
        Block *next = keep->next;
        free(keep);
        keep = next;
    }
    free_blocks(keep->next);
    keep->next = NULL;
    keep->n = 0;
    a->head = keep;
}

void *arena_alloc(Arena *a, size_t n) {
    const size_t align = alignof(max_align_t);
    if (n > SIZE_MAX - align)
        oom();
    size_t need = (n + align - 1) & ~(align - 1);
    Block *b = a->head;
    if (b->cap - b->n < need) {
        if (need > BLOCK_BYTES / 4) {
            /* A block of its own, behind the head, which keeps its room. */
            Block *own = block_new(need, b->next);
            b->next = own;
            b = own;
        } else {
            b = a->head = block_new(BLOCK_BYTES, b);
        }
    }
    void *p = b->bytes + b->n;
    b->n += need;
    memset(p, 0, need);
    return p;
}

void *arena_calloc(Arena *a, size_t n, size_t size) {
    if (size && n > SIZE_MAX / size)
        oom();
    return arena_alloc(a, n * size);
}

char *arena_strndup(Arena *a, const char *s, size_t n) {
    if (n == SIZE_MAX)
        oom();
    char *p = arena_alloc(a, n + 1);
    if (n)
        memcpy(p, s, n);
    return p;
}

char *arena_strdup(Arena *a, const char *s) {
    return arena_strndup(a, s, strlen(s));
}

char *arena_printf(Arena *a, const char *fmt, ...) {
    va_list args, again;
    va_start(args, fmt);
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, fmt, args);
    va_end(args);
    char *p = arena_alloc(a, n < 0 ? 1 : (size_t)n + 1);
    if (n > 0)
        vsnprintf(p, (size_t)n + 1, fmt, again);
    va_end(again);
    return p;
}

void *vec_grow(Arena *a, void *old, size_t n, size_t *cap, size_t size) {
    size_t bigger = *cap ? *cap * 2 : 8;
    if (bigger < *cap)
        oom();
    void *v = arena_calloc(a, bigger, size);
    if (n)
        memcpy(v, old, n * size);
    *cap = bigger;
    return v;
}
