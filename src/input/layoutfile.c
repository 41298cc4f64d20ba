#include "input/layoutfile.h"

#include "base/fs.h"
#include "input/layoutdesign.h"
#include "input/layoutother.h"
#include "input/layoutread.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Names of the kinds, in files, in folders and in messages; by LayoutKind. */
static const char *const kind_words[] = {"labels", "envelope", "letter"};
static const char *const kind_folders[] = {"labels", "envelopes", "letters"};
static const char *const kind_names[] = {"label", "envelope", "letter"};

static const char *const envelope_keys[] = {LAYOUT_COMMON_KEYS,
                                            "size",
                                            "ipp",
                                            "recipient",
                                            "sender",
                                            "stamp",
                                            "clear",
                                            "window",
                                            "fold",
                                            "design"};
static const char *const letter_keys[] = {LAYOUT_COMMON_KEYS,
                                          "paper",
                                          "margins",
                                          "recipient",
                                          "return-line",
                                          "remark",
                                          "sender",
                                          "letterhead",
                                          "stamp",
                                          "outside",
                                          "window",
                                          "tolerance",
                                          "envelope",
                                          "references",
                                          "body",
                                          "folds",
                                          "punch",
                                          "marks",
                                          "date",
                                          "style"};

static LayoutBox read_box(LayoutReader *r, const YamlNode *root,
                          const char *key) {
    return layoutread_box(r, yaml_get(root, key), key, NULL, 0);
}

static void read_clear(LayoutReader *r, const YamlNode *root,
                       EnvelopeLayout *e) {
    const YamlNode *list =
        layoutread_list(r, root, "clear", "[{left: ..., top: ..., ...}]");
    if (!list)
        return;
    e->nclear = list->n;
    e->clear = ARENA_ARRAY(r->arena, LayoutBox, list->n);
    for (size_t i = 0; i < list->n; i++)
        e->clear[i] = layoutread_box(r, list->items[i], "clear", NULL, 0);
}

/* The sheet and its folds; the face's size follows. */
static void read_fold(LayoutReader *r, const YamlNode *root, Layout *l) {
    static const char *const keys[] = {"paper", "first", "second"};
    EnvelopeFold *f = &l->u.envelope.fold;
    const YamlNode *m = layoutread_map(r, root, "fold", keys, COUNT(keys));
    if (!m)
        return;
    f->span = m->span;
    f->first = layoutread_size(r, layoutread_need(r, m, "first"), "first");
    f->second = layoutread_size(r, layoutread_need(r, m, "second"), "second");
    layoutread_paper(r, m, l);
    f->paper_w = l->w;
    f->paper_h = l->h;
    l->h = f->second - f->first;
    l->paper = f->span;
    if (yaml_get(root, "size"))
        layoutread_fail(r, yaml_get(root, "size")->span,
                        "the size follows from \"fold\"; leave it out");
}

static void read_envelope(LayoutReader *r, const YamlNode *root, Layout *l) {
    EnvelopeLayout *e = &l->u.envelope;
    layoutread_keys(r, root, "an envelope layout", envelope_keys,
                    COUNT(envelope_keys));
    if (yaml_get(root, "fold")) {
        read_fold(r, root, l);
    } else {
        layoutread_sizes(r, root, "size", &l->w, &l->h, &l->paper);
    }
    if (yaml_get(root, "ipp"))
        e->ipp = layoutread_string(r, yaml_get(root, "ipp"), "ipp");
    e->recipient = read_box(r, root, "recipient");
    e->sender = read_box(r, root, "sender");
    e->stamp = read_box(r, root, "stamp");
    e->window = read_box(r, root, "window");
    read_clear(r, root, e);
    e->design = layoutdesign_read(r, yaml_get(root, "design"));
}

static void read_margins(LayoutReader *r, const YamlNode *root,
                         LetterLayout *g) {
    static const char *const keys[] = {"left", "right", "top", "bottom"};
    const YamlNode *m = layoutread_map(r, root, "margins", keys, COUNT(keys));
    if (!m)
        return;
    g->margins_at = m->span;
    g->left = layoutread_length(r, layoutread_need(r, m, "left"), "left");
    g->right = layoutread_length(r, layoutread_need(r, m, "right"), "right");
    g->top = layoutread_length(r, layoutread_need(r, m, "top"), "top");
    g->bottom = layoutread_length(r, layoutread_need(r, m, "bottom"), "bottom");
}

