#include "input/ods.h"

#include "base/buf.h"
#include "input/sheet.h"
#include "input/sheetformat.h"
#include "input/xmlstream.h"

#include <stdlib.h>
#include <string.h>

typedef struct Reader {
    Arena *arena;
    const char *file;
    Diag *diag;
    XmlStream *xml;
    SheetNames names;
    VEC(const char *) hidden_styles; /* of tables */
    Sheet *sheet;                    /* the one that is wanted, or NULL */
    const char *name;                /* of it */
    size_t row, col;                 /* behind what has been read */
    Buf text;                        /* what the cell shows */
    Buf value;                       /* as it will be written */
} Reader;

static size_t number_attr(Reader *r, const char *name, size_t otherwise) {
    const char *s = xmlstream_attr(r->xml, name);
    char *end;
    if (!s || *s < '0' || *s > '9')
        return otherwise;
    unsigned long v = strtoul(s, &end, 10);
    return *end || v > SHEET_ROWS_MAX ? SHEET_ROWS_MAX : (size_t)v;
}

/* ---- what a cell shows ---- */

/* White space in a paragraph is one blank, and what is more is an element (ODF
 * 1.3 part 3, 6.1.2 and 6.1.3). */
static void add_text(Buf *out, const char *s) {
    for (; *s; s++) {
        bool blank = strchr(" \t\r\n", *s) != NULL;
        char last = out->n ? out->s[out->n - 1] : '\n';
        if (!blank)
            buf_putc(out, *s);
        else if (last != ' ' && last != '\n')
            buf_putc(out, ' ');
    }
}

static void add_mark(Reader *r, const char *name) {
    if (strcmp(name, "s") == 0) {
        size_t n = number_attr(r, "c", 1);
        for (size_t i = 0; i < n && i < 1000; i++)
            buf_putc(&r->text, ' ');
    } else if (strcmp(name, "tab") == 0) {
        buf_putc(&r->text, '\t');
    } else if (strcmp(name, "line-break") == 0) {
        buf_putc(&r->text, '\n');
    }
}

/* The paragraphs of the cell that has just begun, up to its end. Comments and
 * phonetic guides are not shown. */
static void read_text(Reader *r) {
    int depth = xmlstream_depth(r->xml), silent = 0;
    size_t paragraphs = 0;
    bool inside = false;
    buf_clear(&r->text);
    for (XmlStep step; (step = xmlstream_next(r->xml)) != XML_STOP;) {
        if (step == XML_TEXT) {
            if (inside && silent == 0)
                add_text(&r->text, xmlstream_text(r->xml));
            continue;
        }
        if (step == XML_END && xmlstream_depth(r->xml) == depth)
            return;
        const char *name = xmlstream_name(r->xml);
        if (strcmp(name, "annotation") == 0 || strcmp(name, "ruby-text") == 0 ||
            strcmp(name, "table") == 0 || strcmp(name, "frame") == 0) {
            silent += step == XML_START ? 1 : -1;
        } else if (strcmp(name, "p") == 0 && silent == 0) {
            inside = step == XML_START;
            if (inside && paragraphs++ > 0)
                buf_putc(&r->text, '\n');
        } else if (inside && silent == 0 && step == XML_START) {
            add_mark(r, name);
        }
    }
}

/* ---- its value ---- */

/* A number that is shown in digits, with their zeros and what stands between
 * them, is one whose look matters: a postcode. */
static bool is_code(const char *shown, const char *value) {
    size_t digits = 0, n = strlen(shown);
    for (size_t i = 0; i < n; i++) {
        if (strchr(".,%", shown[i]))
            return false;
        digits += shown[i] >= '0' && shown[i] <= '9';
    }
    if (digits == 0 && n > 0)
        return true; /* TRUE, of a formula whose value is 1 */
    bool zeros = n > 1 && shown[0] == '0' && digits == n;
    return zeros || (digits > 4 && strchr(shown, '-') > shown &&
                     digits >= strlen(value) && *value != '-');
}

typedef struct CellAttrs {
    char type[16];
    char value[64]; /* of a number, date, time or truth */
    bool formula, error;
} CellAttrs;

static void copy_attr(Reader *r, const char *name, char *out, size_t room) {
    const char *s = xmlstream_attr(r->xml, name);
    size_t n = s ? strlen(s) : 0;
    if (n > 0 && n < room)
        memcpy(out, s, n + 1);
}

