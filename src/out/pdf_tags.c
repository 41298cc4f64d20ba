#include "out/pdf_tags.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* Pages in one leaf of the parent tree. */
#define LEAF_PAGES 64

typedef struct TagPage {
    uint32_t id;    /* of the page object */
    uint32_t first; /* index of its first mark */
} TagPage;

struct Tags {
    const DisplayTags *table;
    const char *lang;
    Objects *o;
    uint32_t root;     /* object of the StructTreeRoot */
    uint32_t document; /* object of its one kid */
    uint32_t *marks;   /* tag of each sequence since the last flush, in painting
                          order */
    uint32_t nmarks, cap;
    TagPage *pages; /* since the last flush */
    uint32_t npages, pages_cap;
    uint32_t before; /* pages before those */
    Buf kids;        /* of the document: elements written so far */
    Buf leaf;        /* parent tree: entries of the leaf that is not full */
    uint32_t leaf_first, leaf_pages;
    Buf leaves; /* leaves written so far */
};

Tags *tags_new(const DisplayTags *table, const char *lang, Objects *o) {
    Tags *t = calloc(1, sizeof *t);
    if (!t)
        oom();
    t->table = table;
    t->lang = lang;
    t->o = o;
    t->root = objects_reserve(o);
    t->document = objects_reserve(o);
    return t;
}

void tags_free(Tags *t) {
    if (!t)
        return;
    free(t->marks);
    free(t->pages);
    buf_free(&t->kids);
    buf_free(&t->leaf);
    buf_free(&t->leaves);
    free(t);
}

static void *grown(void *v, uint32_t *cap, size_t size) {
    *cap = *cap ? *cap * 2 : 64;
    v = realloc(v, *cap * size);
    if (!v)
        oom();
    return v;
}

void tags_page(Tags *t, uint32_t page_id) {
    if (t->npages == t->pages_cap)
        t->pages = grown(t->pages, &t->pages_cap, sizeof *t->pages);
    t->pages[t->npages++] = (TagPage){page_id, t->nmarks};
}

uint32_t tags_mark(Tags *t, uint32_t tag) {
    assert(t->npages && tag < t->table->tags.n);
    if (t->nmarks == t->cap)
        t->marks = grown(t->marks, &t->cap, sizeof *t->marks);
    t->marks[t->nmarks] = tag;
    return t->nmarks++ - t->pages[t->npages - 1].first;
}

static const DisplayTag *tag_at(const Tags *t, uint32_t tag) {
    return &t->table->tags.v[tag];
}

bool tags_is_artifact(const Tags *t, uint32_t tag) {
    return tag >= t->table->tags.n || tag_at(t, tag)->role == ROLE_ARTIFACT;
}

const char *tags_lang(const Tags *t, uint32_t tag) {
    while (tag < t->table->tags.n) {
        const DisplayTag *d = tag_at(t, tag);
        if (d->lang && *d->lang)
            return d->lang;
        tag = d->parent;
    }
    return t->lang;
}

void tags_put_lang(Buf *out, const char *lang) {
    buf_puts(out, "/Lang(");
    for (; *lang; lang++)
        if (*lang == '-' || (*lang >= '0' && *lang <= '9') ||
            (*lang >= 'A' && *lang <= 'Z') || (*lang >= 'a' && *lang <= 'z'))
            buf_putc(out, *lang);
    buf_putc(out, ')');
}

/* ISO 32000-1, 14.8.4. */
const char *tags_type(const Tags *t, uint32_t tag) {
    switch (tag_at(t, tag)->role) {
    case ROLE_ARTIFACT:
        return "Artifact";
    case ROLE_DOCUMENT: /* there is one around all, see tags_finish */
    case ROLE_PART:
        return "Part";
    case ROLE_P:
        return "P";
    case ROLE_H1:
        return "H1";
    case ROLE_H2:
        return "H2";
    case ROLE_H3:
        return "H3";
    case ROLE_LIST:
        return "L";
    case ROLE_ITEM:
        return "LI";
    case ROLE_ITEM_LABEL:
        return "Lbl";
    case ROLE_ITEM_BODY:
        return "LBody";
    case ROLE_QUOTE:
        return "BlockQuote";
    case ROLE_FIGURE:
        return "Figure";
    case ROLE_NOTE:
        return "Note";
    case ROLE_TABLE:
        return "Table";
    case ROLE_ROW:
        return "TR";
    case ROLE_HEADER_CELL:
        return "TH";
    case ROLE_CELL:
        return "TD";
    case ROLE_LINK:
        return "Link";
    }
    return "Span";
}

/* A kid of an element: a sequence on a page, or another element. `at` is the
 * first mark painted for it, which gives the order. */
typedef struct Kid {
    uint32_t at;
    uint32_t tag;  /* of a child element, DISPLAY_NO_TAG for a sequence */
    uint32_t page; /* of a sequence */
} Kid;