static void read_recipient(LayoutReader *r, const YamlNode *root,
                           LetterLayout *g) {
    static const char *const more[] = {"text", "from"};
    const YamlNode *m = yaml_get(root, "recipient");
    g->recipient = layoutread_box(r, m, "recipient", more, COUNT(more));
    g->recipient_x = g->recipient.x;
    if (!m || m->kind != YAML_MAP)
        return;
    const YamlNode *text = yaml_get(m, "text");
    if (text)
        g->recipient_x = layoutread_length(r, text, "text");
    g->recipient_top = layoutread_length(r, yaml_get(m, "from"), "from");
}

static void read_folds(LayoutReader *r, const YamlNode *root, LetterLayout *g) {
    const YamlNode *list = layoutread_list(r, root, "folds", "[105, 210]");
    if (!list)
        return;
    g->folds_at = list->span;
    g->nfolds = list->n;
    g->folds = ARENA_ARRAY(r->arena, Len, list->n);
    for (size_t i = 0; i < list->n; i++)
        g->folds[i] = layoutread_length(r, list->items[i], "folds");
}

static void read_marks(LayoutReader *r, const YamlNode *root, LetterLayout *g) {
    static const char *const keys[] = {"left", "length"};
    read_folds(r, root, g);
    const YamlNode *punch = yaml_get(root, "punch");
    if (punch) {
        g->punch_at = punch->span;
        g->punch = layoutread_size(r, punch, "punch");
    }
    if (!g->nfolds && !punch && !yaml_get(root, "marks"))
        return;
    const YamlNode *m = layoutread_map(r, root, "marks", keys, COUNT(keys));
    if (!m)
        return;
    g->marks_at = m->span;
    g->mark_x = layoutread_length(r, layoutread_need(r, m, "left"), "left");
    g->mark_w = layoutread_size(r, layoutread_need(r, m, "length"), "length");
}

/* One length for all sides, or one for each direction. */
static void read_tolerance(LayoutReader *r, const YamlNode *value,
                           LetterLayout *g) {
    static const char *const keys[] = {"across", "down"};
    if (!value)
        return;
    g->tolerance_at = value->span;
    if (value->kind != YAML_MAP) {
        g->tolerance = layoutread_length(r, value, "tolerance");
        g->tolerance_across = g->tolerance;
        return;
    }
    layoutread_keys(r, value, "tolerance", keys, COUNT(keys));
    g->tolerance_across =
        layoutread_length(r, layoutread_need(r, value, "across"), "across");
    g->tolerance =
        layoutread_length(r, layoutread_need(r, value, "down"), "down");
}

static void read_window(LayoutReader *r, const YamlNode *root,
                        LetterLayout *g) {
    g->window = read_box(r, root, "window");
    read_tolerance(r, yaml_get(root, "tolerance"), g);
    if (yaml_get(root, "envelope"))
        layoutread_sizes(r, root, "envelope", &g->envelope_w, &g->envelope_h,
                         &g->envelope_at);
}

static void read_body(LayoutReader *r, const YamlNode *root, LetterLayout *g) {
    const YamlNode *body = layoutread_need(r, root, "body");
    g->body = layoutread_size(r, body, "body");
    g->body_at = body ? body->span : root->span;
    const YamlNode *references = yaml_get(root, "references");
    if (!references)
        return;
    g->references = layoutread_size(r, references, "references");
    g->references_at = references->span;
}

