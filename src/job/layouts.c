#include "job/layouts.h"

#include "input/labelset.h"
#include "input/layoutfile.h"
#include "job/envelopelayout.h"
#include "job/origin.h"
#include "job/place.h"
#include "job/print.h"
#include "page/layoutdraw.h"

#include <string.h>
#include <strings.h>

/* By LayoutKind. */
static const char *const kinds[] = {"labels", "envelopes", "letters"};

static bool is_wanted(Arena *a, const Layout *l, const char *search) {
    Text *texts = ARENA_ARRAY(a, Text, l->naliases + 2);
    size_t n = 0;
    texts[n++] = text_literal(l->name);
    texts[n++] = l->title;
    for (size_t i = 0; i < l->naliases; i++)
        texts[n++] = text_literal(l->aliases[i]);
    return !search || text_has_words(texts, n, search);
}

/* `part` is `whole` or its end: l7163 of avery-l7163, 7163 of both. */
static bool is_end_of(const char *whole, const char *part) {
    size_t n = strlen(whole), m = strlen(part);
    return m <= n && strcasecmp(whole + n - m, part) == 0;
}

/* An alias that only says more or less of another name is not worth a word in
 * a list. */
static bool is_another_name(const Layout *l, size_t alias) {
    const char *name = l->aliases[alias];
    if (is_end_of(l->name, name) || is_end_of(name, l->name))
        return false;
    for (size_t i = 0; i < l->naliases; i++)
        if (i != alias && is_end_of(l->aliases[i], name))
            return false;
    return true;
}

static void list_one(const Layout *l, Buf *out) {
    size_t told = 0;
    buf_printf(out, "  %-18s %6.1f x %5.1f mm  %.*s", l->name, len_mm(l->w),
               len_mm(l->h), (int)l->title.n, l->title.s);
    for (size_t i = 0; i < l->naliases; i++)
        if (is_another_name(l, i))
            buf_printf(out, "%s%s", told++ ? ", " : " (also ", l->aliases[i]);
    buf_puts(out, told ? ")\n" : "\n");
}

static size_t list_built_in(Session *s, Arena *a, int kind, const char *search,
                            Diag *diag, Buf *out) {
    size_t found = 0;
    for (int k = LAYOUT_LABELS; k <= LAYOUT_LETTER; k++) {
        const Layout *const *list;
        if (kind >= 0 && k != kind)
            continue;
        size_t n = layoutfile_list(a, s->data_dir, (LayoutKind)k, diag, &list);
        bool heading = false;
        for (size_t i = 0; i < n; i++) {
            if (!is_wanted(a, list[i], search))
                continue;
            if (!heading)
                buf_printf(out, "%s%s:\n", out->n ? "\n" : "", kinds[k]);
            heading = true;
            list_one(list[i], out);
            found++;
        }
    }
    return found;
}

/* ---- collections of other programs ---- */

/* So many of one collection are shown: a screen. */
enum { MOST_HITS = 30 };

/* As a shell takes it for one word. */
static void put_shell(Buf *out, const char *name) {
    size_t word = strcspn(name, ":") + 1;
    const char *rest = name + word;
    size_t plain = strspn(rest, "abcdefghijklmnopqrstuvwxyz"
                                "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./:+-");
    buf_add(out, name, word);
    if (rest[plain] == '\0') {
        buf_puts(out, rest);
        return;
    }
    buf_putc(out, '"');
    for (; *rest; rest++) {
        if (strchr("\"\\$`", *rest))
            buf_putc(out, '\\');
        buf_putc(out, *rest);
    }
    buf_putc(out, '"');
}

static void list_hit(const Layout *l, Buf *out) {
    Buf name = {0};
    put_shell(&name, l->name);
    buf_printf(out, "  %-34s %6.1f x %5.1f mm  %3d of %.1f x %.1f mm  %.*s\n",
               name.s, len_mm(l->w), len_mm(l->h), layout_labels_per_sheet(l),
               len_mm(l->u.labels.label_w), len_mm(l->u.labels.label_h),
               (int)l->title.n, l->title.s);
    buf_free(&name);
}

