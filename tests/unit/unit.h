/* unit.h - the smallest harness: count, print what failed, close with a line.
 * Run with ENVOI_DATA set to the folder of fonts/ and layouts/. */
#ifndef ENVOI_TESTS_UNIT_H
#define ENVOI_TESTS_UNIT_H

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static int unit_passed, unit_failed, unit_skipped;

#define CHECK(cond)                                                            \
    do {                                                                       \
        if (cond) {                                                            \
            unit_passed++;                                                     \
        } else {                                                               \
            unit_failed++;                                                     \
            printf("%s:%d: failed: %s\n", __FILE__, __LINE__, #cond);          \
        }                                                                      \
    } while (0)

#define CHECK_STR(got, want)                                                   \
    do {                                                                       \
        const char *g_ = (got), *w_ = (want);                                  \
        if (g_ && strcmp(g_, w_) == 0) {                                       \
            unit_passed++;                                                     \
        } else {                                                               \
            unit_failed++;                                                     \
            printf("%s:%d: failed: %s\n  got:  %s\n  want: %s\n", __FILE__,    \
                   __LINE__, #got, g_ ? g_ : "(null)", w_);                    \
        }                                                                      \
    } while (0)

#define CHECK_INT(got, want)                                                   \
    do {                                                                       \
        long long g_ = (long long)(got), w_ = (long long)(want);               \
        if (g_ == w_) {                                                        \
            unit_passed++;                                                     \
        } else {                                                               \
            unit_failed++;                                                     \
            printf("%s:%d: failed: %s is %lld, not %lld\n", __FILE__,          \
                   __LINE__, #got, g_, w_);                                    \
        }                                                                      \
    } while (0)

/* Last statement of main. */
static inline int unit_done(const char *name) {
    printf("%s: %d passed, %d failed, %d skipped\n", name, unit_passed,
           unit_failed, unit_skipped);
    return unit_failed != 0;
}

#endif
