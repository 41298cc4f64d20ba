#include "input/ledger.h"

#include "base/fs.h"
#include "base/yamlwrite.h"
#include "input/layoutfile.h"
#include "input/layoutread.h"
#include "model/ranges.h"

#include <string.h>

static const char *const keys[] = {"sheet", "layout", "labels", "used"};

static const char first_lines[] =
    "# Label sheets that are used in part, kept by envoi labels --ledger.\n"
    "# Name them as you like, delete those that are gone. Labels are counted\n"
    "# row by row from the upper left; of \"used: all\" nothing is left.\n";

/* ---- reading ---- */

/* A layout that several sheets name is read once. */
typedef struct KnownLayout {
    Text name;
    const Layout *layout; /* NULL: it cannot be read, which was said */
} KnownLayout;

typedef struct LedgerReader {
    LayoutReader values;
    const char *data_dir;
    Ledger *ledger;
    VEC(KnownLayout) known;
} LedgerReader;

static const Layout *layout_of(LedgerReader *r, Text name) {
    Arena *a = r->values.arena;
    for (size_t i = 0; i < r->known.n; i++)
        if (r->known.v[i].name.n == name.n &&
            memcmp(r->known.v[i].name.s, name.s, name.n) == 0)
            return r->known.v[i].layout;
    const Layout *ours = r->ledger->layout;
    const char *s =
        layoutfile_beside(a, r->ledger->path, arena_strndup(a, name.s, name.n));
    if (ours && strcmp(s, ours->name) == 0)
        return ours;
    const Layout *l = layoutfile_load(a, r->data_dir, LAYOUT_LABELS, s,
                                      name.span, r->values.diag);
    r->values.ok = r->values.ok && l;
    vec_push(a, &r->known, ((KnownLayout){name, l}));
    return l;
}

static bool same_places(const Layout *x, const Layout *y) {
    const LabelLayout *g = &x->u.labels, *h = &y->u.labels;
    return x->w == y->w && x->h == y->h && g->shape == h->shape &&
           g->label_w == h->label_w && g->label_h == h->label_h &&
           g->ncells == h->ncells &&
           memcmp(g->cells, h->cells, g->ncells * sizeof *g->cells) == 0;
}

/* One product: by its name, or one file under two names. */
static bool same_layout(LedgerReader *r, const Layout *x, const Layout *y) {
    Arena *a = r->values.arena;
    const char *beside = r->ledger->path;
    bool files = layoutfile_is_path(x->name) && layoutfile_is_path(y->name);
    return same_places(x, y) &&
           (strcmp(layoutfile_named_in(a, beside, x->name),
                   layoutfile_named_in(a, beside, y->name)) == 0 ||
            (files && fs_same(x->name, y->name)));
}

/* "21 of 63.5 x 38.1 mm": by what a changed layout is known. */
static const char *size_of(Arena *a, const Layout *l) {
    Buf b = {0};
    buf_printf(&b, "%d of ", layout_labels_per_sheet(l));
    len_put_mm(&b, l->u.labels.label_w, 2);
    buf_puts(&b, " x ");
    len_put_mm(&b, l->u.labels.label_h, 2);
    buf_puts(&b, " mm");
    const char *s = arena_strndup(a, b.s, b.n);
    buf_free(&b);
    return s;
}

static void check_size(LedgerReader *r, const YamlNode *value,
                       const Layout *l) {
    Arena *a = r->values.arena;
    const char *size = size_of(a, l);
    if (yaml_is_null(value))
        return;
    Text t = layoutread_text(&r->values, value, "labels");
    if (text_equal(t, size) ||
        text_equal(t, arena_strndup(a, size, strcspn(size, " "))))
        return;
    layoutread_fail(&r->values, value->span,
                    "the sheet was kept as \"%.*s\", but %s has %s; it is "
                    "another sheet, or its layout has changed",
                    text_shown(t), t.s, l->name, size);
}

/* "1-8, 12" as it stands, or between brackets. */
static void read_used(LedgerReader *r, const YamlNode *value, const Layout *l,
                      LedgerSheet *out) {
    Arena *a = r->values.arena;
    const char *s = value->span.src->bytes + value->span.off;
    Text t = value->scalar;
    if (value->kind == YAML_LIST && value->span.n > 1 && s[0] == '[')
        t = (Text){s + 1, value->span.n - 2, value->span};
    else if (value->kind != YAML_SCALAR)
        t = (Text){0};
    out->used_at = value->span;
    out->labels = (uint32_t)layout_labels_per_sheet(l);
    out->used = ARENA_ARRAY(a, bool, out->labels);
    bool all = text_equal(t, "all"), none = text_equal(t, "none");
    for (uint32_t i = 0; all && i < out->labels; i++)
        out->used[i] = true;
    if (all || none || (value->kind == YAML_LIST && value->n == 0))
        return;
    Ranges ranges;
    const char *whole =
        arena_printf(a, "%s has %u labels", l->name, (unsigned)out->labels);
    const char *wrong =
        t.s && !memchr(s, '\n', value->span.n)
            ? ranges_parse(a, t.s, t.n, out->labels, whole, &ranges)
            : "write it on one line, such as 1-8, 12, or none, or all";
    if (wrong) {
        layoutread_fail(&r->values, value->span, "\"used\": %s", wrong);
        return;
    }
    for (size_t i = 0; i < ranges.n; i++)
        for (uint32_t k = ranges.v[i].from; k <= ranges.v[i].to; k++)
            out->used[k - 1] = true;
}

