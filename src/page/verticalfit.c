#include "page/verticalfit.h"

#include <assert.h>

#include "text/lensum.h"

/* Column to column in 1/1000 of the size: Han fills its em. */
#define LEADING 1350
/* More between strands of two kinds, in 1/1000 of the size looked for. */
#define STRAND_GAP 250

typedef struct Search {
    Arena *scratch;
    Fontset *fs;
    const VerticalStrand *strands;
    size_t n;
    const char *lang;
    const VerticalOptions *opt;
    Diag *diag;
} Search;

static void set_strand(Arena *a, const Search *s, const VerticalStrand *strand,
                       Len size, bool broken, Para *out) {
    TextStyle style = {.family = s->opt->family,
                       .size = len_muldiv(size, strand->size_permille, 1000),
                       .lang = s->lang};
    ParaOptions para = {.width = s->opt->h,
                        .vertical = true,
                        .breaks = broken && !strand->whole ? BREAK_ADDRESS
                                                           : BREAK_NONE,
                        .leading_permille = LEADING,
                        .langs = &s->lang,
                        .nlangs = 1};
    UBuilder *b = ubuilder_new(a);
    for (size_t i = 0; i < strand->n; i++)
        for (size_t k = 0; k < strand->lines[i].n; k++)
            ubuilder_add(b, strand->lines[i].parts[k], &style, s->diag);
    para_layout(a, s->fs, b, &para, s->diag, out);
}

static void set_all(Arena *a, const Search *s, Len size, bool broken,
                    AddressFit *out) {
    *out = (AddressFit){
        .lines = ARENA_ARRAY(a, AddressFitLine, s->n), .n = s->n, .size = size};
    for (size_t i = s->n; i-- > 0;) { /* from the left */
        const VerticalStrand *strand = &s->strands[i];
        AddressFitLine *line = &out->lines[i];
        set_strand(a, s, strand, size, broken, &line->para);
        line->role = strand->n > 0 ? strand->lines[0].role : ADDRESS_LOCAL;
        line->lang = s->lang;
        out->w = len_sum(out->w, line->para.height);
        line->x = out->w;
        if (i > 0)
            out->w = len_sum(out->w, len_muldiv(size, STRAND_GAP, 1000));
        out->h = line->para.width > out->h ? line->para.width : out->h;
    }
    out->over_w = out->w > s->opt->w ? out->w - s->opt->w : 0;
    out->over_h = out->h > s->opt->h ? out->h - s->opt->h : 0;
}

static bool fits(const Search *s, Len size, bool broken) {
    AddressFit probe;
    arena_reset(s->scratch);
    set_all(s->scratch, s, size, broken, &probe);
    return probe.over_w == 0 && probe.over_h == 0;
}

/* The largest size in half points from `min` up that fits; what fits at a size
 * fits at every smaller one. 0 if none does. */
static Len find_size(const Search *s, Len min, bool broken) {
    const Len step = LEN_PT / 2;
    int low = -1, high = (s->opt->max_size - min) / step;
    while (low < high) {
        int mid = low + (high - low + 1) / 2;
        if (fits(s, min + mid * step, broken))
            low = mid;
        else
            high = mid - 1;
    }
    return low < 0 ? 0 : min + low * step;
}

bool vertical_fit(Arena *a, Fontset *fs, const VerticalStrand *strands,
                  size_t n, const char *lang, const VerticalOptions *opt,
                  Diag *diag, AddressFit *out) {
    assert(opt->min_size <= opt->good_size && opt->good_size <= opt->max_size);
    Search s = {arena_new(), fs, strands, n, lang, opt, diag};
    bool broken = false;
    Len size = find_size(&s, opt->good_size, false);
    if (!size) {
        broken = true;
        size = find_size(&s, opt->min_size, true);
    }
    arena_free(s.scratch);
    set_all(a, &s, size ? size : opt->min_size, broken, out);
    return size != 0;
}