static void read_letter(LayoutReader *r, const YamlNode *root, Layout *l) {
    static const char *const sides[] = {"left", "right"};
    /* By LetterStyle. */
    static const char *const styles[] = {"plain", "chinese", "official"};
    LetterLayout *g = &l->u.letter;
    layoutread_keys(r, root, "a letter layout", letter_keys,
                    COUNT(letter_keys));
    layoutread_paper(r, root, l);
    read_margins(r, root, g);
    read_recipient(r, root, g);
    g->return_line = read_box(r, root, "return-line");
    g->remark = read_box(r, root, "remark");
    g->sender = read_box(r, root, "sender");
    g->letterhead = read_box(r, root, "letterhead");
    g->stamp = read_box(r, root, "stamp");
    if (yaml_get(root, "outside"))
        g->outside = layoutread_text(r, yaml_get(root, "outside"), "outside");
    read_window(r, root, g);
    read_body(r, root, g);
    read_marks(r, root, g);
    g->date_right =
        layoutread_word(r, yaml_get(root, "date"), "date", sides, 2) == 1;
    g->style = (LetterStyle)layoutread_word(r, yaml_get(root, "style"), "style",
                                            styles, COUNT(styles));
}

static void read_aliases(LayoutReader *r, const YamlNode *root, Layout *l) {
    const YamlNode *list =
        layoutread_list(r, root, "aliases", "[l7159, j8159]");
    if (!list)
        return;
    l->naliases = list->n;
    l->aliases = ARENA_ARRAY(r->arena, const char *, list->n);
    for (size_t i = 0; i < list->n; i++)
        l->aliases[i] = layoutread_string(r, list->items[i], "aliases");
}

/* `want` >= 0: the kind it must be. */
static const Layout *parse(Arena *a, const Source *src, const char *name,
                           int want, Diag *diag) {
    LayoutReader r = {a, diag, true};
    const YamlNode *root =
        layoutread_root(&r, src,
                        "a layout is a list of keys; begin with \"kind: "
                        "labels\", \"kind: envelope\" or \"kind: letter\"");
    if (!root)
        return NULL;
    Layout *l = ARENA_NEW(a, Layout);
    l->name = arena_strdup(a, name);
    const YamlNode *kind = layoutread_need(&r, root, "kind");
    size_t k = layoutread_word(&r, kind, "kind", kind_words, COUNT(kind_words));
    if (!r.ok)
        return NULL;
    l->kind = (LayoutKind)k;
    if (want >= 0 && l->kind != (LayoutKind)want) {
        layoutread_fail(&r, kind->span,
                        "this is a layout for %s, and %s is wanted here; name "
                        "another one (`envoi layouts` lists them)",
                        k == LAYOUT_LABELS     ? "labels"
                        : k == LAYOUT_ENVELOPE ? "envelopes"
                                               : "letters",
                        want == LAYOUT_LABELS     ? "one for labels"
                        : want == LAYOUT_ENVELOPE ? "one for envelopes"
                                                  : "one for letters");
        return NULL;
    }
    l->title = layoutread_text(&r, layoutread_need(&r, root, "title"), "title");
    l->source_note = layoutread_text(&r, yaml_get(root, "source"), "source");
    read_aliases(&r, root, l);
    switch (l->kind) {
    case LAYOUT_LABELS:
        layoutread_labels(&r, root, l);
        break;
    case LAYOUT_ENVELOPE:
        read_envelope(&r, root, l);
        break;
    case LAYOUT_LETTER:
        read_letter(&r, root, l);
        break;
    }
    return r.ok && layout_check(l, diag) ? l : NULL;
}

const Layout *layoutfile_parse(Arena *a, const Source *src, const char *name,
                               Diag *diag) {
    return parse(a, src, name, -1, diag);
}

/* ---- finding ---- */

static const Layout *load_path(Arena *a, const char *path, const char *name,
                               int want, Diag *diag) {
    const Source *src;
    if (!source_load(a, path, diag, &src))
        return NULL;
    return parse(a, src, name, want, diag);
}

static const char *folder_of(Arena *a, const char *data_dir, LayoutKind kind) {
    return fs_join(a, fs_join(a, data_dir, "layouts"), kind_folders[kind]);
}

static const char *file_of(Arena *a, const char *data_dir, LayoutKind kind,
                           const char *name) {
    return arena_printf(a, "%s/%s.yaml", folder_of(a, data_dir, kind), name);
}

size_t layoutfile_list(Arena *a, const char *data_dir, LayoutKind kind,
                       Diag *diag, const Layout *const **out) {
    VEC(const Layout *) layouts = {0};
    const char *const *names;
    size_t n = layoutread_names(a, folder_of(a, data_dir, kind), diag, &names);
    for (size_t i = 0; i < n; i++) {
        const Layout *l = load_path(a, file_of(a, data_dir, kind, names[i]),
                                    names[i], (int)kind, diag);
        if (l)
            vec_push(a, &layouts, l);
    }
    *out = layouts.v;
    return layouts.n;
}