static CellAttrs read_attrs(Reader *r) {
    CellAttrs c = {0};
    copy_attr(r, "office:value-type", c.type, sizeof c.type);
    if (strcmp(c.type, "date") == 0)
        copy_attr(r, "date-value", c.value, sizeof c.value);
    else if (strcmp(c.type, "boolean") == 0)
        copy_attr(r, "boolean-value", c.value, sizeof c.value);
    else if (strcmp(c.type, "time") == 0)
        copy_attr(r, "time-value", c.value, sizeof c.value);
    else
        copy_attr(r, "value", c.value, sizeof c.value);
    c.formula = xmlstream_attr(r->xml, "formula") != NULL;
    const char *type = xmlstream_attr(r->xml, "calcext:value-type");
    c.error = type && strcmp(type, "error") == 0;
    return c;
}

/* 2021-04-30T14:30:00 without what is zero. */
static void add_moment(Buf *out, const char *s) {
    const char *t = strchr(s, 'T');
    size_t n = strlen(s), day = t ? (size_t)(t - s) : n;
    buf_add(out, s, day);
    if (!t || strncmp(t, "T00:00:00", 9) == 0)
        return;
    bool whole = n - day == 9 && strcmp(s + n - 3, ":00") == 0;
    buf_putc(out, ' ');
    buf_add(out, t + 1, n - day - 1 - (whole ? 3 : 0));
}

/* PT09H05M00S (ISO 8601) as 09:05. */
static bool add_time(Buf *out, const char *s) {
    unsigned long v[3];
    if (strncmp(s, "PT", 2) != 0)
        return false;
    s += 2;
    for (size_t i = 0; i < 3; i++) {
        char *end;
        v[i] = strtoul(s, &end, 10);
        if (end == s || v[i] > 99999 || (*end != "HMS"[i] && *end != '.'))
            return false;
        s = end + 1;
    }
    buf_printf(out, "%02lu:%02lu", v[0], v[1]);
    if (v[2])
        buf_printf(out, ":%02lu", v[2]);
    return true;
}

static void set_value(Reader *r, const CellAttrs *c) {
    const char *shown = r->text.n ? r->text.s : "";
    static const SheetFormat plain = {SHEET_NUMBER, NULL};
    buf_clear(&r->value);
    if (strcmp(c->type, "date") == 0 && *c->value) {
        add_moment(&r->value, c->value);
    } else if (strcmp(c->type, "time") == 0 && add_time(&r->value, c->value)) {
        return;
    } else if (strcmp(c->type, "boolean") == 0 && *c->value) {
        buf_puts(&r->value, *c->value == 't' ? "TRUE" : "FALSE");
    } else if (strcmp(c->type, "float") == 0 && *c->value &&
               !is_code(shown, c->value)) {
        sheetformat_add(&r->value, &plain, c->value, false);
    } else {
        buf_puts(&r->value, shown);
    }
}

static bool read_cell(Reader *r) {
    CellAttrs c = read_attrs(r);
    size_t times = number_attr(r, "number-columns-repeated", 1);
    size_t down = number_attr(r, "number-rows-spanned", 1);
    size_t across = number_attr(r, "number-columns-spanned", 1);
    bool covered = xmlstream_is(r->xml, "covered-table-cell");
    size_t first = r->col + 1;
    read_text(r);
    r->col += times;
    if (covered)
        return true;
    if (c.error || (c.formula && r->text.n == 0 && !*c.type)) {
        const char *shown = r->text.n ? r->text.s : "";
        return sheet_error(r->sheet, r->row + 1, first, shown,
                           "this cell shows the error %.40s; mend it or write "
                           "the value",
                           *shown ? shown : "(nothing)");
    }
    if (down > 1)
        sheet_merged(r->sheet, r->row + 1, first, r->row + down,
                     first + across - 1);
    set_value(r, &c);
    if (r->value.n == 0)
        return true;
    for (size_t i = 0; i < times; i++)
        if (!sheet_cell(r->sheet, r->row + 1, first + i, r->value.s,
                        r->value.n))
            return false;
    return true;
}

/* ---- rows and tables ---- */

static bool is_hidden(Reader *r) {
    const char *v = xmlstream_attr(r->xml, "visibility");
    return v && strcmp(v, "visible") != 0;
}

