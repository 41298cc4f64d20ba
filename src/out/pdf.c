#include "out/pdf.h"

#include <stdlib.h>
#include <string.h>

#include "out/pdf_image.h"
#include "out/pdf_outline.h"
#include "out/pdf_text.h"

/* Kids of one node of the page tree: a reader finds page 100,000 in three
 * steps. */
#define NODE_KIDS 64
/* Forms in forms; a form that held itself would never end. */
#define FORM_DEPTH 8

/* A form or an image that has been placed. */
typedef struct PdfXObject {
    const void *what; /* NULL: an empty place in the table */
    uint32_t number;  /* of the resource name */
    uint32_t id;      /* object */
} PdfXObject;

struct Pdf {
    Objects *o;
    PdfFonts *fonts;
    Tags *tags; /* NULL: the document is not tagged */
    char *lang, *title;
    bool duplex, reversed;
    Content *page;
    uint32_t resources; /* object, shared by all pages and forms */
    uint32_t *pages;    /* object of each page */
    uint32_t *nodes;    /* object of each lowest node of the page tree */
    size_t npages, pages_cap, nnodes, nodes_cap;
    Bookmark *bookmarks;
    size_t nbookmarks, bookmarks_cap;
    Len w, h;             /* of the last page */
    PdfXObject *xobjects; /* hash table by address, a power of 2 in size; only
                             looked up, never walked, so that addresses stay
                             out of the bytes */
    size_t xobjects_cap;
    uint32_t *xobject_ids; /* by number */
    size_t nxobjects, xobject_ids_cap;
};

static char *copy(const char *s) {
    char *own = s ? strdup(s) : NULL;
    if (s && !own)
        oom();
    return own;
}

Pdf *pdf_open(const char *path, const PdfOptions *opt, Diag *diag) {
    Objects *o = objects_new(path, opt->before, diag);
    if (!o)
        return NULL;
    Pdf *pdf = calloc(1, sizeof *pdf);
    if (!pdf)
        oom();
    pdf->o = o;
    pdf->fonts = fonts_new(o);
    pdf->lang = copy(opt->lang ? opt->lang : "");
    pdf->title = copy(opt->title && *opt->title ? opt->title : NULL);
    pdf->duplex = opt->duplex;
    pdf->reversed = opt->reversed;
    pdf->tags = opt->tags ? tags_new(opt->tags, pdf->lang, o) : NULL;
    pdf->page = content_new();
    pdf->resources = objects_reserve(o);
    return pdf;
}

void pdf_abandon(Pdf *pdf) {
    if (!pdf)
        return;
    objects_free(pdf->o);
    fonts_free(pdf->fonts);
    tags_free(pdf->tags);
    content_free(pdf->page);
    free(pdf->lang);
    free(pdf->title);
    free(pdf->pages);
    free(pdf->nodes);
    free(pdf->bookmarks);
    free(pdf->xobjects);
    free(pdf->xobject_ids);
    free(pdf);
}

size_t pdf_pages(const Pdf *pdf) {
    return pdf->npages;
}

size_t pdf_bytes(const Pdf *pdf) {
    return objects_tell(pdf->o);
}

const FsOut *pdf_file(const Pdf *pdf) {
    return objects_file(pdf->o);
}

void pdf_bookmark(Pdf *pdf, size_t number, size_t page) {
    if (pdf->nbookmarks == pdf->bookmarks_cap) {
        pdf->bookmarks_cap = pdf->bookmarks_cap ? pdf->bookmarks_cap * 2 : 64;
        pdf->bookmarks = realloc(pdf->bookmarks,
                                 pdf->bookmarks_cap * sizeof *pdf->bookmarks);
        if (!pdf->bookmarks)
            oom();
    }
    pdf->bookmarks[pdf->nbookmarks++] =
        (Bookmark){(uint32_t)number, (uint32_t)page};
}

