/* .docx as a document (ISO/IEC 29500-1, Transitional and Strict: names are the
 * same without their namespaces). */
#include "input/document_private.h"

#include "base/utf8.h"
#include "input/docbuild.h"
#include "input/docxfields.h"
#include "input/docxstyles.h"

#include <stdlib.h>
#include <string.h>

/* Space in twips from which paragraphs look set apart: 4 pt. */
#define GAP_TWIPS 80

typedef struct NoteMark {
    const Text *id;
    bool at_end; /* an endnote */
    int number;
} NoteMark;

/* A head or a foot. */
typedef struct Running {
    const char *path;
    DocPlace place;
} Running;

typedef struct Docx {
    Arena *arena;
    ZipFile *zip;
    const char *name;
    Diag *diag;
    DocBuild *build;
    DocxStyles *styles;
    const Relations *relations; /* of the part that is read */
    DocBlock like;              /* place, table, row, column, note */
    bool joins; /* the next paragraph goes on with the last: its end is deleted
                 */
    DocxProps before; /* the last paragraph */
    DocxFields fields;
    VEC(NoteMark) notes;
    VEC(Running) running;
} Docx;

/* The paragraph that is read. */
typedef struct Para {
    DocxProps props;
    bool open; /* it has a block */
    const char *link;
    VEC(const XmlNode *) boxes; /* text boxes met in its text */
} Para;

static void read_blocks(Docx *d, const XmlNode *parent);
static void read_inline(Docx *d, Para *p, const XmlNode *parent);

/* ---- paragraphs ---- */

static int twips(int said) {
    return said == DOCX_UNSAID ? 0 : said;
}

static bool set_apart(const DocxProps *a, const DocxProps *b) {
    int after = twips(a->after), before = twips(b->before);
    bool same = a->style == b->style ||
                (a->style && b->style && text_order(a->style, b->style) == 0);
    if (a->contextual == 1 && same)
        after = 0;
    if (b->contextual == 1 && same)
        before = 0;
    return after + before >= GAP_TWIPS;
}

static void open_block(Docx *d, Para *p) {
    DocBlock like = d->like;
    bool ordered;
    if (p->open)
        return;
    p->open = true;
    if (d->joins)
        return;
    if (p->props.outline >= 0 && p->props.outline < 9) {
        like.kind = DOC_HEADING;
        like.level = p->props.outline + 1;
    } else if (p->props.list > 0) {
        int level = p->props.level > 0 ? p->props.level : 0;
        const char *label =
            docxstyles_label(d->styles, p->props.list, level, &ordered);
        if (label) {
            like.kind = DOC_ITEM;
            like.level = level + 1;
            like.ordered = ordered;
            like.label = text_literal(label);
        }
    }
    docbuild_open(d->build, &like);
}

static void put(Docx *d, Para *p, const char *s, size_t n,
                const DocStyle *style) {
    if (n == 0 || docbuild_full(d->build) || docxfields_in_code(&d->fields))
        return;
    open_block(d, p);
    docbuild_add(d->build, s, n, style);
}

/* What stands in a text box has its own place on the paper. */
static void read_box(Docx *d, const XmlNode *box) {
    docbuild_gap(d->build);
    read_blocks(d, box);
    docbuild_gap(d->build);
}

static void note_running(Docx *d, const XmlNode *sect);

static void read_paragraph(Docx *d, const XmlNode *node) {
    const XmlNode *ppr = xml_child(node, "pPr");
    Para p = {.props = docxstyles_paragraph(d->styles, ppr)};
    if (set_apart(&d->before, &p.props) || p.props.page_break == 1)
        docbuild_gap(d->build);
    d->before = p.props;
    read_inline(d, &p, node);
    docxfields_end_paragraph(&d->fields);
    if (!p.open && !d->joins)
        docbuild_gap(d->build);
    /* 17.13.5.15: the paragraph's end is deleted, not its text. */
    d->joins = p.open && xml_child(xml_child(ppr, "rPr"), "del") != NULL;
    for (size_t i = 0; i < p.boxes.n; i++)
        read_box(d, p.boxes.v[i]);
    if (p.boxes.n > 0)
        d->joins = false;
    d->before = p.props;
    note_running(d, xml_child(ppr, "sectPr"));
}

/* ---- runs ---- */