/* Names are the same in any case and however their parts are joined: "Avery
 * L7163" is avery-l7163. */
static bool same_name(const char *x, const char *y) {
    static const char joints[] = " -_";
    for (;; x++, y++) {
        x += strspn(x, joints);
        y += strspn(y, joints);
        if (tolower((unsigned char)*x) != tolower((unsigned char)*y))
            return false;
        if (!*x)
            return true;
    }
}

static bool has_alias(const Layout *l, const char *name) {
    for (size_t i = 0; i < l->naliases; i++)
        if (same_name(l->aliases[i], name))
            return true;
    return false;
}

/* `name` in the folder of another kind, to say so. */
static const char *other_kind(Arena *a, const char *data_dir, LayoutKind kind,
                              const char *name) {
    for (size_t k = 0; k < COUNT(kind_names); k++)
        if (k != (size_t)kind &&
            fs_exists(file_of(a, data_dir, (LayoutKind)k, name)))
            return kind_names[k];
    return NULL;
}

/* The digits of a name, without what stands between them. */
static const char *digits_of(Arena *a, const char *name) {
    char *digits = arena_strdup(a, name);
    size_t n = 0;
    for (; *name; name++)
        if (isdigit((unsigned char)*name))
            digits[n++] = *name;
    digits[n] = '\0';
    return digits;
}

/* From so many digits on a name is that of a product: another digit is another
 * sheet of labels, and a guess of it would spoil them; two that changed places
 * are a slip. */
#define PRODUCT_DIGITS 3

static int by_char(const void *x, const void *y) {
    return *(const char *)x - *(const char *)y;
}

static bool same_digits(Arena *a, const char *x, const char *y) {
    char *p = arena_strdup(a, x), *q = arena_strdup(a, digits_of(a, y));
    qsort(p, strlen(p), 1, by_char);
    qsort(q, strlen(q), 1, by_char);
    return strcmp(p, q) == 0;
}

static const char *guess_name(Arena *a, const char *name,
                              const Layout *const *all, size_t n) {
    VEC(const char *) names = {0};
    const char *digits = digits_of(a, name);
    bool product = strlen(digits) >= PRODUCT_DIGITS;
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k <= all[i]->naliases; k++) {
            const char *one = k ? all[i]->aliases[k - 1] : all[i]->name;
            if (!product || same_digits(a, digits, one))
                vec_push(a, &names, one);
        }
    }
    return diag_did_you_mean(name, strlen(name), names.v, names.n);
}

/* "`envoi layouts --search 4614` also looks ..." where the name is that of a
 * product and `labels` may be meant. */
static const char *search_advice(Arena *a, bool labels, const char *name) {
    const char *digits = digits_of(a, name);
    if (!labels || strlen(digits) < PRODUCT_DIGITS)
        return "`envoi layouts` lists them";
    return arena_printf(a,
                        "`envoi layouts --search %s` also looks among the "
                        "sheets of gLabels and LibreOffice",
                        digits);
}

/* A wrong name on the command line is wrong usage, one in a file is a mistake
 * in that file. */
static DiagLevel level_at(Span where) {
    return where.src ? DIAG_ERROR : DIAG_USAGE;
}

static size_t errors(const Diag *diag) {
    return diag_count(diag, DIAG_ERROR) + diag_count(diag, DIAG_USAGE) +
           diag_count(diag, DIAG_SYSTEM);
}

static void report_unknown(Arena *a, const char *data_dir, LayoutKind kind,
                           const char *name, Span where,
                           const Layout *const *all, size_t n, Diag *diag) {
    const char *other = other_kind(a, data_dir, kind, name);
    const char *guess = guess_name(a, name, all, n);
    if (other)
        diag_at(diag, level_at(where), where,
                "\"%s\" is not a layout of this kind (%s) but of another "
                "(%s); `envoi layouts` lists them",
                name, kind_names[kind], other);
    else if (guess)
        diag_at(diag, level_at(where), where,
                "no %s layout is called \"%s\"; did you mean \"%s\"?",
                kind_names[kind], name, guess);
    else
        diag_at(diag, level_at(where), where,
                "no %s layout is called \"%s\"; %s, a file of your own must "
                "end in .yaml",
                kind_names[kind], name,
                search_advice(a, kind == LAYOUT_LABELS, name));
}