static void add_id(uint32_t **v, size_t *n, size_t *cap, uint32_t id) {
    if (*n == *cap) {
        *cap = *cap ? *cap * 2 : 64;
        *v = realloc(*v, *cap * sizeof **v);
        if (!*v)
            oom();
    }
    (*v)[(*n)++] = id;
}

/* ---- forms and images ---- */

/* The place of `what` in the table, empty if it is new. */
static PdfXObject *xobject_place(PdfXObject *table, size_t cap,
                                 const void *what) {
    size_t at = ((uintptr_t)what >> 4) * 0x9E3779B97F4A7C15u >> 20;
    while (table[at & (cap - 1)].what && table[at & (cap - 1)].what != what)
        at++;
    return &table[at & (cap - 1)];
}

static void grow_xobjects(Pdf *pdf) {
    size_t cap = pdf->xobjects_cap ? pdf->xobjects_cap * 2 : 16;
    PdfXObject *table = calloc(cap, sizeof *table);
    if (!table)
        oom();
    for (size_t i = 0; i < pdf->xobjects_cap; i++)
        if (pdf->xobjects[i].what)
            *xobject_place(table, cap, pdf->xobjects[i].what) =
                pdf->xobjects[i];
    free(pdf->xobjects);
    pdf->xobjects = table;
    pdf->xobjects_cap = cap;
}

/* The entry for a form or image; true if it is new, and must be written. */
static bool xobject_find(Pdf *pdf, const void *what, PdfXObject *out) {
    if (pdf->nxobjects * 2 >= pdf->xobjects_cap)
        grow_xobjects(pdf);
    PdfXObject *x = xobject_place(pdf->xobjects, pdf->xobjects_cap, what);
    bool is_new = !x->what;
    if (is_new) {
        *x = (PdfXObject){what, (uint32_t)pdf->nxobjects,
                          objects_reserve(pdf->o)};
        add_id(&pdf->xobject_ids, &pdf->nxobjects, &pdf->xobject_ids_cap,
               x->id);
    }
    *out = *x;
    return is_new;
}

static bool paint_items(Pdf *pdf, Content *c, const DisplayItems *items,
                        const char *lang, int depth);

/* Write a form as an XObject (8.10), before the page that places it. Its box
 * only clips, so it is wider than the form: ink may reach over a line's
 * ascent, and a Tibetan stack does. `lang` is that of its first place. */
static bool write_form(Pdf *pdf, const DisplayForm *form, uint32_t id,
                       const char *lang, int depth) {
    const Len margin = 72 * LEN_PT;
    Content *c = content_new();
    content_begin(c, form->h, NULL, lang);
    bool ok = paint_items(pdf, c, &form->items, lang, depth + 1);
    if (ok) {
        PdfDict *d = dict_new(pdf->o);
        dict_name(pdf->o, d, "Type", "XObject");
        dict_name(pdf->o, d, "Subtype", "Form");
        dict_rect(pdf->o, d, "BBox", -margin, -margin, form->w + margin,
                  form->h + margin);
        dict_ref(pdf->o, d, "Resources", pdf->resources);
        const Buf *bytes = content_end(c);
        objects_stream(pdf->o, id, d, bytes->s, bytes->n);
    }
    content_free(c);
    return ok;
}

static bool paint_form(Pdf *pdf, Content *c, const DisplayItem *i,
                       const char *lang, int depth) {
    PdfXObject x;
    if (pdf->tags && depth == 0)
        lang = tags_lang(pdf->tags, i->tag);
    if (depth == FORM_DEPTH) {
        objects_fail(pdf->o, "internal: forms nested %d deep", depth);
        return false;
    }
    if (xobject_find(pdf, i->u.form, &x) &&
        !write_form(pdf, i->u.form, x.id, lang, depth))
        return false;
    content_mark(c, (ContentMark){.tag = i->tag});
    content_form(c, x.number, i->x, i->y, i->u.form->h, i->turn);
    return true;
}

