#include "input/labelset_read.h"

#include "base/fs.h"
#include "base/limits.h"
#include "input/productname.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

const char *const label_format_names[] = {"gLabels", "LibreOffice"};

const char *const label_format_packages[] = {"glabels-data",
                                             "libreoffice-common"};
/* An entry of each. */
static const char *const examples[] = {"glabels:FILE.xml#Avery/L4730",
                                       "libreoffice:labels.xml#Avery A4/L7159"};

/* ---- reading files and folders ---- */

static bool is_template_file(const char *name) {
    return name[0] != '.' && (fs_ends_in(name, "-templates.xml") ||
                              fs_ends_in(name, ".template"));
}

static int by_name(const void *x, const void *y) {
    return strcmp(*(const char *const *)x, *(const char *const *)y);
}

/* The template files of a folder, sorted, and paper-sizes.xml in front; empty
 * if it is no folder. */
static size_t files_in(Arena *a, const char *folder, const char ***out) {
    VEC(const char *) names = {0};
    DIR *dir = opendir(folder);
    for (struct dirent *e; dir && (e = readdir(dir));)
        if (is_template_file(e->d_name))
            vec_push(a, &names, fs_join(a, folder, e->d_name));
    if (dir)
        closedir(dir);
    if (names.n)
        qsort(names.v, names.n, sizeof *names.v, by_name);
    *out = names.v;
    return names.n;
}

static bool is_folder(const char *path) {
    DIR *dir = opendir(path);
    if (dir)
        closedir(dir);
    return dir != NULL;
}

static bool add_file(LabelSet *set, const char *path, Diag *diag) {
    const XmlNode *root =
        xml_load(set->arena, path, LIMIT_LABELSET_BYTES, diag);
    if (!root)
        return false;
    if (set->format == LABELS_GLABELS
            ? labelset_add_glabels(set, root, diag)
            : labelset_add_libreoffice(set, root, diag))
        return true;
    diag_at(diag, DIAG_ERROR, root->span,
            "this is no file of label sheets of %s: it begins with <%.*s>",
            label_format_names[set->format], (int)root->text.n, root->text.s);
    return false;
}

/* For what is tried and may fail. */
static Diag *muted(void) {
    Diag *d = diag_new();
    diag_mute(d);
    return d;
}

/* The paper sizes beside a file or in a folder, if there are any; a broken list
 * of them counts as none, and an unknown size is then an error where it is
 * used. */
static void add_papers(LabelSet *set, const char *folder) {
    const char *path = fs_join(set->arena, folder, "paper-sizes.xml");
    if (set->format != LABELS_GLABELS || !fs_exists(path))
        return;
    Diag *scratch = muted();
    add_file(set, path, scratch);
    diag_free(scratch);
}

static const char *folder_of(Arena *a, const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? arena_strndup(a, path, (size_t)(slash - path)) : ".";
}

/* Files of a folder that cannot be read are errors, and the others are read. */
static void add_path(LabelSet *set, const char *path, Diag *diag) {
    if (!is_folder(path)) {
        add_papers(set, folder_of(set->arena, path));
        add_file(set, path, diag);
        return;
    }
    const char **names;
    size_t n = files_in(set->arena, path, &names);
    add_papers(set, path);
    for (size_t i = 0; i < n; i++)
        add_file(set, names[i], diag);
}

/* Templates beside a file: what those in it may be the same as. */
static void add_beside(LabelSet *set, const char *path) {
    const char **names;
    size_t n = files_in(set->arena, folder_of(set->arena, path), &names);
    Diag *scratch = muted();
    for (size_t i = 0; i < n; i++)
        if (set->format == LABELS_GLABELS && !fs_same(names[i], path))
            add_file(set, names[i], scratch);
    diag_free(scratch);
}

/* ---- names ---- */

/* Brand or manufacturer, "/", and the part or the whole name. */
static const char *name_of(LabelSet *set, const LabelEntry *e, bool whole) {
    Text t = whole ? e->whole : e->part;
    return arena_printf(set->arena, "%.*s/%.*s", (int)e->brand.n, e->brand.s,
                        (int)t.n, t.s);
}

static bool same_measure(const LabelSet *set, const LabelEntry *x,
                         const LabelEntry *y) {
    return labelset_same_text(
        xml_text(set->arena, xml_child(x->node, "measure")),
        xml_text(set->arena, xml_child(y->node, "measure")));
}