static int mark_of_note(Docx *d, const XmlNode *n, bool at_end) {
    NoteMark mark = {xml_attr(n, "id"), at_end, (int)d->notes.n + 1};
    if (!mark.id || d->like.place == DOC_NOTE)
        return 0;
    vec_push(d->arena, &d->notes, mark);
    return mark.number;
}

static void put_note(Docx *d, Para *p, const XmlNode *n, DocStyle style) {
    style.superscript = true;
    style.note = mark_of_note(d, n, xml_is(n, "endnoteReference"));
    if (style.note == 0)
        return;
    const char *digits = arena_printf(d->arena, "%d", style.note);
    put(d, p, digits, strlen(digits), &style);
}

static void put_symbol(Docx *d, Para *p, const XmlNode *n,
                       const DocStyle *style) {
    const Text *hex = xml_attr(n, "char");
    char digits[8] = "", s[4];
    if (!hex || hex->n == 0 || hex->n >= sizeof digits)
        return;
    memcpy(digits, hex->s, hex->n);
    unsigned long cp = strtoul(digits, NULL, 16);
    if (cp >= 0x20 && cp < 0xFFFE && (cp < 0xD800 || cp > 0xDFFF))
        put(d, p, s, utf8_put(s, (uint32_t)cp), style);
}

static void put_text(Docx *d, Para *p, const XmlNode *n,
                     const DocStyle *style) {
    const Text *space = xml_attr(n, "space");
    Text t = xml_text(d->arena, n);
    if (!space || !text_equal(*space, "preserve"))
        t = text_trim(t);
    /* A line end in the XML is none on paper. */
    for (size_t at = 0; at < t.n;) {
        const char *end = memchr(t.s + at, '\n', t.n - at);
        size_t to = end ? (size_t)(end - t.s) : t.n;
        put(d, p, t.s + at, to - at, style);
        if (end)
            put(d, p, " ", 1, style);
        at = to + (end != NULL);
    }
}

/* Text boxes anywhere in a drawing, each once. Before any text of the paragraph
 * they come first. */
static void find_boxes(Docx *d, Para *p, const XmlNode *n) {
    if (xml_is(n, "txbxContent")) {
        if (p->open)
            vec_push(d->arena, &p->boxes, n);
        else
            read_box(d, n);
        return;
    }
    if (xml_is(n, "AlternateContent")) {
        const XmlNode *one = xml_child(n, "Choice");
        n = one ? one : xml_child(n, "Fallback");
    }
    for (const XmlNode *c = n ? n->first : NULL; c; c = c->next)
        if (!c->is_text)
            find_boxes(d, p, c);
}

static void put_break(Docx *d, Para *p, const XmlNode *n,
                      const DocStyle *style) {
    const Text *type = xml_attr(n, "type");
    bool line = !type || text_equal(*type, "textWrapping");
    if (p->open)
        docbuild_add(d->build, "\n", 1, style);
    if (!line)
        docbuild_gap(d->build);
}

static void run_content(Docx *d, Para *p, const XmlNode *run,
                        const DocStyle *style) {
    static const char *const drawings[] = {"drawing", "pict", "object",
                                           "AlternateContent", NULL};
    for (const XmlNode *n = run->first; n; n = n->next) {
        if (xml_is(n, "t"))
            put_text(d, p, n, style);
        else if (xml_is(n, "tab") || xml_is(n, "ptab"))
            put(d, p, "\t", p->open ? 1 : 0, style);
        else if (xml_is(n, "br") || xml_is(n, "cr"))
            put_break(d, p, n, style);
        else if (xml_is(n, "noBreakHyphen"))
            put(d, p, "\xE2\x80\x91", 3, style);
        else if (xml_is(n, "sym"))
            put_symbol(d, p, n, style);
        else if (xml_is(n, "footnoteReference") ||
                 xml_is(n, "endnoteReference"))
            put_note(d, p, n, *style);
        else if (xml_is(n, "fldChar"))
            docxfields_mark(&d->fields, d->arena, n);
        else if (xml_is(n, "instrText"))
            docxfields_code(&d->fields, d->arena, n);
        else if (xml_is(n, "ruby"))
            read_inline(d, p, xml_child(n, "rubyBase"));
        else if (xml_is_any(n, drawings))
            find_boxes(d, p, n);
    }
}

static void read_run(Docx *d, Para *p, const XmlNode *run) {
    const XmlNode *rpr = xml_child(run, "rPr");
    DocxProps props = docxstyles_run(d->styles, rpr, &p->props);
    if (props.hidden == 1)
        return;
    DocStyle style = {.strong = props.bold == 1,
                      .emphasis = props.italic == 1,
                      .superscript = props.raised == 1,
                      .link = p->link ? p->link : docxfields_link(&d->fields)};
    run_content(d, p, run, &style);
}