static void paint_image(Pdf *pdf, Content *c, const DisplayItem *i) {
    PdfXObject x;
    if (xobject_find(pdf, i->u.image.image, &x))
        image_write(pdf->o, x.id, i->u.image.image);
    content_mark(c, (ContentMark){.tag = i->tag});
    content_image(c, x.number, i->x, i->y, i->u.image.w, i->u.image.h, i->turn);
}

/* ---- pages ---- */

static bool paint_item(Pdf *pdf, Content *c, const DisplayItem *i,
                       const char *lang, int depth) {
    switch (i->kind) {
    case DISPLAY_GLYPHS:
        return text_paint(c, pdf->fonts, pdf->o, i->tag, i->u.glyphs.run,
                          i->u.glyphs.from, i->u.glyphs.to, i->x, i->y,
                          i->turn);
    case DISPLAY_RECT:
        content_mark(c, (ContentMark){.tag = i->tag});
        content_rect(c, i->x, i->y, i->u.rect.w, i->u.rect.h, i->u.rect.colour);
        return true;
    case DISPLAY_LINE:
        content_mark(c, (ContentMark){.tag = i->tag});
        content_line(c, i->x, i->y, i->u.line.x2, i->u.line.y2, i->u.line.width,
                     i->u.line.dash, i->u.line.gray);
        return true;
    case DISPLAY_FORM:
        return paint_form(pdf, c, i, lang, depth);
    case DISPLAY_IMAGE:
        paint_image(pdf, c, i);
        return true;
    }
    objects_fail(pdf->o, "internal: a display item of kind %d", (int)i->kind);
    return false;
}

static bool paint_items(Pdf *pdf, Content *c, const DisplayItems *items,
                        const char *lang, int depth) {
    for (size_t i = 0; i < items->n; i++)
        if (!paint_item(pdf, c, &items->v[i], lang, depth))
            return false;
    return true;
}

/* The lowest node of the page tree that the next page hangs under. */
static uint32_t next_node(Pdf *pdf) {
    if (pdf->npages % NODE_KIDS == 0)
        add_id(&pdf->nodes, &pdf->nnodes, &pdf->nodes_cap,
               objects_reserve(pdf->o));
    return pdf->nodes[pdf->nnodes - 1];
}

static void put_number(Buf *out, const char *key, uint64_t value) {
    buf_puts(out, key);
    buf_number(out, value);
}

/* Of 1/100,000 pt. */
static void put_points(Buf *out, Len len) {
    buf_fixed(out, ((int64_t)len * 100000 + LEN_PT / 2) / LEN_PT, 5);
}

/* 14.11.2: paper, what is shown and what is printed are one. */
static void put_boxes(Buf *out, Len w, Len h) {
    static const char *const keys[] = {"/MediaBox[0 0 ", "/CropBox[0 0 ",
                                       "/TrimBox[0 0 "};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        buf_puts(out, keys[i]);
        put_points(out, w);
        buf_putc(out, ' ');
        put_points(out, h);
        buf_putc(out, ']');
    }
}

/* In bytes, not through libharu: there is one for each letter of a mailing. */
static void write_page(Pdf *pdf, const DisplayPage *page, uint32_t id) {
    Objects *o = pdf->o;
    uint32_t contents = objects_reserve(o);
    const Buf *bytes = content_end(pdf->page);
    Buf d = {0};
    objects_stream(o, contents, NULL, bytes->s, bytes->n);
    put_number(&d, "<</Type/Page/Parent ", next_node(pdf));
    put_number(&d, " 0 R/Resources ", pdf->resources);
    buf_puts(&d, " 0 R");
    put_boxes(&d, page->w, page->h);
    put_number(&d, "/Contents ", contents);
    buf_puts(&d, " 0 R");
    if (pdf->tags) {
        put_number(&d, "/StructParents ", pdf->npages);
        buf_puts(&d, "/Tabs/S");
    }
    buf_puts(&d, ">>");
    objects_write_raw(o, id, &d);
    buf_free(&d);
    add_id(&pdf->pages, &pdf->npages, &pdf->pages_cap, id);
    pdf->w = page->w;
    pdf->h = page->h;
}