/* Do two entries of one brand and part mean one sheet? gLabels takes the first
 * of them; LibreOffice's part is only the first word of a name. */
static bool same_sheet(const LabelSet *set, const LabelEntry *x,
                       const LabelEntry *y) {
    return labelset_same_text(x->brand, y->brand) &&
           labelset_same_text(x->part, y->part) &&
           (set->format == LABELS_GLABELS || same_measure(set, x, y));
}

/* The shortest name by which labelset_load finds the entry again. */
static const char *own_name(LabelSet *set, const LabelEntry *e) {
    bool alone = true;
    for (size_t i = 0; i < set->entries.n && alone; i++) {
        const LabelEntry *o = &set->entries.v[i];
        alone = !labelset_same_text(o->part, e->part) ||
                !labelset_same_text(o->brand, e->brand) ||
                same_sheet(set, o, e);
    }
    return name_of(set, e, !alone);
}

static bool is_called(const LabelEntry *e, const char *wanted,
                      bool with_brand) {
    Text t = text_literal(wanted);
    if (!with_brand)
        return labelset_same_text(e->part, t) ||
               labelset_same_text(e->whole, t);
    /* Manufacturers such as "Avery A4/Asia" have a "/" themselves. */
    if (t.n <= e->brand.n || t.s[e->brand.n] != '/' ||
        strncasecmp(t.s, e->brand.s, e->brand.n) != 0)
        return false;
    t = text_slice(t, e->brand.n + 1, t.n - e->brand.n - 1);
    return labelset_same_text(e->part, t) || labelset_same_text(e->whole, t);
}

enum { MATCHES = 8 };
typedef struct Matches {
    const LabelEntry *v[MATCHES];
    size_t n; /* may be more than there is room for */
} Matches;

static bool is_known(LabelSet *set, const Matches *m, const LabelEntry *e) {
    for (size_t i = 0; i < m->n && i < MATCHES; i++)
        if (same_sheet(set, m->v[i], e) || (set->format == LABELS_LIBREOFFICE &&
                                            same_measure(set, m->v[i], e)))
            return true;
    return false;
}

/* Entries that are called `wanted` and are not the same sheet. */
static Matches find(LabelSet *set, const char *wanted) {
    Matches m = {0};
    for (int with_brand = 1; with_brand >= 0 && m.n == 0; with_brand--) {
        for (size_t i = 0; i < set->entries.n; i++) {
            const LabelEntry *e = &set->entries.v[i];
            if (!is_called(e, wanted, with_brand) || is_known(set, &m, e))
                continue;
            if (m.n < MATCHES)
                m.v[m.n] = e;
            m.n++;
        }
    }
    return m;
}

/* ---- one entry ---- */

static DiagLevel level_at(Span where) {
    return where.src ? DIAG_ERROR : DIAG_USAGE;
}

static void report_absent(const LabelName *w, const LabelPlaces *places,
                          Diag *diag) {
    diag_at(diag, level_at(w->where), w->where,
            "\"%s\": the label sheets of %s are not on this computer (looked "
            "in: %s); install the package %s, or name a file: --on \"%s\"",
            w->full, label_format_names[w->format],
            *places->looked ? places->looked : "nowhere",
            label_format_packages[w->format], examples[w->format]);
}

static void report_unknown(LabelSet *set, const LabelName *w, Diag *diag) {
    Arena *a = set->arena;
    VEC(const char *) names = {0};
    for (size_t i = 0; i < set->entries.n; i++) {
        const LabelEntry *e = &set->entries.v[i];
        vec_push(a, &names, name_of(set, e, false));
        vec_push(a, &names, arena_strndup(a, e->part.s, e->part.n));
    }
    const char *guess = productname_guess(a, w->entry, names.v, names.n);
    diag_at(diag, level_at(w->where), w->where,
            "%s has no label sheet \"%s\" among %zu%s%s%s",
            w->path ? w->path : label_format_names[w->format], w->entry,
            set->entries.n, guess ? "; did you mean \"" : "",
            guess ? guess
                  : "; `envoi layouts --search TEXT` looks for one by number "
                    "or words",
            guess ? "\"?" : "");
}