typedef struct Tree {
    uint32_t ntags;
    uint32_t *ids;   /* object of each tag's element, 0: left out */
    uint32_t *first; /* first mark of each tag and of all below it */
    uint32_t *start; /* kids of tag i: [start[i], start[i + 1]); those of the
                        root come last */
    Kid *kids;
} Tree;

/* The tag whose element a tag's element hangs under; ntags for the root. */
static uint32_t parent_of(const Tags *t, uint32_t tag) {
    uint32_t parent = tag_at(t, tag)->parent;
    return parent == DISPLAY_NO_TAG ? (uint32_t)t->table->tags.n : parent;
}

/* A tag stands behind its parent in the table (display_tag), so one pass from
 * the end carries the first mark up. */
static void find_first(const Tags *t, Tree *tree) {
    memset(tree->first, 0xFF, tree->ntags * sizeof *tree->first);
    for (uint32_t i = t->nmarks; i-- > 0;)
        tree->first[t->marks[i]] = i;
    for (uint32_t i = tree->ntags; i-- > 0;) {
        uint32_t parent = parent_of(t, i);
        if (parent < tree->ntags && tree->first[i] < tree->first[parent])
            tree->first[parent] = tree->first[i];
    }
}

static int by_place(const void *a, const void *b) {
    const Kid *x = a, *y = b;
    return (x->at > y->at) - (x->at < y->at);
}

/* Counting sort of all kids by their parent, then each parent's by place. */
static void gather_kids(const Tags *t, Tree *tree) {
    uint32_t *count = tree->start + 1;
    for (uint32_t i = 0; i < t->nmarks; i++)
        count[t->marks[i]]++;
    for (uint32_t i = 0; i < tree->ntags; i++)
        count[parent_of(t, i)] += tree->ids[i] != 0;
    for (uint32_t i = 0; i <= tree->ntags; i++)
        count[i] += tree->start[i];

    uint32_t *next = malloc((tree->ntags + 1) * sizeof *next);
    tree->kids = calloc(tree->start[tree->ntags + 1] + 1, sizeof(Kid));
    if (!next || !tree->kids)
        oom();
    memcpy(next, tree->start, (tree->ntags + 1) * sizeof *next);
    for (uint32_t page = 0; page < t->npages; page++) {
        uint32_t end =
            page + 1 < t->npages ? t->pages[page + 1].first : t->nmarks;
        for (uint32_t i = t->pages[page].first; i < end; i++)
            tree->kids[next[t->marks[i]]++] = (Kid){i, DISPLAY_NO_TAG, page};
    }
    for (uint32_t i = 0; i < tree->ntags; i++)
        if (tree->ids[i])
            tree->kids[next[parent_of(t, i)]++] = (Kid){tree->first[i], i, 0};
    for (uint32_t i = 0; i <= tree->ntags; i++)
        if (next[i] > tree->start[i] + 1)
            qsort(tree->kids + tree->start[i], next[i] - tree->start[i],
                  sizeof(Kid), by_place);
    free(next);
}

static void put_ref(Buf *out, const char *before, uint32_t id) {
    buf_puts(out, before);
    buf_number(out, id);
    buf_puts(out, " 0 R");
}

static void put_kid(const Tags *t, const Tree *tree, const Kid *k,
                    uint32_t page, Buf *out) {
    uint32_t mcid = k->at - t->pages[k->page].first;
    if (k->tag != DISPLAY_NO_TAG)
        put_ref(out, "", tree->ids[k->tag]);
    else if (k->page == page)
        buf_number(out, mcid);
    else
        buf_printf(out, "<</Type/MCR/Pg %u 0 R/MCID %u>>", t->pages[k->page].id,
                   mcid);
}

/* One needs no array. */
static void put_kids(const Tags *t, const Tree *tree, uint32_t tag,
                     uint32_t page, Buf *out) {
    uint32_t first = tree->start[tag], end = tree->start[tag + 1];
    buf_puts(out, end - first == 1 ? "/K " : "/K[");
    for (uint32_t i = first; i < end; i++) {
        if (i > first)
            buf_putc(out, ' ');
        put_kid(t, tree, &tree->kids[i], page, out);
    }
    if (end - first != 1)
        buf_putc(out, ']');
}

/* An element's own /Pg: that of its first sequence; sequences on other pages
 * name theirs. UINT32_MAX: it has none. */
static uint32_t page_of(const Tree *tree, uint32_t tag) {
    for (uint32_t i = tree->start[tag]; i < tree->start[tag + 1]; i++)
        if (tree->kids[i].tag == DISPLAY_NO_TAG)
            return tree->kids[i].page;
    return UINT32_MAX;
}