static bool add_page(Pdf *pdf, const DisplayPage *page) {
    uint32_t id = objects_reserve(pdf->o);
    if (pdf->tags)
        tags_page(pdf->tags, id);
    content_begin(pdf->page, page->h, pdf->tags, pdf->lang);
    content_of_page(pdf->page);
    if (page->stretch_across)
        content_stretch(pdf->page, page->w, page->stretch_across,
                        page->stretch_down);
    if (!paint_items(pdf, pdf->page, &page->items, pdf->lang, 0))
        return false;
    write_page(pdf, page, id);
    return !objects_failed(pdf->o);
}

bool pdf_page(Pdf *pdf, const DisplayPage *page) {
    if (objects_failed(pdf->o))
        return false;
    if (page->w <= 0 || page->h <= 0) {
        objects_fail(pdf->o, "internal: a page of %.3f by %.3f mm",
                     len_mm(page->w), len_mm(page->h));
        return false;
    }
    if (pdf->duplex && page->front && pdf->npages % 2 == 1) {
        DisplayPage back = {.w = pdf->w, .h = pdf->h};
        if (!add_page(pdf, &back))
            return false;
    }
    return add_page(pdf, page);
}

void pdf_tags_done(Pdf *pdf) {
    if (pdf->tags && !objects_failed(pdf->o))
        tags_flush(pdf->tags);
}

/* ---- the end ---- */

/* One node over kids [from, to) of a level below; `count` pages are under it.
 */
static void write_node(Pdf *pdf, uint32_t id, uint32_t parent,
                       const uint32_t *kids, size_t n, size_t count) {
    Objects *o = pdf->o;
    PdfDict *d = dict_new(o);
    dict_name(o, d, "Type", "Pages");
    if (parent)
        dict_ref(o, d, "Parent", parent);
    PdfArray *list = array_new(o);
    for (size_t i = 0; i < n; i++)
        array_ref(o, list, kids[pdf->reversed ? n - 1 - i : i]);
    dict_array(o, d, "Kids", list);
    dict_int(o, d, "Count", (int32_t)count);
    objects_write(o, id, d);
}

/* The page tree (7.7.3) from the bottom up. The lowest nodes have their numbers
 * already; each further level has one node for NODE_KIDS of the level below,
 * appended to `nodes`. `span`: pages under one kid. Returns the root. */
static uint32_t write_page_tree(Pdf *pdf) {
    const size_t npages = pdf->npages;
    size_t kid = 0, nkids = npages, first = 0, span = 1;
    for (;;) {
        const size_t above = pdf->nnodes, n = above - first;
        for (size_t i = 0; n > 1 && i < n; i += NODE_KIDS)
            add_id(&pdf->nodes, &pdf->nnodes, &pdf->nodes_cap,
                   objects_reserve(pdf->o));
        const uint32_t *kids = span == 1 ? pdf->pages : pdf->nodes + kid;
        for (size_t i = 0; i < n; i++) {
            size_t from = i * NODE_KIDS;
            size_t to = from + NODE_KIDS < nkids ? from + NODE_KIDS : nkids;
            size_t end = to * span < npages ? to * span : npages;
            write_node(pdf, pdf->nodes[first + i],
                       n > 1 ? pdf->nodes[above + i / NODE_KIDS] : 0,
                       kids + from, to - from, end - from * span);
        }
        if (n == 1)
            return pdf->nodes[first];
        kid = first;
        first = above;
        nkids = n;
        span *= NODE_KIDS;
    }
}

static void write_resources(Pdf *pdf) {
    Buf b = {0};
    buf_puts(&b, "/Font <<\n");
    fonts_write(pdf->fonts, &b);
    buf_puts(&b, ">>\n/XObject <<\n");
    for (size_t i = 0; i < pdf->nxobjects; i++)
        buf_printf(&b, "/X%zu %u 0 R\n", i, pdf->xobject_ids[i]);
    buf_puts(&b, ">>");
    PdfDict *d = dict_new(pdf->o);
    dict_raw(pdf->o, d, &b);
    objects_write(pdf->o, pdf->resources, d);
}