static void report_several(LabelSet *set, const LabelName *w, const Matches *m,
                           Diag *diag) {
    Buf list = {0};
    for (size_t i = 0; i < m->n && i < MATCHES; i++)
        buf_printf(&list, "%s\"%s\"", i ? ", " : "", own_name(set, m->v[i]));
    diag_at(diag, level_at(w->where), w->where,
            "\"%s\" may be %zu different sheets: %s%s; say which", w->full,
            m->n, list.s, m->n > MATCHES ? " ..." : "");
    buf_free(&list);
}

static bool build(LabelSet *set, const LabelEntry *e, Layout *l, Diag *diag) {
    return set->format == LABELS_GLABELS
               ? labelset_build_glabels(set, e, l, diag)
               : labelset_build_libreoffice(set, e, l, diag);
}

static const char *layout_name(LabelSet *set, const LabelEntry *e,
                               const char *path) {
    return arena_printf(set->arena, "%s:%s%s%s",
                        label_format_words[set->format], path ? path : "",
                        path ? "#" : "", own_name(set, e));
}

static const LabelEntry *choose(LabelSet *set, const LabelName *w, Diag *diag) {
    if (!w->entry && set->entries.n == 1)
        return set->entries.v;
    if (!w->entry) {
        const char *first =
            set->entries.n ? own_name(set, set->entries.v) : NULL;
        diag_at(diag, level_at(w->where), w->where,
                "%s holds %zu label sheets%s%s%s%s%s", w->path, set->entries.n,
                first ? "; say which: \"" : "", first ? w->full : "",
                first ? "#" : "", first ? first : "", first ? "\"" : "");
        return NULL;
    }
    Matches m = find(set, w->entry);
    if (m.n == 1)
        return m.v[0];
    if (m.n == 0)
        report_unknown(set, w, diag);
    else
        report_several(set, w, &m, diag);
    return NULL;
}

static const Layout *load_entry(LabelSet *set, const LabelName *w, Diag *diag) {
    const LabelEntry *e = choose(set, w, diag);
    if (!e)
        return NULL;
    if (w->path && !is_folder(w->path) && xml_attr(e->node, "equiv"))
        add_beside(set, w->path);
    Layout *l = ARENA_NEW(set->arena, Layout);
    size_t line, col;
    source_place(e->node->span.src, e->node->span.off, &line, &col);
    l->name = layout_name(set, e, w->path);
    l->source_note = text_literal(arena_printf(set->arena, "%s, %s line %zu",
                                               label_format_names[set->format],
                                               e->node->span.src->name, line));
    if (build(set, e, l, diag))
        return l;
    diag_at(diag, DIAG_ERROR, w->where,
            "\"%s\" cannot be used, for the reason given; describe the sheet "
            "yourself with --sheet or in a layout file",
            w->full);
    return NULL;
}

/* What cannot be read is said when it is read in earnest. */
static LabelFormat format_of(Arena *a, const char *path) {
    LabelSet set = {.arena = a};
    Diag *scratch = muted();
    const XmlNode *root = xml_load(a, path, LIMIT_LABELSET_BYTES, scratch);
    bool other = root && !labelset_add_glabels(&set, root, scratch) &&
                 labelset_add_libreoffice(&set, root, scratch);
    diag_free(scratch);
    return other ? LABELS_LIBREOFFICE : LABELS_GLABELS;
}

const Layout *labelset_load(Arena *a, const char *name, Span where,
                            Diag *diag) {
    LabelName w = labelset_parse_name(a, name, NULL);
    w.where = where;
    if (w.bare)
        w.format = format_of(a, w.path);
    LabelSet set = {.arena = a, .format = w.format};
    if (w.path && !fs_exists(w.path)) {
        diag_at(diag, level_at(where), where, "%s: %s", w.path,
                fs_missing(a, w.path));
        return NULL;
    }
    if (w.path) {
        size_t before = diag_count(diag, DIAG_ERROR);
        add_path(&set, w.path, diag);
        return diag_count(diag, DIAG_ERROR) == before
                   ? load_entry(&set, &w, diag)
                   : NULL;
    }
    LabelPlaces places = labelset_places(a, w.format);
    /* What is wrong with a file that is not asked for is of no concern, unless
     * what is asked for may have been in it. */
    Diag *scratch = muted();
    for (size_t i = 0; i < places.n; i++)
        add_path(&set, places.v[i], scratch);
    const Layout *l = NULL;
    if (set.entries.n > 0)
        l = load_entry(&set, &w, diag);
    else
        report_absent(&w, &places, diag);
    if (!l && diag_count(scratch, DIAG_ERROR) > 0)
        for (size_t i = 0; i < places.n; i++)
            add_path(&set, places.v[i], diag);
    diag_free(scratch);
    return l;
}

