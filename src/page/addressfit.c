#include "page/addressfit.h"

#include "text/lensum.h"

#include <string.h>

/* A block, set one way in a box. */
typedef struct Setting {
    const AddressBlock *block;
    AddressSetting as;
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
        return at_least(s->as.size, s->as.native_min);
    case ADDRESS_TITLE:
    case ADDRESS_PLACE:
        return at_least(s->as.size - step, ADDRESS_MIN);
    case ADDRESS_NAME:
    case ADDRESS_COUNTRY:
        break;
    }
    return s->as.size;
}

static BreakPolicy role_breaks(AddressRole role, AddressFreedom freedom) {
    switch (role) {
    case ADDRESS_LOCAL:
    case ADDRESS_TITLE:
        return freedom >= ADDRESS_FREE_NATIVE ? BREAK_ADDRESS : BREAK_NONE;
    case ADDRESS_PLACE:
        return freedom == ADDRESS_FREE_ALL     ? BREAK_ADDRESS
               : freedom == ADDRESS_FREE_PARTS ? BREAK_LIST
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

static ParaDraft *draft(Arena *a, Fontset *fs, const AddressLine *line,
                        const TextStyle *style, const ParaOptions *opt,
                        Diag *diag) {
    UBuilder *b = ubuilder_new(a);
    for (size_t i = 0; i < line->n; i++)
        ubuilder_add(b, line->parts[i], style, diag);
    return para_draft(a, fs, b, opt, diag);
}

/* Lines of about equal length read better than a full one and a stump: the
 * narrowest width that needs no more lines. */
static void balance(ParaDraft *d, Len width, Diag *diag, Para *out) {
    size_t n = out->n;
    if (n < 2 || out->width > width)
        return;
    Len low = out->width / (Len)(n + 1), high = out->width;
    for (int i = 0; i < 6; i++) {
        Len middle = low + (high - low) / 2;
        Para p;
        para_fit(d, middle, diag, &p);
        if (p.n == n && p.width <= middle) {
            *out = p;
            high = middle;
        } else {
            low = middle;
        }
    }
}

/* How a line breaks in a room. */
typedef struct Broken {
    Len room;
    size_t n;
    Len width;
    bool plain; /* the room is not so close that only setting it will tell */
} Broken;

/* The sizes that a search asks about, most of them several times: 8 to 12 pt in
 * steps of a half. */
enum { ROOMS = 10 };
typedef struct Breaks {
    ParaDraft *draft;
    Broken v[ROOMS];
    size_t n;
} Breaks;

/* What a search knows of a line, all at the largest size: shaping knows no
 * size, so widths grow with it but for the rounding of each glyph; far more
 * than that is ROUNDING. */
typedef struct KnownLine {
    const AddressLine *line;
    Len width;                  /* in one piece */
    Breaks *breaks[BREAK_NONE]; /* by ParaOptions.breaks; NULL: nobody has asked
                                   yet */
} KnownLine;
#define ROUNDING (LEN_PT / 32)

/* Lines of the plain block and of the compact one, most of which are the same.
 */
enum { KNOWN_LINES = 32 };
typedef struct Known {
    Arena *arena;
    Len size;
    size_t n;
    KnownLine v[KNOWN_LINES];
} Known;

static bool same_line(const AddressLine *x, const AddressLine *y) {
    bool same = x->n == y->n && x->role == y->role && x->lang == y->lang;
    for (size_t i = 0; same && i < x->n; i++)
        same = x->parts[i].n == y->parts[i].n &&
               memcmp(x->parts[i].s, y->parts[i].s, x->parts[i].n) == 0;
    return same;
}

static Breaks *breaks_of(Known *k, KnownLine *known, Fontset *fs,
                         const TextStyle *style, BreakPolicy breaks,
                         Diag *diag) {
    Breaks **b = &known->breaks[breaks];
    if (!*b) {
        ParaOptions para = {.breaks = breaks};
        *b = ARENA_NEW(k->arena, Breaks);
        (*b)->draft = draft(k->arena, fs, known->line, style, &para, diag);
    }
    return *b;
}

/* Native lines are the ones that break: a draft for both. */
static Len whole_width(Known *k, KnownLine *known, Fontset *fs,
                       const TextStyle *style, Diag *diag) {
    ParaOptions whole = {.breaks = BREAK_NONE};
    ParaDraft *d =
        known->line->role == ADDRESS_LOCAL
            ? breaks_of(k, known, fs, style, BREAK_ADDRESS, diag)->draft
            : draft(k->arena, fs, known->line, style, &whole, diag);
    Para p;
    para_fit(d, LEN_MAX / 2, diag, &p);
    return p.width;
}

/* NULL if there are too many. */
static KnownLine *find_known(Known *k, Fontset *fs, const AddressLine *line,
                             const TextStyle *style, Diag *diag) {
    for (size_t i = 0; i < k->n; i++)
        if (same_line(k->v[i].line, line))
            return &k->v[i];
    if (k->n == KNOWN_LINES)
        return NULL;
    KnownLine *known = &k->v[k->n++];
    *known = (KnownLine){.line = line};
    known->width = whole_width(k, known, fs, style, diag);
    return known;
}

/* As few lines as the room allows. What does with a little less needs no second
 * look: it breaks the same way there. */
static Broken break_in(ParaDraft *d, Len room, Diag *diag) {
    Para wide, narrow;
    para_fit(d, room + ROUNDING, diag, &wide);
    Broken out = {room, wide.n, wide.width, true};
    if (wide.width <= room - ROUNDING)
        return out;
    para_fit(d, room - ROUNDING, diag, &narrow);
    bool fits = narrow.width <= room - ROUNDING;
    bool over = wide.width > room + ROUNDING;
    out.plain = narrow.n == wide.n && fits != over;
    return out;
}

/* Into how many lines a line breaks and how wide they are at most, in `room` at
 * the largest size. */
static Broken foresee_broken(Known *k, KnownLine *known, Fontset *fs,
                             const TextStyle *style, BreakPolicy breaks,
                             Len room, Diag *diag) {
    Breaks *b = breaks_of(k, known, fs, style, breaks, diag);
    for (size_t i = 0; i < b->n; i++)
        if (b->v[i].room == room)
            return b->v[i];
    Broken out = break_in(b->draft, room, diag);
    if (b->n < ROOMS)
        b->v[b->n++] = out;
    return out;
}

/* Is it plain without setting it that a line fits, or how often it breaks? Then
 * `out` has what a probe asks for. */
static bool foresee(Known *k, Fontset *fs, const AddressLine *line,
                    const TextStyle *style, const ParaOptions *para, Diag *diag,
                    Para *out) {
    TextStyle large = *style;
    large.size = k->size;
    KnownLine *known = find_known(k, fs, line, &large, diag);
    if (!known)
        return false;
    Len leading = len_muldiv(style->size, para->leading_permille, 1000);
    Len w = len_muldiv(known->width, style->size, k->size);
    bool fits = w <= para->width - ROUNDING;
    *out = (Para){.n = 1, .width = w};
    if (!fits && w <= para->width + ROUNDING)
        return false;
    if (!fits && para->breaks != BREAK_NONE) {
        Len room = len_muldiv(para->width, k->size, style->size);
        Broken b =
            foresee_broken(k, known, fs, &large, para->breaks, room, diag);
        if (!b.plain)
            return false;
        /* What was seen to fit must not be said otherwise by rounding. */
        fits = b.width <= room + ROUNDING;
        w = len_muldiv(b.width, style->size, k->size);
        out->n = b.n;
        out->width = fits && w > para->width ? para->width : w;
    }
    out->height = (Len)out->n * leading;
    return true;
}

/* Set every line. With `probe` only whether the block fits is wanted: it
 * stops at the first line that does not and leaves lines unbalanced, which
 * changes neither their number nor whether they fit. */
static void set_block(Arena *a, Fontset *fs, const Setting *s, Known *probe,
                      const AddressFitOptions *opt, Diag *diag,
                      AddressFit *out) {
    bool native = has_native(s->block);
    *out = (AddressFit){.lines = ARENA_ARRAY(a, AddressFitLine, s->block->n),
                        .n = s->block->n,
                        .size = s->as.size};
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
                            .breaks = role_breaks(line->role, s->as.freedom),
                            .leading_permille = leading(local, s->as.tight)};
        if (!probe ||
            !foresee(probe, fs, line, &style, &para, diag, &set->para)) {
            ParaDraft *d = draft(a, fs, line, &style, &para, diag);
            para_fit(d, opt->w, diag, &set->para);
            if (!probe)
                balance(d, opt->w, diag, &set->para);
        }
        /* A little air where the script changes. */
        bool change = i && local != (before == ADDRESS_LOCAL);
        if (change)
            out->h = len_sum(out->h, s->as.size / (s->as.tight ? 8 : 4));
        set->role = line->role;
        set->lang = line->lang;
        set->y = out->h;
        out->h = len_sum(out->h, set->para.height);
        if (set->para.width > out->w)
            out->w = set->para.width;
        all_rtl = all_rtl && set->para.rtl;
        before = line->role;
        if (probe && (out->h > opt->h || out->w > opt->w))
            break;
    }
    out->over_w = out->w > opt->w ? out->w - opt->w : 0;
    out->over_h = out->h > opt->h ? out->h - opt->h : 0;
    if (probe)
        return;
    /* Lines this close leave less below the last base line than a g needs, and
     * more above the first line than its capitals do. */
    for (size_t i = 0; s->as.tight && i < out->n; i++)
        out->lines[i].y -= s->as.size / 10;
    /* One margin for the whole block: posts read from a common left edge
     * (facts 1.4). Only a block that is right-to-left throughout stands at the
     * right. */
    for (size_t i = 0; i < out->n; i++) {
        Para *p = &out->lines[i].para;
        for (size_t k = 0; k < p->n; k++)
            p->lines[k].x = all_rtl ? out->w - p->lines[k].width : 0;
    }
}

