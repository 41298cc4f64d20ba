#include "page/addressfit.h"

#include "page/addressforesee.h"
#include "text/lensum.h"

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

/* A little air where the script changes. */
static Len script_air(const AddressSetting *as) {
    return as->size / (as->tight ? 8 : 4);
}

/* Lines of about equal length read better than a full one and a stump: the
 * narrowest width that needs no more lines. */
static Len balanced(ParaDraft *d, Len width, const Para *p, Diag *diag) {
    if (p->n < 2 || p->width > width)
        return width;
    Len best = width, low = p->width / (Len)(p->n + 1), high = p->width;
    for (int i = 0; i < 6; i++) {
        Len middle = low + (high - low) / 2, widest;
        size_t n;
        para_try(d, middle, diag, &n, &widest);
        if (n == p->n && widest <= middle)
            best = high = middle;
        else
            low = middle;
    }
    return best;
}

/* The line of a finished block. */
static void set_line(AddressKnown *k, Arena *a, const AddressLine *line,
                     const TextStyle *style, const ParaOptions *para,
                     Para *out) {
    ParaDraft *d = address_draft(k, a, line, style, para);
    para_fit(d, para->width, para->leading_permille, k->diag, out);
    Len width = balanced(d, para->width, out, k->diag);
    if (width != para->width)
        para_fit(d, width, para->leading_permille, k->diag, out);
}

/* As much of it as tells whether it fits. */
static void probe_line(AddressKnown *k, Arena *a, const AddressLine *line,
                       const TextStyle *style, const ParaOptions *para,
                       Para *out) {
    if (address_foresee(k, line, style, para, out))
        return;
    ParaDraft *d = address_draft(k, a, line, style, para);
    para_fit(d, para->width, para->leading_permille, k->diag, out);
}

/* Set every line. With `probe` only whether the block fits is wanted: it
 * stops at the first line that does not and leaves lines unbalanced, which
 * changes neither their number nor whether they fit. */
static void set_block(Arena *a, const Setting *s, AddressKnown *known,
                      bool probe, const AddressFitOptions *opt,
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
        if (probe)
            probe_line(known, a, line, &style, &para, &set->para);
        else
            set_line(known, a, line, &style, &para, &set->para);
        if (i && local != (before == ADDRESS_LOCAL))
            out->h = len_sum(out->h, script_air(&s->as));
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
    const AddressBlock *plain, *compact;
    const AddressFitOptions *opt;
    AddressKnown *known;
} Search;

static Setting setting(const Search *s, AddressSetting as) {
    return (Setting){as.compact ? s->compact : s->plain, as};
}

/* Its height if no line breaks, which needs no measuring. */
static Len least_height(const Setting *s) {
    bool native = has_native(s->block), local = false;
    Len h = 0;
    for (size_t i = 0; i < s->block->n; i++) {
        AddressRole role = s->block->v[i].role;
        if (i && local != (role == ADDRESS_LOCAL))
            h = len_sum(h, script_air(&s->as));
        local = role == ADDRESS_LOCAL;
        h = len_sum(h, len_muldiv(role_size(role, s, native),
                                  leading(local, s->as.tight), 1000));
    }
    return h;
}

static bool fits(Search *s, AddressSetting as) {
    Setting set = setting(s, as);
    AddressFit probe;
    if (least_height(&set) > s->opt->h)
        return false;
    arena_reset(s->scratch);
    set_block(s->scratch, &set, s->known, true, s->opt, &probe);
    return probe.over_w == 0 && probe.over_h == 0;
}

/* The largest size from `min` up to the greatest allowed, in half points, at
 * which the block fits; what fits at a size fits at every smaller one, and most
 * fit at the greatest. */
static bool find_size(Search *s, Len min, AddressSetting *as) {
    const Len step = LEN_PT / 2;
    /* low fits, high does not */
    int low = 0, high = (s->opt->max_size - min) / step;
    as->size = min + high * step;
    if (fits(s, *as))
        return true;
    as->size = min;
    if (high == 0 || !fits(s, *as))
        return false;
    while (low + 1 < high) {
        int mid = low + (high - low) / 2;
        as->size = min + mid * step;
        if (fits(s, *as))
            low = mid;
        else
            high = mid;
    }
    as->size = min + low * step;
    return true;
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
        set_block(s->scratch, &set, s->known, false, &in, &fit);
        if (len_sum(fit.over_w, fit.over_h) >= least)
            continue;
        least = len_sum(fit.over_w, fit.over_h);
        out.room = room;
    }
    return out;
}

/* To measure lines at the sizes that they have in `like`. */
static AddressKnown known_like(Arena *a, Fontset *fs, const AddressBlock *b,
                               const AddressSetting *like, Diag *diag) {
    AddressKnown k = {.arena = a, .fs = fs, .diag = diag};
    Setting s = {b, *like};
    bool native = has_native(b);
    for (int role = ADDRESS_NAME; role <= ADDRESS_COUNTRY; role++)
        k.sizes[role] = role_size((AddressRole)role, &s, native);
    return k;
}

static bool search(AddressKnown *known, const AddressBlock *plain,
                   const AddressBlock *compact, const AddressFitOptions *opt,
                   AddressSetting *out) {
    bool found = false;
    Search s = {.scratch = arena_new(),
                .plain = plain,
                .compact = compact,
                .opt = opt,
                .known = known};
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
    arena_free(s.scratch);
    return found;
}

bool address_fit_find(Fontset *fs, const AddressBlock *plain,
                      const AddressBlock *compact, const AddressFitOptions *opt,
                      Diag *diag, AddressSetting *out) {
    Arena *a = arena_new();
    AddressSetting largest = {.size = opt->max_size};
    AddressKnown known = known_like(a, fs, plain, &largest, diag);
    bool found = search(&known, plain, compact, opt, out);
    arena_free(a);
    return found;
}

static void set_found(Arena *a, AddressKnown *known, const AddressBlock *plain,
                      const AddressBlock *compact, const AddressSetting *as,
                      const AddressFitOptions *opt, AddressFit *out) {
    Setting s = {as->compact ? compact : plain, *as};
    AddressFitOptions in = in_room(opt, as->room);
    set_block(a, &s, known, false, &in, out);
}

void address_fit_set(Arena *a, Fontset *fs, const AddressBlock *plain,
                     const AddressBlock *compact, const AddressSetting *as,
                     const AddressFitOptions *opt, Diag *diag,
                     AddressFit *out) {
    AddressKnown none = known_like(a, fs, plain, as, diag);
    set_found(a, &none, plain, compact, as, opt, out);
}

bool address_fit_like(Arena *a, Fontset *fs, const AddressBlock *plain,
                      const AddressBlock *compact, const AddressFitOptions *opt,
                      const AddressSetting *like, Diag *diag,
                      AddressSetting *as, AddressFit *out) {
    AddressSetting largest = {.size = opt->max_size};
    AddressKnown known =
        known_like(a, fs, plain, like->size ? like : &largest, diag);
    bool found = search(&known, plain, compact, opt, as);
    set_found(a, &known, plain, compact, as, opt, out);
    return found;
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