/* The one among `all` that is called `name`, by its own name before an alias;
 * NULL if none is. Two that have the same alias are an error. */
static const Layout *called(const Layout *const *all, size_t n,
                            const char *name, Span where, Diag *diag) {
    const Layout *found = NULL;
    for (size_t i = 0; i < n; i++)
        if (same_name(all[i]->name, name))
            return all[i];
    for (size_t i = 0; i < n; i++) {
        if (!has_alias(all[i], name))
            continue;
        if (found) {
            diag_at(diag, level_at(where), where,
                    "\"%s\" may be %s (%.*s) or %s (%.*s); write which", name,
                    found->name, (int)found->title.n, found->title.s,
                    all[i]->name, (int)all[i]->title.n, all[i]->title.s);
            return NULL;
        }
        found = all[i];
    }
    return found;
}

bool layoutfile_is_path(const char *name) {
    return strchr(name, '/') || fs_ends_in(name, ".yaml");
}

const Layout *layoutfile_load(Arena *a, const char *data_dir, LayoutKind kind,
                              const char *name, Span where, Diag *diag) {
    if (layoutother_is_name(name) && kind == LAYOUT_LABELS)
        return layoutother_load(a, data_dir, name, where, diag);
    if (layoutother_is_name(name)) {
        diag_at(diag, level_at(where), where,
                "\"%s\" is a sheet of labels, and %s is wanted here; `envoi "
                "layouts` lists them",
                name, kind == LAYOUT_LETTER ? "a letter" : "an envelope");
        return NULL;
    }
    if (layoutfile_is_path(name) && where.src && !fs_exists(name)) {
        diag_at(diag, DIAG_ERROR, where, "there is no file %s", name);
        return NULL;
    }
    if (layoutfile_is_path(name))
        return load_path(a, name, name, (int)kind, diag);
    const char *path = file_of(a, data_dir, kind, name);
    if (name[0] && fs_exists(path))
        return load_path(a, path, name, (int)kind, diag);
    const Layout *const *all;
    size_t before = errors(diag);
    size_t n = layoutfile_list(a, data_dir, kind, diag, &all);
    const Layout *found = called(all, n, name, where, diag);
    if (!found && errors(diag) == before)
        report_unknown(a, data_dir, kind, name, where, all, n, diag);
    return found;
}

const Layout *layoutfile_find(Arena *a, const char *data_dir, const char *name,
                              Diag *diag) {
    if (layoutother_is_name(name))
        return layoutother_load(a, data_dir, name, (Span){0}, diag);
    if (layoutfile_is_path(name))
        return load_path(a, name, name, -1, diag);
    for (size_t k = 0; name[0] && k < COUNT(kind_names); k++) {
        const char *path = file_of(a, data_dir, (LayoutKind)k, name);
        if (fs_exists(path))
            return load_path(a, path, name, (int)k, diag);
    }
    VEC(const Layout *) every = {0};
    size_t before = errors(diag);
    for (size_t k = 0; k < COUNT(kind_names); k++) {
        const Layout *const *all;
        size_t n = layoutfile_list(a, data_dir, (LayoutKind)k, diag, &all);
        const Layout *found = called(all, n, name, (Span){0}, diag);
        if (found || errors(diag) > before)
            return found;
        for (size_t i = 0; i < n; i++)
            vec_push(a, &every, all[i]);
    }
    const char *guess = guess_name(a, name, every.v, every.n);
    if (guess)
        diag_file(diag, DIAG_USAGE, NULL,
                  "no layout is called \"%s\"; did you mean \"%s\"?", name,
                  guess);
    else
        diag_file(diag, DIAG_USAGE, NULL,
                  "no layout is called \"%s\"; `envoi layouts` lists them, a "
                  "file of your own must end in .yaml",
                  name);
    return NULL;
}