/* One search: what is tried, and memory for one try at a time. */
typedef struct Search {
    Arena *scratch;
    Fontset *fs;
    const AddressBlock *plain, *compact;
    const AddressFitOptions *opt;
    Diag *diag;
    Known known;
} Search;

static Setting setting(const Search *s, AddressSetting as) {
    return (Setting){as.compact ? s->compact : s->plain, as};
}

static bool fits(Search *s, AddressSetting as) {
    Setting set = setting(s, as);
    AddressFit probe;
    arena_reset(s->scratch);
    set_block(s->scratch, s->fs, &set, &s->known, s->opt, s->diag, &probe);
    return probe.over_w == 0 && probe.over_h == 0;
}

/* The largest size from `min` up to the greatest allowed, in half points, at
 * which the block fits; what fits at a size fits at every smaller one, and most
 * fit at the greatest. */
static bool find_size(Search *s, Len min, AddressSetting *as) {
    const Len step = LEN_PT / 2;
    /* low fits, high + 1 does not */
    int low = -1, high = (s->opt->max_size - min) / step;
    as->size = min + high * step;
    if (fits(s, *as))
        return true;
    for (high--; low < high;) {
        int mid = low + (high - low + 1) / 2;
        as->size = min + mid * step;
        if (fits(s, *as))
            low = mid;
        else
            high = mid - 1;
    }
    as->size = min + low * step;
    return low >= 0;
}

