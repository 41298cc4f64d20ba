/* lensum.h - sums of lengths that hostile text could drive past 11 m: they
 * stop at the limit instead of turning round.
 */
#ifndef ENVOI_TEXT_LENSUM_H
#define ENVOI_TEXT_LENSUM_H

#include "base/len.h"

static inline Len len_clamp(int64_t l) {
    if (l > LEN_MAX)
        return LEN_MAX;
    return l < -LEN_MAX ? -LEN_MAX : (Len)l;
}

static inline Len len_sum(Len a, Len b) {
    return len_clamp((int64_t)a + b);
}

#endif