/* ---- searching ---- */

/* Each word in the brand, the name or the description. */
static bool has_words(const LabelEntry *e, const char *text) {
    const Text *more[] = {xml_attr(e->node, "_description"),
                          xml_attr(e->node, "description")};
    Text texts[4] = {e->brand, e->whole};
    size_t n = 2;
    for (size_t i = 0; i < 2; i++)
        if (more[i])
            texts[n++] = *more[i];
    return text_has_words(texts, n, text);
}

static bool open_installed(LabelSet *set) {
    LabelPlaces places = labelset_places(set->arena, set->format);
    Diag *scratch = muted();
    for (size_t i = 0; i < places.n; i++)
        add_path(set, places.v[i], scratch);
    diag_free(scratch);
    return set->entries.n > 0;
}

/* Is there one before it that labelset_load would find instead? */
static bool is_hidden(const LabelSet *set, const LabelEntry *e) {
    for (const LabelEntry *o = set->entries.v; o < e; o++)
        if (same_sheet(set, o, e))
            return true;
    return false;
}

void labelset_search(Arena *a, LabelFormat format, const char *text,
                     size_t most, LabelHits *out) {
    LabelSet set = {.arena = a, .format = format};
    VEC(const Layout *) shown = {0};
    *out = (LabelHits){0};
    if (!open_installed(&set))
        return;
    out->entries = set.entries.n;
    Diag *scratch = muted();
    for (size_t i = 0; i < set.entries.n; i++) {
        const LabelEntry *e = &set.entries.v[i];
        if (!has_words(e, text) || is_hidden(&set, e))
            continue;
        Layout *l = ARENA_NEW(a, Layout);
        if (!build(&set, e, l, scratch)) {
            out->broken++;
            continue;
        }
        if (out->found++ < most) {
            l->name = layout_name(&set, e, NULL);
            vec_push(a, &shown, l);
        }
    }
    diag_free(scratch);
    out->shown = shown.v;
    out->nshown = shown.n;
}

size_t labelset_count(Arena *a, LabelFormat format) {
    LabelSet set = {.arena = a, .format = format};
    return open_installed(&set) ? set.entries.n : 0;
}

/* ---- checking a file ---- */

bool labelset_is_file(Arena *a, const char *path) {
    const char **names;
    return labelset_looks_like_file(path) || files_in(a, path, &names) > 0;
}

/* The format is that of the root; a folder is gLabels'. */
static bool open_any(LabelSet *set, const char *path, Diag *diag) {
    if (is_folder(path)) {
        add_path(set, path, diag);
        return set->entries.n > 0;
    }
    const XmlNode *root =
        xml_load(set->arena, path, LIMIT_LABELSET_BYTES, diag);
    if (!root)
        return false;
    set->format = LABELS_GLABELS;
    add_papers(set, folder_of(set->arena, path));
    if (labelset_add_glabels(set, root, diag))
        return true;
    set->format = LABELS_LIBREOFFICE;
    if (labelset_add_libreoffice(set, root, diag))
        return true;
    diag_at(diag, DIAG_ERROR, root->span,
            "<%.*s> is neither a file of gLabels' templates nor LibreOffice's "
            "labels.xml",
            (int)root->text.n, root->text.s);
    return false;
}

bool labelset_check(Arena *a, const char *path, Diag *diag, LabelCounts *out) {
    LabelSet set = {.arena = a, .warn = true};
    *out = (LabelCounts){0};
    if (!open_any(&set, path, diag))
        return false;
    size_t n = set.entries.n;
    if (!is_folder(path))
        add_beside(&set, path);
    out->format = set.format;
    out->entries = n;
    for (size_t i = 0; i < n; i++) {
        Layout l = {0};
        diag_subject(diag, name_of(&set, &set.entries.v[i], true));
        out->good += build(&set, &set.entries.v[i], &l, diag);
    }
    diag_subject(diag, NULL);
    return true;
}
