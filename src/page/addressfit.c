#include "page/addressfit.h"

#include <string.h>

/* How freely lines may break. */
typedef enum Freedom {
    FREE_NONE,   /* every line stays whole */
    FREE_NATIVE, /* native lines, titles and organisations may break */
    FREE_PARTS,  /* the Latin place too, between its parts */
    FREE_ALL     /* and inside them; names never break */
} Freedom;

typedef struct Setting {
    const AddressBlock *block;
    Freedom freedom;
    Len size, native_min;
    bool tight; /* less air between lines */
} Setting;

static bool has_native(const AddressBlock *b) {
    for (size_t i = 0; i < b->n; i++)
        if (b->v[i].role == ADDRESS_LOCAL)
            return true;
    return false;
}

static Len at_least(Len size, Len floor) {
    return size < floor ? floor : size;
}

static Len role_size(AddressRole role, const Setting *s, bool native) {
    /* Beside a native block, which is what the destination reads, titles and
     * the Latin place step back. */
    Len step = native ? LEN_OF_PT(1.5) : 0;
    switch (role) {
    case ADDRESS_LOCAL:
        return at_least(s->size, s->native_min);
    case ADDRESS_TITLE:
    case ADDRESS_PLACE:
        return at_least(s->size - step, ADDRESS_MIN);
    case ADDRESS_NAME:
    case ADDRESS_COUNTRY:
        break;
    }
    return s->size;
}

static BreakPolicy role_breaks(AddressRole role, Freedom freedom) {
    switch (role) {
    case ADDRESS_LOCAL:
    case ADDRESS_TITLE:
        return freedom >= FREE_NATIVE ? BREAK_ADDRESS : BREAK_NONE;
    case ADDRESS_PLACE:
        return freedom == FREE_ALL     ? BREAK_ADDRESS
               : freedom == FREE_PARTS ? BREAK_LIST
                                       : BREAK_NONE;
    case ADDRESS_NAME:
    case ADDRESS_COUNTRY:
        break;
    }
    return BREAK_NONE;
}

/* Han fills its em and needs air; Latin lines may come closer where room is
 * short: 8 pt at 1.06 still leaves 1 mm between a baseline and the capitals
 * below it (facts 1.4: 0.5 to 2.5 mm). */
static int leading(bool local, bool tight) {
    if (local)
        return tight ? 1200 : 1250;
    return tight ? 1060 : 1180;
}

static void set_para(Arena *a, Fontset *fs, const AddressLine *line,
                     const TextStyle *style, const ParaOptions *opt, Diag *diag,
                     Para *out) {
    UBuilder *b = ubuilder_new(a);
    for (size_t i = 0; i < line->n; i++)
        ubuilder_add(b, line->parts[i], style, diag);
    para_layout(a, fs, b, opt, diag, out);
}

/* Lines of about equal length read better than a full one and a stump: the
 * narrowest width that needs no more lines. */
static void balance(Arena *a, Fontset *fs, const AddressLine *line,
                    const TextStyle *style, ParaOptions opt, Diag *diag,
                    Para *out) {
    size_t n = out->n;
    if (n < 2 || out->width > opt.width)
        return;
    Len low = out->width / (Len)(n + 1), high = out->width;
    for (int i = 0; i < 6; i++) {
        opt.width = low + (high - low) / 2;
        Para p;
        set_para(a, fs, line, style, &opt, diag, &p);
        if (p.n == n && p.width <= opt.width) {
            *out = p;
            high = opt.width;
        } else {
            low = opt.width;
        }
    }
}

/* Set every line. A `probe` only wants to know whether the block fits: it
 * stops at the first line that does not and leaves lines unbalanced, which
 * changes neither their number nor whether they fit. */