static void refuse_same_name(LedgerReader *r, Text name) {
    for (size_t i = 0; i < r->ledger->sheets.n; i++) {
        Text other = r->ledger->sheets.v[i].name;
        if (other.n == name.n && memcmp(other.s, name.s, name.n) == 0)
            layoutread_fail(&r->values, name.span,
                            "another sheet is called \"%.*s\" too; give each "
                            "its own name",
                            text_shown(name), name.s);
    }
}

static void read_sheet(LedgerReader *r, const YamlNode *node) {
    LayoutReader *v = &r->values;
    LedgerSheet sheet = {0};
    if (node->kind != YAML_MAP) {
        layoutread_fail(v, node->span,
                        "a sheet has the keys sheet, layout and used, one "
                        "under the other");
        return;
    }
    layoutread_keys(v, node, "a sheet", keys, sizeof keys / sizeof *keys);
    const YamlNode *name = layoutread_need(v, node, "sheet");
    const YamlNode *layout = layoutread_need(v, node, "layout");
    const YamlNode *used = layoutread_need(v, node, "used");
    sheet.name = layoutread_text(v, name, "sheet");
    if (name)
        refuse_same_name(r, sheet.name);
    Text layout_name = layoutread_text(v, layout, "layout");
    const Layout *l = layout_name.n ? layout_of(r, layout_name) : NULL;
    if (l && used) {
        check_size(r, yaml_get(node, "labels"), l);
        sheet.flow = node->span.src->bytes[node->span.off] == '{';
        sheet.wanted =
            r->ledger->layout && same_layout(r, l, r->ledger->layout);
        read_used(r, used, l, &sheet);
    }
    vec_push(v->arena, &r->ledger->sheets, sheet);
}

/* Of another list no record has a key of ours. */
static bool is_other_list(const YamlNode *root) {
    for (size_t i = 0; i < root->n; i++)
        for (size_t k = 0; k < sizeof keys / sizeof *keys; k++)
            if (yaml_get(root->items[i], keys[k]))
                return false;
    return root->n > 0;
}

static bool read_sheets(LedgerReader *r) {
    const Source *src = r->ledger->src;
    const YamlNode *root =
        yaml_parse(r->values.arena, src, 0, src->n, r->values.diag);
    if (!root)
        return false;
    if (root->kind == YAML_SCALAR || (root->kind == YAML_MAP && root->n > 0) ||
        is_other_list(root)) {
        const YamlNode *first = root->kind == YAML_LIST ? root->items[0] : root;
        layoutread_fail(&r->values, first->span,
                        "this is no ledger, which is a list of sheets; begin "
                        "each with \"- sheet: \" and its name, or name a new "
                        "file, which is made");
        return false;
    }
    if (root->kind == YAML_LIST)
        for (size_t i = 0; i < root->n; i++)
            read_sheet(r, root->items[i]);
    return r->values.ok;
}

bool ledger_parse(Arena *a, const Source *src, const char *data_dir,
                  const Layout *layout, Diag *diag, Ledger *out) {
    LedgerReader r = {{a, diag, true}, data_dir, out, {0}};
    *out = (Ledger){.path = src->name, .layout = layout, .src = src};
    return read_sheets(&r);
}

bool ledger_load(Arena *a, const char *path, const char *data_dir,
                 const Layout *layout, Diag *diag, Ledger *out) {
    const Source *src;
    *out = (Ledger){.path = path, .layout = layout};
    if (!fs_exists(path))
        return true;
    return source_load(a, path, diag, &src) &&
           ledger_parse(a, src, data_dir, layout, diag, out);
}

/* ---- changing ---- */

void ledger_use(Ledger *l, size_t sheet, uint32_t label) {
    l->sheets.v[sheet].used[label] = true;
    l->sheets.v[sheet].changed = true;
}

/* The number that a name is, 0 if it is none. */
static uint32_t number_of(Text t) {
    uint32_t n = 0;
    for (size_t i = 0; i < t.n; i++) {
        if (t.s[i] < '0' || t.s[i] > '9' || n > 100000000)
            return 0;
        n = n * 10 + (uint32_t)(t.s[i] - '0');
    }
    return n;
}

size_t ledger_add(Arena *a, Ledger *l) {
    uint32_t last = 0;
    for (size_t i = 0; i < l->sheets.n; i++) {
        uint32_t n = number_of(l->sheets.v[i].name);
        last = n > last ? n : last;
    }
    uint32_t labels = (uint32_t)layout_labels_per_sheet(l->layout);
    LedgerSheet sheet = {.name = text_literal(arena_printf(a, "%u", last + 1)),
                         .wanted = true,
                         .used = ARENA_ARRAY(a, bool, labels),
                         .labels = labels,
                         .changed = true};
    vec_push(a, &l->sheets, sheet);
    return l->sheets.n - 1;
}