static bool find_freedom(Search *s, Len native_min, bool tight,
                         AddressSetting *out) {
    /* Broken lines are worth it only if they make the type larger, and parts
     * torn apart only by a whole point. */
    static const struct {
        bool compact;
        AddressFreedom freedom;
        Len worth;
    } ways[] = {{false, ADDRESS_FREE_NONE, 0},
                {false, ADDRESS_FREE_NATIVE, LEN_OF_PT(1)},
                {true, ADDRESS_FREE_PARTS, LEN_OF_PT(0.5)},
                {true, ADDRESS_FREE_ALL, LEN_OF_PT(1)}};
    bool found = false;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        AddressSetting as = {.compact = ways[i].compact,
                             .freedom = ways[i].freedom,
                             .native_min = native_min,
                             .tight = tight};
        /* Street and town on one line are for labels that have no room. */
        if (ways[i].compact && found && out->size >= ADDRESS_COMPACT)
            break;
        Len min = found ? out->size + ways[i].worth : ADDRESS_MIN;
        if (min <= s->opt->max_size && find_size(s, min, &as)) {
            *out = as;
            found = true;
        }
    }
    return found;
}

static bool find_in_room(Search *s, AddressSetting *out) {
    static const struct {
        Len native_min;
        bool tight;
    } tries[] = {{ADDRESS_NATIVE_GOOD, false},
                 {ADDRESS_NATIVE_GOOD, true},
                 {ADDRESS_NATIVE_MIN, true}};
    bool found = false;
    for (size_t i = 0; !found && i < sizeof tries / sizeof *tries; i++)
        found = find_freedom(s, tries[i].native_min, tries[i].tight, out);
    return found;
}