static void set_block(Arena *a, Fontset *fs, const Setting *s, bool probe,
                      const AddressFitOptions *opt, Diag *diag,
                      AddressFit *out) {
    bool native = has_native(s->block);
    *out = (AddressFit){.lines = ARENA_ARRAY(a, AddressFitLine, s->block->n),
                        .n = s->block->n,
                        .size = s->size};
    bool all_rtl = true;
    AddressRole before = ADDRESS_NAME;
    for (size_t i = 0; i < s->block->n; i++) {
        const AddressLine *line = &s->block->v[i];
        AddressFitLine *set = &out->lines[i];
        TextStyle style = {.family = opt->family,
                           .size = role_size(line->role, s, native),
                           .lang = line->lang};
        bool local = line->role == ADDRESS_LOCAL;
        ParaOptions para = {.width = opt->w,
                            .breaks = role_breaks(line->role, s->freedom),
                            .leading_permille = leading(local, s->tight)};
        set_para(a, fs, line, &style, &para, diag, &set->para);
        if (!probe)
            balance(a, fs, line, &style, para, diag, &set->para);
        /* A little air where the script changes. */
        bool change = i && local != (before == ADDRESS_LOCAL);
        if (change)
            out->h += s->size / (s->tight ? 8 : 4);
        set->role = line->role;
        set->lang = line->lang;
        set->y = out->h;
        out->h += set->para.height;
        if (set->para.width > out->w)
            out->w = set->para.width;
        all_rtl = all_rtl && set->para.rtl;
        before = line->role;
        if (probe && (out->h > opt->h || out->w > opt->w))
            break;
    }
    out->over_w = out->w > opt->w ? out->w - opt->w : 0;
    out->over_h = out->h > opt->h ? out->h - opt->h : 0;
    /* One margin for the whole block: posts read from a common left edge
     * (facts 1.4). Only a block that is right-to-left throughout stands at the
     * right. */
    for (size_t i = 0; i < out->n; i++) {
        Para *p = &out->lines[i].para;
        for (size_t k = 0; k < p->n; k++)
            p->lines[k].x = all_rtl ? out->w - p->lines[k].width : 0;
    }
}

static bool fits(const AddressFit *f) {
    return f->over_w == 0 && f->over_h == 0;
}

/* The largest size from `max` down to `min`, in half points, at which `s`
 * fits; what fits at a size fits at every smaller one. */
static bool largest(Arena *a, Fontset *fs, Setting s, Len max, Len min,
                    const AddressFitOptions *opt, Diag *diag, AddressFit *out) {
    const Len step = LEN_PT / 2;
    int low = -1, high = (max - min) / step; /* low fits, high + 1 does not */
    while (low < high) {
        int mid = low + (high - low + 1) / 2;
        s.size = min + mid * step;
        AddressFit probe;
        set_block(a, fs, &s, true, opt, diag, &probe);
        if (fits(&probe))
            low = mid;
        else
            high = mid - 1;
    }
    if (low < 0)
        return false;
    s.size = min + low * step;
    set_block(a, fs, &s, false, opt, diag, out);
    return true;
}

static bool search(Arena *a, Fontset *fs, const AddressBlock *plain,
                   const AddressBlock *compact, Len native_min, bool tight,
                   const AddressFitOptions *opt, Diag *diag, AddressFit *out) {
    /* Broken lines are worth it only if they make the type larger, and parts
     * torn apart only by a whole point. */
    const struct {
        const AddressBlock *block;
        Freedom freedom;
        Len worth;
    } ways[] = {{plain, FREE_NONE, 0},
                {plain, FREE_NATIVE, LEN_OF_PT(1)},
                {compact, FREE_PARTS, LEN_OF_PT(0.5)},
                {compact, FREE_ALL, LEN_OF_PT(1)}};
    bool found = false;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        Setting s = {ways[i].block, ways[i].freedom, 0, native_min, tight};
        Len min = found ? out->size + ways[i].worth : ADDRESS_MIN;
        AddressFit fit;
        if (min <= opt->max_size &&
            largest(a, fs, s, opt->max_size, min, opt, diag, &fit)) {
            *out = fit;
            found = true;
        }
    }
    return found;
}

bool address_fit(Arena *a, Fontset *fs, const AddressBlock *plain,
                 const AddressBlock *compact, const AddressFitOptions *opt,
                 Diag *diag, AddressFit *out) {
    static const struct {
        Len native_min;
        bool tight;
    } tries[] = {{ADDRESS_NATIVE_GOOD, false},
                 {ADDRESS_NATIVE_GOOD, true},
                 {ADDRESS_NATIVE_MIN, true}};
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++)
        if (search(a, fs, plain, compact, tries[i].native_min, tries[i].tight,
                   opt, diag, out))
            return true;
    /* What is missing, at the smallest setting of all. */
    Setting last = {compact, FREE_ALL, ADDRESS_MIN, ADDRESS_NATIVE_MIN, true};
    set_block(a, fs, &last, false, opt, diag, out);
    return false;
}

void address_fit_draw(Arena *a, const AddressFit *fit, DisplayTags *tags,
                      uint32_t parent, Len x, Len y, DisplayItems *to) {
    for (size_t i = 0; i < fit->n; i++) {
        const AddressFitLine *line = &fit->lines[i];
        uint32_t tag = display_tag(tags, ROLE_P, parent, line->lang);
        display_para(a, to, tag, x, y + line->y, &line->para, 0, line->para.n);
    }
}

void address_fit_dump(const AddressFit *fit, DumpStage stage, Buf *out) {
    for (size_t i = 0; i < fit->n; i++)
        dump_para(&fit->lines[i].para, stage, out);
}