static const char *link_of(Docx *d, const XmlNode *n) {
    const Relation *r = relation_find(d->relations, xml_attr(n, "id"));
    return r && r->outside ? r->target : "#";
}

static void read_inline(Docx *d, Para *p, const XmlNode *parent) {
    static const char *const skipped[] = {
        "pPr",        "rPr",         "del",     "moveFrom", "sdtPr",
        "smartTagPr", "customXmlPr", "fldData", NULL};
    for (const XmlNode *n = parent ? parent->first : NULL; n; n = n->next) {
        const char *link = p->link;
        if (n->is_text || xml_is_any(n, skipped))
            continue;
        if (xml_is(n, "r")) {
            read_run(d, p, n);
        } else if (xml_is(n, "AlternateContent")) {
            const XmlNode *one = xml_child(n, "Choice");
            read_inline(d, p, one ? one : xml_child(n, "Fallback"));
        } else {
            if (xml_is(n, "hyperlink"))
                p->link = link_of(d, n);
            const Text *code = xml_attr(n, "instr");
            if (code && xml_is(n, "fldSimple"))
                p->link = docxfields_address(d->arena, code->s, code->n);
            read_inline(d, p, n);
        }
        p->link = link;
    }
}

/* ---- tables ---- */

static void read_cells(Docx *d, const XmlNode *row) {
    for (const XmlNode *n = row->first; n; n = n->next) {
        if (xml_is(n, "tc")) {
            int span = office_number(
                xml_child(xml_child(n, "tcPr"), "gridSpan"), "val", 1);
            d->like.column++;
            docbuild_gap(d->build);
            read_blocks(d, n);
            if (span > 1 && span < 100)
                d->like.column += (unsigned)span - 1;
        } else if (!n->is_text && !xml_is(n, "trPr")) {
            read_cells(d, n);
        }
    }
}

static void read_rows(Docx *d, const XmlNode *parent) {
    for (const XmlNode *n = parent->first; n; n = n->next) {
        if (xml_is(n, "tr")) {
            if (xml_child(xml_child(n, "trPr"), "del"))
                continue;
            d->like.row++;
            d->like.column = 0;
            read_cells(d, n);
        } else if (!n->is_text && !xml_is(n, "tblPr") &&
                   !xml_is(n, "tblGrid")) {
            read_rows(d, n);
        }
    }
}

static void read_table(Docx *d, const XmlNode *table) {
    DocBlock outside = docbuild_enter(d->build, &d->like);
    read_rows(d, table);
    docbuild_leave(d->build, &d->like, &outside);
}

static void read_blocks(Docx *d, const XmlNode *parent) {
    static const char *const skipped[] = {"del",  "moveFrom", "sdtPr",
                                          "tcPr", "altChunk", NULL};
    for (const XmlNode *n = parent->first; n && !docbuild_full(d->build);
         n = n->next) {
        if (n->is_text || xml_is_any(n, skipped))
            continue;
        if (xml_is(n, "p"))
            read_paragraph(d, n);
        else if (xml_is(n, "tbl"))
            read_table(d, n);
        else if (xml_is(n, "sectPr"))
            note_running(d, n);
        else if (xml_is(n, "AlternateContent"))
            read_blocks(d, xml_child(n, "Choice") ? xml_child(n, "Choice") : n);
        else
            read_blocks(d, n);
    }
}

/* ---- heads, feet, notes ---- */

static void note_running(Docx *d, const XmlNode *sect) {
    for (const XmlNode *n = sect ? sect->first : NULL; n; n = n->next) {
        bool head = xml_is(n, "headerReference");
        const Text *type = xml_attr(n, "type");
        const Relation *r = relation_find(d->relations, xml_attr(n, "id"));
        if ((!head && !xml_is(n, "footerReference")) || !r || r->outside)
            continue;
        /* One of the first page is there but not printed without titlePg. */
        if (type && text_equal(*type, "first") && !xml_child(sect, "titlePg"))
            continue;
        Running one = {r->target, head ? DOC_HEAD : DOC_FOOT};
        bool known = false;
        for (size_t i = 0; i < d->running.n && !known; i++)
            known = strcmp(d->running.v[i].path, one.path) == 0;
        if (!known && d->running.n < 100)
            vec_push(d->arena, &d->running, one);
    }
}