/* In the order in which one box is searched; of equal ones the first box. */
static bool better(const AddressSetting *x, const AddressSetting *than) {
    if (x->native_min != than->native_min)
        return x->native_min > than->native_min;
    if (x->tight != than->tight)
        return than->tight;
    if (x->size != than->size)
        return x->size > than->size;
    return x->freedom < than->freedom;
}

static AddressFitOptions in_room(const AddressFitOptions *opt, size_t room) {
    AddressFitOptions in = *opt;
    if (room > 0) {
        in.w = opt->others[room - 1].w;
        in.h = opt->others[room - 1].h;
    }
    return in;
}

/* The smallest setting there is, in the box that it is least too large for. */
static AddressSetting smallest(Search *s, const AddressFitOptions *opt) {
    AddressSetting out = {
        true, ADDRESS_FREE_ALL, ADDRESS_MIN, ADDRESS_NATIVE_MIN, true, 0};
    Setting set = setting(s, out);
    Len least = LEN_MAX;
    for (size_t room = 0; opt->nothers && room <= opt->nothers; room++) {
        AddressFitOptions in = in_room(opt, room);
        AddressFit fit;
        arena_reset(s->scratch);
        set_block(s->scratch, s->fs, &set, NULL, &in, s->diag, &fit);
        if (len_sum(fit.over_w, fit.over_h) >= least)
            continue;
        least = len_sum(fit.over_w, fit.over_h);
        out.room = room;
    }
    return out;
}

bool address_fit_find(Fontset *fs, const AddressBlock *plain,
                      const AddressBlock *compact, const AddressFitOptions *opt,
                      Diag *diag, AddressSetting *out) {
    bool found = false;
    Arena *scratch = arena_new();
    Search s = {.scratch = scratch,
                .fs = fs,
                .plain = plain,
                .compact = compact,
                .opt = opt,
                .diag = diag,
                .known = {.arena = arena_new(), .size = opt->max_size}};
    for (size_t room = 0; room <= opt->nothers; room++) {
        AddressFitOptions in = in_room(opt, room);
        AddressSetting as;
        s.opt = &in;
        if (in.w > 0 && in.h > 0 && find_in_room(&s, &as) &&
            (!found || better(&as, out))) {
            *out = as;
            out->room = room;
            found = true;
        }
    }
    if (!found)
        *out = smallest(&s, opt);
    arena_free(s.known.arena);
    arena_free(scratch);
    return found;
}

void address_fit_set(Arena *a, Fontset *fs, const AddressBlock *plain,
                     const AddressBlock *compact, const AddressSetting *as,
                     const AddressFitOptions *opt, Diag *diag,
                     AddressFit *out) {
    Setting s = {as->compact ? compact : plain, *as};
    AddressFitOptions in = in_room(opt, as->room);
    set_block(a, fs, &s, NULL, &in, diag, out);
}

void address_fit_draw(Arena *a, const AddressFit *fit, DisplayTags *tags,
                      uint32_t parent, Len x, Len y, DisplayItems *to) {
    for (size_t i = 0; i < fit->n; i++) {
        const AddressFitLine *line = &fit->lines[i];
        uint32_t tag = display_tag(tags, ROLE_P, parent, line->lang);
        size_t from = to->n;
        display_para(a, to, tag, x + line->x, y + line->y, &line->para, 0,
                     line->para.n);
        display_mark(a, to, from, &fit->mark, i);
    }
}

void address_fit_dump(const AddressFit *fit, DumpStage stage, Buf *out) {
    for (size_t i = 0; i < fit->n; i++)
        dump_para(&fit->lines[i].para, stage, out);
}