static void put_xml(Buf *out, const char *utf8) {
    for (; *utf8; utf8++)
        switch (*utf8) {
        case '&':
            buf_puts(out, "&amp;");
            break;
        case '<':
            buf_puts(out, "&lt;");
            break;
        case '>':
            buf_puts(out, "&gt;");
            break;
        default:
            buf_putc(out, *utf8);
        }
}

/* The title as XMP (14.3.2), which needs no Info dictionary and no dates. */
static uint32_t write_metadata(Pdf *pdf) {
    Buf b = {0};
    buf_puts(&b, "<?xpacket begin=\"\xEF\xBB\xBF\" "
                 "id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                 "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                 "<rdf:RDF xmlns:rdf="
                 "\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                 "<rdf:Description rdf:about=\"\" "
                 "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
                 "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">");
    put_xml(&b, pdf->title);
    buf_puts(&b, "</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF>"
                 "</x:xmpmeta>\n<?xpacket end=\"r\"?>");
    PdfDict *d = dict_new(pdf->o);
    dict_name(pdf->o, d, "Type", "Metadata");
    dict_name(pdf->o, d, "Subtype", "XML");
    uint32_t id = objects_reserve(pdf->o);
    objects_plain_stream(pdf->o, id, d, b.s, b.n);
    buf_free(&b);
    return id;
}

/* 12.2: how it wants to be printed. */
static PdfDict *viewer_preferences(const Pdf *pdf) {
    PdfDict *d = dict_new(pdf->o);
    dict_name(pdf->o, d, "PrintScaling", "None");
    dict_bool(pdf->o, d, "PickTrayByPDFSize", true);
    dict_name(pdf->o, d, "Duplex",
              pdf->duplex ? "DuplexFlipLongEdge" : "Simplex");
    if (pdf->title)
        dict_bool(pdf->o, d, "DisplayDocTitle", true);
    return d;
}

static uint32_t write_catalog(Pdf *pdf) {
    Objects *o = pdf->o;
    PdfDict *d = dict_new(o);
    dict_name(o, d, "Type", "Catalog");
    dict_ref(o, d, "Pages", write_page_tree(pdf));
    if (*pdf->lang)
        dict_string(o, d, "Lang", pdf->lang);
    dict_dict(o, d, "ViewerPreferences", viewer_preferences(pdf));
    if (pdf->nbookmarks > 0) {
        dict_ref(o, d, "Outlines",
                 outline_write(o, pdf->bookmarks, pdf->nbookmarks, pdf->pages));
        dict_ref(o, d, "PageLabels",
                 pagelabels_write(o, pdf->bookmarks, pdf->nbookmarks));
    }
    if (pdf->title)
        dict_ref(o, d, "Metadata", write_metadata(pdf));
    if (pdf->tags) {
        PdfDict *info = dict_new(o);
        dict_bool(o, info, "Marked", true);
        dict_dict(o, d, "MarkInfo", info);
        dict_ref(o, d, "StructTreeRoot", tags_finish(pdf->tags));
    }
    uint32_t id = objects_reserve(o);
    objects_write(o, id, d);
    return id;
}

FsOut *pdf_finish(Pdf *pdf, Diag *diag) {
    uint32_t root = 0;
    if (pdf->npages == 0)
        objects_fail(pdf->o, "there is no page to write");
    if (!objects_failed(pdf->o))
        write_resources(pdf);
    if (!objects_failed(pdf->o))
        root = write_catalog(pdf);
    FsOut *file = objects_finish(pdf->o, root, diag);
    pdf->o = NULL;
    pdf_abandon(pdf);
    return file;
}

bool pdf_close(Pdf *pdf, Diag *diag) {
    FsOut *file = pdf_finish(pdf, diag);
    return file && fs_out_commit(file, diag);
}
