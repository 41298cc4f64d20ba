/* arena.h - memory that lives as long as one job and dies at once.
 *
 * An arena hands out zeroed memory and never takes a piece back: everything
 * goes together in arena_reset or arena_free. So modules that allocate in an
 * arena have no free function and no clean-up path. Running out of memory is
 * not an error path: one line on stderr and exit status 3.
 */
#ifndef ENVOI_BASE_ARENA_H
#define ENVOI_BASE_ARENA_H

#include <stddef.h>

typedef struct Arena Arena;

Arena *arena_new(void);
void arena_free(Arena *a); /* NULL is fine */

/* Forget everything handed out; keeps one block for the next user. */
void arena_reset(Arena *a);

/* `n` zeroed bytes, aligned for any type. n = 0 gives a valid pointer. */
void *arena_alloc(Arena *a, size_t n);

/* Copy of `n` bytes with a NUL behind. */
char *arena_strndup(Arena *a, const char *s, size_t n);
char *arena_strdup(Arena *a, const char *s);

char *arena_printf(Arena *a, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* Array of `n` zeroed T; the multiplication is checked. */
void *arena_calloc(Arena *a, size_t n, size_t size);
#define ARENA_NEW(a, T) ((T *)arena_alloc((a), sizeof(T)))
#define ARENA_ARRAY(a, T, n) ((T *)arena_calloc((a), (n), sizeof(T)))

/* Say "out of memory" and exit 3; the hook of every allocation here. */
_Noreturn void oom(void);

/* A growable array in an arena: VEC(Item) items = {0};
 * vec_push(a, &items, item). Growing copies; old pointers into v go stale. */
#define VEC(T)                                                                 \
    struct {                                                                   \
        T *v;                                                                  \
        size_t n, cap;                                                         \
    }
#define vec_push(a, vec, item)                                                 \
    do {                                                                       \
        if ((vec)->n == (vec)->cap)                                            \
            (vec)->v = vec_grow((a), (vec)->v, (vec)->n, &(vec)->cap,          \
                                sizeof *(vec)->v);                             \
        (vec)->v[(vec)->n++] = (item);                                         \
    } while (0)
void *vec_grow(Arena *a, void *old, size_t n, size_t *cap, size_t size);

#endif