static bool read_row(Reader *r) {
    int depth = xmlstream_depth(r->xml);
    size_t times = number_attr(r, "number-rows-repeated", 1);
    bool going = true;
    if (is_hidden(r))
        sheet_hidden_row(r->sheet, r->row + 1, times);
    r->col = 0;
    for (XmlStep step; going && (step = xmlstream_next(r->xml)) != XML_STOP;) {
        if (step == XML_END && xmlstream_depth(r->xml) == depth)
            break;
        if (step == XML_START && (xmlstream_is(r->xml, "table-cell") ||
                                  xmlstream_is(r->xml, "covered-table-cell")))
            going = read_cell(r);
    }
    if (going && times > 1)
        going = sheet_repeat(r->sheet, r->row + 1, times - 1);
    r->row += times;
    return going;
}

static void read_column(Reader *r) {
    size_t times = number_attr(r, "number-columns-repeated", 1);
    if (is_hidden(r) && times < SHEET_COLUMNS_MAX)
        sheet_hidden_column(r->sheet, r->col + 1, r->col + times);
    r->col += times;
}

static void read_table(Reader *r) {
    int depth = xmlstream_depth(r->xml);
    bool going = true;
    r->row = r->col = 0;
    for (XmlStep step; going && (step = xmlstream_next(r->xml)) != XML_STOP;) {
        if (step == XML_END && xmlstream_depth(r->xml) == depth)
            break;
        if (step == XML_START && xmlstream_is(r->xml, "table-row"))
            going = read_row(r);
        else if (step == XML_START && xmlstream_is(r->xml, "table-column"))
            read_column(r);
    }
}

static bool has_hidden_style(const Reader *r, const char *style) {
    for (size_t i = 0; style && i < r->hidden_styles.n; i++)
        if (strcmp(r->hidden_styles.v[i], style) == 0)
            return true;
    return false;
}

static void begin_table(Reader *r) {
    const char *name = xmlstream_attr(r->xml, "name");
    name = arena_strdup(r->arena, name ? name : "");
    bool hidden = has_hidden_style(r, xmlstream_attr(r->xml, "style-name"));
    const char *wanted = r->names.wanted;
    if (!r->sheet && (wanted ? strcmp(name, wanted) == 0 : !hidden)) {
        r->name = name;
        r->sheet = sheet_new(r->arena, r->file, name, r->diag);
        read_table(r);
        return;
    }
    if (hidden)
        vec_push(r->arena, &r->names.hidden, name);
    else
        vec_push(r->arena, &r->names.others, name);
    int depth = xmlstream_depth(r->xml);
    for (XmlStep step; (step = xmlstream_next(r->xml)) != XML_STOP;)
        if (step == XML_END && xmlstream_depth(r->xml) == depth)
            return;
}

/* table:display of a style for tables. */
static void read_style(Reader *r) {
    const char *family = xmlstream_attr(r->xml, "family");
    if (!family || strcmp(family, "table") != 0)
        return;
    const char *name = xmlstream_attr(r->xml, "name");
    name = arena_strdup(r->arena, name ? name : "");
    int depth = xmlstream_depth(r->xml);
    for (XmlStep step; (step = xmlstream_next(r->xml)) != XML_STOP;) {
        if (step == XML_END && xmlstream_depth(r->xml) == depth)
            return;
        if (step != XML_START || !xmlstream_is(r->xml, "table-properties"))
            continue;
        const char *display = xmlstream_attr(r->xml, "display");
        if (display && strcmp(display, "false") == 0)
            vec_push(r->arena, &r->hidden_styles, name);
    }
}

const Source *ods_read(Arena *a, ZipFile *z, const char *file,
                       const char *wanted, Diag *diag, TextFaults *faults) {
    Reader r = {
        .arena = a, .file = file, .diag = diag, .names = {.wanted = wanted}};
    const Source *src = NULL;
    r.xml = xmlstream_open(z, file, "content.xml", diag);
    if (!r.xml)
        return NULL;
    for (XmlStep step; (step = xmlstream_next(r.xml)) != XML_STOP;) {
        if (step == XML_START && xmlstream_is(r.xml, "style"))
            read_style(&r);
        else if (step == XML_START && xmlstream_is(r.xml, "table"))
            begin_table(&r);
    }
    if (r.sheet)
        src = sheet_end(r.sheet, faults);
    if (!xmlstream_ok(r.xml))
        src = NULL;
    if (src)
        sheet_report(&r.names, file, r.name, diag);
    else if (xmlstream_ok(r.xml) && !r.sheet)
        sheet_refuse(&r.names, file, diag);
    xmlstream_close(r.xml);
    buf_free(&r.text);
    buf_free(&r.value);
    return src;
}
