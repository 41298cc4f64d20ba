#include "input/xlsx.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "input/sheet.h"
#include "input/sheetformat.h"
#include "input/xlsxbook.h"
#include "input/xmlstream.h"

#include <stdlib.h>
#include <string.h>

/* The sheet while it is read. */
typedef struct Reader {
    const XlsxBook *book;
    Sheet *sheet;
    XmlStream *xml;
    size_t row, col; /* of the cell */
    Buf text;        /* its value */
    Buf value;       /* as it will be written */
} Reader;

static size_t number_of(const char *s, size_t max) {
    char *end;
    if (!s || *s < '0' || *s > '9')
        return max;
    unsigned long v = strtoul(s, &end, 10);
    return *end || v > max ? max : (size_t)v;
}

static bool is_true(const char *s) {
    return s && (strcmp(s, "1") == 0 || strcmp(s, "true") == 0);
}

/* ---- one cell ---- */

/* What stands in `v`, or in the texts of `is`, of a cell. */
typedef struct CellParts {
    char type[12]; /* of `t`; "" is a number */
    size_t style;
    bool formula, value;
} CellParts;

/* Characters up to the end of the element that has just begun; `is` has runs
 * with phonetic guides beside them. */
static void read_text(Reader *r) {
    int depth = xmlstream_depth(r->xml), phonetic = 0;
    bool wanted = xmlstream_is(r->xml, "v");
    for (XmlStep step; (step = xmlstream_next(r->xml)) != XML_STOP;) {
        const char *name = step == XML_TEXT ? "" : xmlstream_name(r->xml);
        if (step == XML_END && xmlstream_depth(r->xml) == depth)
            return;
        if (strcmp(name, "rPh") == 0)
            phonetic += step == XML_START ? 1 : -1;
        else if (strcmp(name, "t") == 0)
            wanted = step == XML_START && phonetic == 0;
        else if (step == XML_TEXT && wanted)
            buf_puts(&r->text, xmlstream_text(r->xml));
    }
}

static CellParts read_parts(Reader *r) {
    CellParts p = {.style = number_of(xmlstream_attr(r->xml, "s"), 1000000)};
    const char *type = xmlstream_attr(r->xml, "t");
    if (type && strlen(type) < sizeof p.type)
        memcpy(p.type, type, strlen(type) + 1);
    buf_clear(&r->text);
    int depth = xmlstream_depth(r->xml);
    for (XmlStep step; (step = xmlstream_next(r->xml)) != XML_STOP;) {
        if (step == XML_END && xmlstream_depth(r->xml) == depth)
            break;
        if (step != XML_START)
            continue;
        if (xmlstream_is(r->xml, "v") || xmlstream_is(r->xml, "is")) {
            p.value = true;
            read_text(r);
        } else if (xmlstream_is(r->xml, "f")) {
            p.formula = true;
        }
    }
    return p;
}

/* 18.18.11: a date in a cell of type d is ISO 8601 already. */
static void add_iso(Buf *out, const char *s) {
    size_t n = strlen(s);
    const char *t = strchr(s, 'T');
    if (t && strncmp(t, "T00:00:00", 9) == 0)
        n = (size_t)(t - s);
    buf_add(out, s, n);
    if (t && n > (size_t)(t - s))
        out->s[t - s] = ' ';
}

/* False after an error of the cell. */
static bool set_value(Reader *r, const CellParts *p) {
    const char *text = r->text.n ? r->text.s : "";
    const XlsxBook *b = r->book;
    buf_clear(&r->value);
    if (strcmp(p->type, "s") == 0) {
        size_t i = number_of(text, b->nstrings);
        if (i < b->nstrings)
            buf_add(&r->value, b->strings.s + b->ends[i],
                    b->ends[i + 1] - b->ends[i]);
        else
            return sheet_error(r->sheet, r->row, r->col, "",
                               "this cell has a text that is not in the file; "
                               "open it in an office program and save it "
                               "again") &&
                   false;
    } else if (strcmp(p->type, "b") == 0) {
        buf_puts(&r->value, is_true(text) ? "TRUE" : "FALSE");
    } else if (strcmp(p->type, "d") == 0) {
        add_iso(&r->value, text);
    } else if (strcmp(p->type, "str") == 0 ||
               strcmp(p->type, "inlineStr") == 0) {
        xlsx_unescape(&r->value, text, strlen(text));
    } else {
        SheetFormat f = {SHEET_NUMBER, NULL};
        if (p->style < b->nformats)
            f = b->formats[p->style];
        sheetformat_add(&r->value, &f, text, b->since_1904);
    }
    return true;
}

