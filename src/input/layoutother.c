#include "input/layoutother.h"

#include "input/labelset.h"
#include "input/layoutfile.h"
#include "input/sheetspec.h"

#include <string.h>
#include <strings.h>

/* Less is a matter of rounding: inches against tenths of a millimetre. */
#define NOTEWORTHY LEN_OF_MM(0.3)

bool layoutother_is_name(const char *name) {
    return sheetspec_is_name(name) || labelset_is_name(name);
}

/* Is `own`, such as "avery-l7163", the brand and number "Avery/L7163"? */
static bool same_product(const char *own, const char *brand_part) {
    for (; *own && *brand_part; own++, brand_part++) {
        char c = *brand_part == '/' || *brand_part == ' ' ? '-' : *brand_part;
        if (strncasecmp(own, &c, 1) != 0)
            return false;
    }
    return *own == *brand_part;
}

/* Do the last words agree, and the first of ours with any of the brand's?
 * "avery-l7169" is "Avery Zweckform/L7169". */
static bool same_part(const char *own, const char *brand_part) {
    const char *own_part = strrchr(own, '-'), *part = strrchr(brand_part, '/');
    size_t n = strcspn(own, "-");
    if (!own_part || !part || strcasecmp(own_part + 1, part + 1) != 0)
        return false;
    for (const char *word = brand_part; word <= part;
         word += strcspn(word, " /") + 1)
        if (strcspn(word, " /") == n && strncasecmp(word, own, n) == 0)
            return true;
    return false;
}

/* The same by `same`, under any name it has? */
static bool is_called(const Layout *l, const char *brand_part,
                      bool (*same)(const char *own, const char *brand_part)) {
    if (same(l->name, brand_part))
        return true;
    for (size_t i = 0; i < l->naliases; i++)
        if (same(l->aliases[i], brand_part))
            return true;
    return false;
}

static Len apart(Len x, Len y) {
    return x > y ? x - y : y - x;
}

/* How far a label of one sheet lies from where it lies on the other, at most;
 * LEN_MAX if they do not have the same labels. */
static Len difference(const Layout *x, const Layout *y) {
    const LabelLayout *a = &x->u.labels, *b = &y->u.labels;
    Len most = apart(a->label_w, b->label_w);
    if (a->ncells != b->ncells || x->w != y->w || x->h != y->h)
        return LEN_MAX;
    if (apart(a->label_h, b->label_h) > most)
        most = apart(a->label_h, b->label_h);
    for (size_t i = 0; i < a->ncells; i++) {
        Len dx = apart(a->cells[i].x, b->cells[i].x);
        Len dy = apart(a->cells[i].y, b->cells[i].y);
        most = dx > most ? dx : most;
        most = dy > most ? dy : most;
    }
    return most;
}

static size_t own_sheets(Arena *a, const char *data_dir,
                         const Layout *const **out) {
    Diag *scratch = diag_new();
    diag_mute(scratch);
    size_t n = layoutfile_list(a, data_dir, LAYOUT_LABELS, scratch, out);
    diag_free(scratch);
    return n;
}

static void compare(Arena *a, const char *data_dir, const Layout *l, Span where,
                    Diag *diag) {
    const char *brand_part = strchr(l->name, ':') + 1;
    const Layout *const *own;
    size_t n = own_sheets(a, data_dir, &own);
    for (size_t i = 0; i < n; i++) {
        if (!is_called(own[i], brand_part, same_product))
            continue;
        Len d = difference(l, own[i]);
        if (d == LEN_MAX)
            diag_at(diag, DIAG_NOTE, where,
                    "\"%s\" is another sheet than envoi's own %s; hold a print "
                    "against the labels to see which is right",
                    l->name, own[i]->name);
        else if (d > NOTEWORTHY)
            diag_at(diag, DIAG_NOTE, where,
                    "labels of \"%s\" lie up to %.1f mm from those of envoi's "
                    "own %s; hold a print against the labels to see which is "
                    "right",
                    l->name, len_mm(d), own[i]->name);
        return;
    }
}

/* What to take in place of a sheet that cannot be used. */
static void tell_own(Arena *a, const char *data_dir, const char *name,
                     Span where, Diag *diag) {
    const char *hash = strrchr(name, '#'), *colon = strchr(name, ':');
    const char *brand_part = hash ? hash + 1 : colon ? colon + 1 : name;
    const Layout *const *own;
    size_t n = own_sheets(a, data_dir, &own);
    for (size_t i = 0; i < n; i++) {
        if (!is_called(own[i], brand_part, same_part))
            continue;
        diag_at(diag, DIAG_NOTE, where,
                "envoi has a sheet of this number itself: %s, %d labels of "
                "%.1f x %.1f mm",
                own[i]->name, layout_labels_per_sheet(own[i]),
                len_mm(own[i]->u.labels.label_w),
                len_mm(own[i]->u.labels.label_h));
        return;
    }
}

const Layout *layoutother_load(Arena *a, const char *data_dir, const char *name,
                               Span where, Diag *diag) {
    if (sheetspec_is_name(name))
        return sheetspec_parse(a, name, where, diag);
    const Layout *l = labelset_load(a, name, where, diag);
    /* With a path in front it matches no name, and is meant as it is; what a
     * ledger has was told when it was chosen. */
    if (l && !where.src)
        compare(a, data_dir, l, where, diag);
    if (!l)
        tell_own(a, data_dir, name, where, diag);
    return l;
}
