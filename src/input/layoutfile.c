#include "input/layoutfile.h"

#include "input/layoutdesign.h"
#include "input/layoutread.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* By LayoutKind. */
static const char *const kind_words[] = {"labels", "envelope", "letter"};

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

const Layout *layoutread_layout(Arena *a, const Source *src, const char *name,
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
    return layoutread_layout(a, src, name, -1, diag);
}