/* ---- writing ---- */

/* A comma ends a value that stands in braces. */
static void put_used(const LedgerSheet *s, Buf *out) {
    Buf b = {0};
    ranges_print(s->used, s->labels, false, &b);
    bool full = b.n == 0;
    buf_clear(&b);
    ranges_print(s->used, s->labels, true, &b);
    const char *quote = s->flow ? "\"" : "";
    buf_printf(out, "%s%s%s", quote, full ? "all" : b.n ? b.s : "none", quote);
    buf_free(&b);
}

/* How the file is written: blanks before a sheet, and its line ends. */
typedef struct Manner {
    const char *indent, *end;
} Manner;

static Manner manner_of(Arena *a, const Ledger *l) {
    Manner m = {"", "\n"};
    if (!l->src)
        return m;
    const char *s = l->src->bytes, *line = s;
    const char *newline = memchr(s, '\n', l->src->n);
    if (newline && newline > s && newline[-1] == '\r')
        m.end = "\r\n";
    if (l->sheets.n == 0 || !l->sheets.v[0].used_at.src)
        return m;
    /* The first line that begins a sheet; "---" begins the document. */
    if (strncmp(line, "\xEF\xBB\xBF", 3) == 0)
        line += 3;
    for (; line; line = strchr(line, '\n'), line += line != NULL) {
        size_t blanks = strspn(line, " ");
        if (line[blanks] == '-' && strchr(" \r\n", line[blanks + 1]))
            return (Manner){arena_strndup(a, line, blanks), m.end};
        if (line[blanks] && !strchr("#-\r\n", line[blanks]))
            break;
    }
    return m;
}

static void put_new(Arena *a, const Ledger *l, const LedgerSheet *s, Manner m,
                    Buf *out) {
    const char *name = layoutfile_named_in(a, l->path, l->layout->name);
    if (out->n && out->s[out->n - 1] != '\n')
        buf_puts(out, m.end);
    buf_printf(out, "%s- sheet: %.*s%s%s  layout: ", m.indent, (int)s->name.n,
               s->name.s, m.end, m.indent);
    yamlwrite_text(out, text_literal(name));
    buf_printf(out, "%s%s  labels: %s%s%s  used: ", m.end, m.indent,
               size_of(a, l->layout), m.end, m.indent);
    put_used(s, out);
    buf_puts(out, m.end);
}

static void put_sheets(Arena *a, const Ledger *l, Buf *out) {
    Manner m = manner_of(a, l);
    size_t done = 0;
    if (!l->src)
        buf_puts(out, first_lines);
    for (size_t i = 0; i < l->sheets.n; i++) {
        const LedgerSheet *s = &l->sheets.v[i];
        if (!s->changed || !s->used_at.src)
            continue;
        buf_add(out, s->used_at.src->bytes + done, s->used_at.off - done);
        put_used(s, out);
        done = s->used_at.off + s->used_at.n;
    }
    if (l->src)
        buf_add(out, l->src->bytes + done, l->src->n - done);
    for (size_t i = 0; i < l->sheets.n; i++)
        if (!l->sheets.v[i].used_at.src)
            put_new(a, l, &l->sheets.v[i], m, out);
}

/* `bytes` read as a ledger are the sheets of `l`. Only the text is compared:
 * the layouts have been read. */
static bool reads_back(Arena *a, const Ledger *l, const Buf *bytes) {
    Diag *own = diag_new();
    const Source *src = source_from(a, l->path, bytes->s, bytes->n);
    const YamlNode *root = yaml_parse(a, src, 0, src->n, own);
    bool same = root && root->kind == YAML_LIST && root->n == l->sheets.n;
    for (size_t i = 0; same && i < root->n; i++) {
        const LedgerSheet *s = &l->sheets.v[i];
        const YamlNode *name = yaml_get(root->items[i], "sheet");
        const YamlNode *used = yaml_get(root->items[i], "used");
        Buf want = {0};
        put_used(s, &want);
        same = name && used && name->kind == YAML_SCALAR &&
               text_trim(name->scalar).n == s->name.n &&
               memcmp(text_trim(name->scalar).s, s->name.s, s->name.n) == 0 &&
               (!s->changed ||
                (used->span.n == want.n &&
                 memcmp(src->bytes + used->span.off, want.s, want.n) == 0));
        buf_free(&want);
    }
    diag_free(own);
    return same;
}

bool ledger_write(Arena *a, const Ledger *l, Diag *diag, Buf *out) {
    put_sheets(a, l, out);
    if (reads_back(a, l, out))
        return true;
    diag_file(diag, DIAG_ERROR, l->path,
              "cannot be kept in this form; write each sheet as \"- sheet: "
              "NAME\" and below it \"layout: \" and \"used: \", each on its "
              "line");
    return false;
}