static void list_hits(LabelFormat format, const LabelHits *hits, Buf *out) {
    if (hits->found + hits->broken == 0)
        return;
    buf_printf(out, "%s%s, %zu of its %zu label sheets:\n", out->n ? "\n" : "",
               label_format_names[format], hits->found, hits->entries);
    for (size_t i = 0; i < hits->nshown; i++)
        list_hit(hits->shown[i], out);
    if (hits->found > hits->nshown)
        buf_printf(out, "  ... and %zu more; say more of its name\n",
                   hits->found - hits->nshown);
    if (hits->broken)
        buf_printf(out,
                   "  and %zu that cannot be used; `envoi check FILE` tells "
                   "why\n",
                   hits->broken);
}

/* What is installed and fits; `absent` gets what is not installed. */
static size_t list_collections(Arena *a, const char *search, Buf *absent,
                               Buf *out) {
    size_t found = 0;
    for (int f = 0; f < LABEL_FORMATS; f++) {
        LabelHits hits;
        labelset_search(a, (LabelFormat)f, search, MOST_HITS, &hits);
        found += hits.found;
        list_hits((LabelFormat)f, &hits, out);
        if (hits.entries == 0)
            buf_printf(absent, "%sthe sheets of %s (package %s)",
                       absent->n ? " and " : "", label_format_names[f],
                       label_format_packages[f]);
    }
    return found;
}

static void count_collections(Arena *a, Buf *out) {
    size_t n[LABEL_FORMATS];
    bool any = false;
    for (int f = 0; f < LABEL_FORMATS; f++) {
        n[f] = labelset_count(a, (LabelFormat)f);
        any = any || n[f];
    }
    if (!any)
        return;
    buf_puts(out, "\n");
    const char *before = "", *what = " more label sheets";
    for (int f = 0; f < LABEL_FORMATS; f++) {
        if (n[f] == 0)
            continue;
        buf_printf(out, "%s%zu%s of %s", before, n[f], what,
                   label_format_names[f]);
        before = ", ";
        what = "";
    }
    buf_puts(out, "; --search TEXT looks through them\n");
}

bool layouts_list(Session *s, int kind, const char *search, Diag *diag,
                  Buf *out) {
    Arena *a = arena_new();
    Buf absent = {0};
    bool labels = kind < 0 || kind == LAYOUT_LABELS;
    size_t found = list_built_in(s, a, kind, search, diag, out);
    if (labels && search)
        found += list_collections(a, search, &absent, out);
    else if (labels)
        count_collections(a, out);
    if (found == 0 && diag_exit_status(diag) == 0)
        diag_file(diag, DIAG_ERROR, NULL,
                  "no layout has \"%s\" in its name or title; `envoi layouts` "
                  "lists them all",
                  search ? search : "");
    if (absent.n && found == 0)
        diag_file(diag, DIAG_NOTE, NULL,
                  "not looked through, as they are not installed here: %.*s",
                  (int)absent.n, absent.s);
    buf_free(&absent);
    arena_free(a);
    return diag_exit_status(diag) == 0;
}

const Layout *layouts_find(Session *s, Arena *a, const char *name,
                           const char *origin, Diag *diag) {
    char country[3];
    bool known = origin_find(origin, NULL, diag, country);
    const Layout *l;
    if (!envelopelayout_of_size(a, name, diag, &l))
        l = layoutfile_find(a, s->data_dir, name, diag);
    return l && known ? place_layout(s, a, l, country, diag) : NULL;
}

/* ---- one layout drawn ---- */

typedef struct LayoutDrawing {
    PageSource source;
    Session *session;
    const Layout *layout;
    Diag *diag;
} LayoutDrawing;

static bool draw(PageSource *self, size_t i, Arena *a, DisplayTags *tags,
                 DisplayPages *out) {
    (void)i;
    LayoutDrawing *d = (LayoutDrawing *)self;
    DisplayPage page;
    if (!layout_draw(a, d->session->fonts, d->layout, tags, d->diag, &page) ||
        !job_may_write(d->diag))
        return false;
    vec_push(a, out, page);
    return true;
}

bool layouts_draw(Session *s, const char *name, const char *origin,
                  const JobOutput *out, Diag *diag) {
    Arena *a = arena_new();
    LayoutDrawing d = {.source = {.n = 1, .draw = draw, .lang = "en"},
                       .session = s,
                       .layout = layouts_find(s, a, name, origin, diag),
                       .diag = diag};
    bool ok = d.layout && print_pages(&d.source, out, diag);
    arena_free(a);
    return ok;
}