static bool read_cell(Reader *r) {
    const char *ref = xmlstream_attr(r->xml, "r");
    size_t row = r->row, col = r->col + 1;
    if (ref && (!sheet_reference(ref, &row, &col) || row != r->row))
        col = 0; /* which sheet_cell refuses */
    r->col = col;
    CellParts p = read_parts(r);
    if (strcmp(p.type, "e") == 0) {
        const char *shown = r->text.n ? r->text.s : "";
        return sheet_error(r->sheet, r->row, r->col, shown,
                           "this cell shows the error %.40s; mend it or write "
                           "the value",
                           shown);
    }
    if (p.formula && r->text.n == 0 && strcmp(p.type, "str") != 0) {
        return sheet_error(r->sheet, r->row, r->col, "",
                           "this cell has a formula and the file does not say "
                           "what comes of it; open it in an office program and "
                           "save it");
    }
    if (!p.value)
        return true;
    if (!set_value(r, &p))
        return true;
    return sheet_cell(r->sheet, r->row, r->col, r->value.n ? r->value.s : "",
                      r->value.n);
}

/* ---- the sheet ---- */

static void read_merge(Reader *r) {
    const char *ref = xmlstream_attr(r->xml, "ref");
    char first[16];
    size_t row, col, last_row, last_col;
    const char *colon = ref ? strchr(ref, ':') : NULL;
    if (!colon || (size_t)(colon - ref) >= sizeof first)
        return;
    memcpy(first, ref, (size_t)(colon - ref));
    first[colon - ref] = '\0';
    if (sheet_reference(first, &row, &col) &&
        sheet_reference(colon + 1, &last_row, &last_col))
        sheet_merged(r->sheet, row, col, last_row, last_col);
}

static void begin_row(Reader *r) {
    const char *number = xmlstream_attr(r->xml, "r");
    r->row = number ? number_of(number, SHEET_ROWS_MAX + 1) : r->row + 1;
    r->col = 0;
    if (is_true(xmlstream_attr(r->xml, "hidden")))
        sheet_hidden_row(r->sheet, r->row, 1);
}

static void read_rows(Reader *r) {
    bool going = true;
    for (XmlStep step; going && (step = xmlstream_next(r->xml)) != XML_STOP;) {
        if (step != XML_START)
            continue;
        const char *name = xmlstream_name(r->xml);
        if (strcmp(name, "c") == 0)
            going = read_cell(r);
        else if (strcmp(name, "row") == 0)
            begin_row(r);
        else if (strcmp(name, "mergeCell") == 0)
            read_merge(r);
        else if (strcmp(name, "col") == 0 &&
                 is_true(xmlstream_attr(r->xml, "hidden")))
            sheet_hidden_column(
                r->sheet,
                number_of(xmlstream_attr(r->xml, "min"), SHEET_COLUMNS_MAX),
                number_of(xmlstream_attr(r->xml, "max"), SHEET_COLUMNS_MAX));
    }
}

const Source *xlsx_read(Arena *a, ZipFile *z, const char *file,
                        const char *wanted, Diag *diag, TextFaults *faults) {
    XlsxBook book;
    const Source *src = NULL;
    if (xlsx_open_book(a, z, file, wanted, diag, &book)) {
        Reader r = {.book = &book};
        r.xml = xmlstream_open(z, file, book.part, diag);
        if (r.xml) {
            r.sheet = sheet_new(a, file, book.name, diag);
            read_rows(&r);
            src = sheet_end(r.sheet, faults);
            if (!xmlstream_ok(r.xml))
                src = NULL;
        }
        xmlstream_close(r.xml);
        buf_free(&r.text);
        buf_free(&r.value);
    }
    xlsx_close_book(&book);
    return src;
}