/* A part of its own, with its own relations. */
static bool open_part(Docx *d, const char *path, Relations *relations,
                      const XmlNode **root) {
    d->relations = relations;
    d->fields.n = 0;
    d->joins = false;
    docbuild_gap(d->build);
    return office_relations(d->zip, d->arena, path, d->diag, relations) &&
           office_part(d->zip, d->arena, path, d->diag, root);
}

static bool read_running(Docx *d) {
    size_t n = d->running.n; /* they have no sections */
    for (size_t i = 0; i < n; i++) {
        Relations relations;
        const XmlNode *root;
        if (!open_part(d, d->running.v[i].path, &relations, &root))
            return false;
        d->like = (DocBlock){.place = d->running.v[i].place};
        if (root)
            read_blocks(d, root);
    }
    return true;
}

typedef struct NoteText {
    Text id;
    const XmlNode *node;
} NoteText;

static int by_note_id(const void *a, const void *b) {
    return text_order(&((const NoteText *)a)->id, &((const NoteText *)b)->id);
}

/* The texts of the footnotes, or of the endnotes, that were referred to. */
static bool read_notes(Docx *d, const char *path, bool at_end) {
    VEC(NoteText) texts = {0};
    Relations relations;
    const XmlNode *root;
    if (!open_part(d, path, &relations, &root))
        return false;
    for (const XmlNode *n = root ? root->first : NULL; n; n = n->next) {
        const Text *id = xml_attr(n, "id");
        NoteText text = {id ? *id : (Text){0}, n};
        if (id)
            vec_push(d->arena, &texts, text);
    }
    if (texts.n > 0)
        qsort(texts.v, texts.n, sizeof *texts.v, by_note_id);
    for (size_t i = 0; i < d->notes.n && texts.n > 0; i++) {
        const NoteMark *mark = &d->notes.v[i];
        NoteText key = {.id = *mark->id};
        const NoteText *found =
            mark->at_end == at_end
                ? bsearch(&key, texts.v, texts.n, sizeof key, by_note_id)
                : NULL;
        d->like = (DocBlock){.place = DOC_NOTE, .note = mark->number};
        docbuild_gap(d->build);
        if (found)
            read_blocks(d, found->node);
    }
    return true;
}

/* ---- all of it ---- */

static bool part_of_kind(Docx *d, const char *kind, const XmlNode **root) {
    const Relation *r = relation_of_kind(d->relations, kind);
    *root = NULL;
    return !r || r->outside ||
           office_part(d->zip, d->arena, r->target, d->diag, root);
}

static const char *path_of_kind(const Relations *r, const char *kind) {
    const Relation *found = relation_of_kind(r, kind);
    return found && !found->outside ? found->target : NULL;
}

static bool read_all(Docx *d) {
    Relations top, relations;
    const XmlNode *root, *styles, *numbering;
    if (!office_relations(d->zip, d->arena, "", d->diag, &top))
        return false;
    const char *main = path_of_kind(&top, "/officeDocument");
    main = main ? main : "word/document.xml";
    if (!open_part(d, main, &relations, &root) ||
        !part_of_kind(d, "/styles", &styles) ||
        !part_of_kind(d, "/numbering", &numbering))
        return false;
    const XmlNode *body = xml_child(root, "body");
    if (!body) {
        diag_file(d->diag, DIAG_ERROR, d->name,
                  "holds no text of a word processor; open it there and save "
                  "it again as .docx");
        return false;
    }
    const char *foot = path_of_kind(&relations, "/footnotes");
    const char *end = path_of_kind(&relations, "/endnotes");
    d->styles = docxstyles_new(d->arena, styles, numbering);
    d->before = docxstyles_paragraph(d->styles, NULL);
    read_blocks(d, body);
    return read_running(d) && (!foot || read_notes(d, foot, false)) &&
           (!end || read_notes(d, end, true));
}

bool docx_read(Arena *a, ZipFile *zip, const DocFile *f, Diag *diag,
               Document *out) {
    Docx *d = ARENA_NEW(a, Docx);
    d->arena = a;
    d->zip = zip;
    d->name = f->name;
    d->diag = diag;
    d->build = docbuild_new(a, NULL);
    bool ok = read_all(d);
    docxfields_free(&d->fields);
    return docbuild_finish(d->build, f->name, diag, out) && ok;
}