static void write_element(const Tags *t, const Tree *tree, uint32_t tag) {
    Objects *o = t->o;
    const DisplayTag *d = tag_at(t, tag);
    uint32_t parent = parent_of(t, tag);
    Buf e = {0};
    uint32_t page = page_of(tree, tag);
    buf_puts(&e, d->alt ? "/S/" : "<</S/");
    buf_puts(&e, tags_type(t, tag));
    put_ref(&e, "/P ", parent < tree->ntags ? tree->ids[parent] : t->document);
    if (page != UINT32_MAX)
        put_ref(&e, "/Pg ", t->pages[page].id);
    const char *lang = tags_lang(t, tag);
    if (*lang && strcmp(lang, tags_lang(t, d->parent)) != 0)
        tags_put_lang(&e, lang);
    put_kids(t, tree, tag, page, &e);
    if (d->alt) {
        PdfDict *dict = dict_new(o);
        dict_text(o, dict, "Alt", d->alt);
        dict_raw(o, dict, &e);
        objects_write(o, tree->ids[tag], dict);
        return;
    }
    buf_puts(&e, ">>");
    objects_write_raw(o, tree->ids[tag], &e);
    buf_free(&e);
}

/* ---- the parent tree: for each page the elements of its sequences by MCID
 * (14.7.4.4) ---- */

static void end_leaf(Tags *t) {
    if (t->leaf_pages == 0)
        return;
    Buf b = {0};
    buf_printf(&b, "/Limits [%u %u]\n/Nums [", t->leaf_first,
               t->leaf_first + t->leaf_pages - 1);
    buf_add(&b, t->leaf.s, t->leaf.n);
    buf_putc(&b, ']');
    uint32_t id = objects_reserve(t->o);
    PdfDict *leaf = dict_new(t->o);
    dict_raw(t->o, leaf, &b);
    objects_write(t->o, id, leaf);
    buf_printf(&t->leaves, " %u 0 R", id);
    buf_clear(&t->leaf);
    t->leaf_first += t->leaf_pages;
    t->leaf_pages = 0;
}

static void add_to_leaf(Tags *t, const Tree *tree, uint32_t page) {
    uint32_t last = page + 1 < t->npages ? t->pages[page + 1].first : t->nmarks;
    buf_number(&t->leaf, t->before + page);
    buf_putc(&t->leaf, '[');
    for (uint32_t i = t->pages[page].first; i < last; i++)
        put_ref(&t->leaf, " ", tree->ids[t->marks[i]]);
    buf_puts(&t->leaf, "]\n");
    if (++t->leaf_pages == LEAF_PAGES)
        end_leaf(t);
}

void tags_flush(Tags *t) {
    uint32_t n = (uint32_t)t->table->tags.n;
    Tree tree = {.ntags = n};
    tree.ids = calloc(n + 1, sizeof *tree.ids);
    tree.first = calloc(n + 1, sizeof *tree.first);
    tree.start = calloc(n + 2, sizeof *tree.start);
    if (!tree.ids || !tree.first || !tree.start)
        oom();
    find_first(t, &tree);
    for (uint32_t i = 0; i < n; i++)
        if (tree.first[i] != UINT32_MAX)
            tree.ids[i] = objects_reserve(t->o);
    gather_kids(t, &tree);
    for (uint32_t i = 0; i < n; i++)
        if (tree.ids[i])
            write_element(t, &tree, i);
    for (uint32_t i = tree.start[n]; i < tree.start[n + 1]; i++)
        put_ref(&t->kids, " ", tree.ids[tree.kids[i].tag]);
    for (uint32_t page = 0; page < t->npages; page++)
        add_to_leaf(t, &tree, page);
    t->before += t->npages;
    t->npages = t->nmarks = 0;
    free(tree.ids);
    free(tree.first);
    free(tree.start);
    free(tree.kids);
}

static uint32_t write_parent_tree(Tags *t) {
    Buf b = {0};
    end_leaf(t);
    buf_puts(&b, "/Kids [");
    buf_add(&b, t->leaves.s, t->leaves.n);
    buf_putc(&b, ']');
    PdfDict *d = dict_new(t->o);
    dict_raw(t->o, d, &b);
    uint32_t id = objects_reserve(t->o);
    objects_write(t->o, id, d);
    return id;
}

uint32_t tags_finish(Tags *t) {
    tags_flush(t);
    PdfDict *document = dict_new(t->o);
    dict_name(t->o, document, "S", "Document");
    dict_ref(t->o, document, "P", t->root);
    Buf kids = {0};
    buf_puts(&kids, "/K [");
    buf_add(&kids, t->kids.s, t->kids.n);
    buf_putc(&kids, ']');
    dict_raw(t->o, document, &kids);
    objects_write(t->o, t->document, document);
    PdfDict *root = dict_new(t->o);
    dict_name(t->o, root, "Type", "StructTreeRoot");
    dict_ref(t->o, root, "K", t->document);
    dict_ref(t->o, root, "ParentTree", write_parent_tree(t));
    dict_int(t->o, root, "ParentTreeNextKey", (int32_t)t->before);
    objects_write(t->o, t->root, root);
    return t->root;
}
