#include "input/xlsxbook.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "input/sheet.h"
#include "input/xmlstream.h"

#include <stdlib.h>
#include <string.h>

static bool ends_in(const char *s, const char *suffix) {
    size_t n = strlen(s), m = strlen(suffix);
    return n >= m && strcmp(s + n - m, suffix) == 0;
}

/* ---- relations (ECMA-376 part 2, 9.3) ---- */

/* `target` as seen from the folder of `part`. */
static const char *resolve(Arena *a, const char *part, const char *target) {
    if (*target == '/')
        return arena_strdup(a, target + 1);
    const char *slash = strrchr(part, '/');
    size_t n = slash ? (size_t)(slash - part) : 0;
    for (; strncmp(target, "../", 3) == 0; target += 3) {
        while (n > 0 && part[n - 1] != '/')
            n--;
        n -= n > 0;
    }
    return n > 0 ? arena_printf(a, "%.*s/%s", (int)n, part, target)
                 : arena_strdup(a, target);
}

/* The part that `part` (in the archive; "": the package) has a relation to, by
 * its id or else by the end of its type. NULL if there is none. */
static const char *related(Arena *a, ZipFile *z, const char *file,
                           const char *part, const char *id, const char *type,
                           Diag *diag) {
    const char *slash = strrchr(part, '/');
    int n = slash ? (int)(slash - part) + 1 : 0;
    const char *rels = arena_printf(a, "%.*s_rels/%s.rels", n, part, part + n);
    const char *found = NULL;
    if (!zipfile_has(z, rels))
        return NULL;
    XmlStream *x = xmlstream_open(z, file, rels, diag);
    for (XmlStep step; x && !found && (step = xmlstream_next(x)) != XML_STOP;) {
        if (step != XML_START || !xmlstream_is(x, "Relationship"))
            continue;
        const char *value = xmlstream_attr(x, id ? "Id" : "Type");
        bool same =
            value && (id ? strcmp(value, id) == 0 : ends_in(value, type));
        const char *target = same ? xmlstream_attr(x, "Target") : NULL;
        if (target)
            found = resolve(a, part, target);
    }
    xmlstream_close(x);
    return found;
}

/* ---- the workbook ---- */

/* Which sheet it is and what it is called; its relation's id in *id. */
static bool choose_sheet(Arena *a, ZipFile *z, const char *file,
                         const char *workbook, const char *wanted, Diag *diag,
                         XlsxBook *out, const char **id) {
    SheetNames names = {.wanted = wanted};
    XmlStream *x = xmlstream_open(z, file, workbook, diag);
    if (!x)
        return false;
    for (XmlStep step; (step = xmlstream_next(x)) != XML_STOP;) {
        if (step != XML_START)
            continue;
        if (xmlstream_is(x, "workbookPr")) {
            const char *old = xmlstream_attr(x, "date1904");
            out->since_1904 = old && (*old == '1' || *old == 't');
        }
        if (!xmlstream_is(x, "sheet"))
            continue;
        const char *name = xmlstream_attr(x, "name");
        name = arena_strdup(a, name ? name : "");
        const char *state = xmlstream_attr(x, "state");
        bool hidden = state && strcmp(state, "visible") != 0;
        const char *rid = xmlstream_attr(x, "id");
        if (!*id && rid && (wanted ? strcmp(name, wanted) == 0 : !hidden)) {
            *id = arena_strdup(a, rid);
            out->name = name;
        } else if (hidden) {
            vec_push(a, &names.hidden, name);
        } else {
            vec_push(a, &names.others, name);
        }
    }
    bool ok = xmlstream_ok(x);
    xmlstream_close(x);
    if (ok && *id)
        sheet_report(&names, file, out->name, diag);
    else if (ok)
        sheet_refuse(&names, file, diag);
    return ok && *id;
}

/* ---- shared strings ---- */

void xlsx_unescape(Buf *out, const char *s, size_t n) {
    for (size_t i = 0; i < n; i++) {
        int v = 0;
        bool escape =
            i + 7 <= n && s[i] == '_' && s[i + 1] == 'x' && s[i + 6] == '_';
        for (size_t k = i + 2; escape && k < i + 6; k++) {
            escape = hex_digit(s[k]) >= 0;
            v = v * 16 + hex_digit(s[k]);
        }
        if (!escape || (v >= 0xD800 && v <= 0xDFFF)) {
            buf_putc(out, s[i]);
            continue;
        }
        char utf8[4];
        if (v != '\r') /* _x000D_ is the rest of a line end of Windows */
            buf_add(out, utf8, utf8_put(utf8, (uint32_t)v));
        i += 6;
    }
}

static bool read_strings(Arena *a, ZipFile *z, const char *file,
                         const char *part, Diag *diag, XlsxBook *out) {
    VEC(size_t) ends = {0};
    XmlStream *x = xmlstream_open(z, file, part, diag);
    if (!x)
        return false;
    int phonetic = 0;
    bool inside = false, fits = true;
    Buf raw = {0};
    vec_push(a, &ends, 0);
    for (XmlStep step; fits && (step = xmlstream_next(x)) != XML_STOP;) {
        const char *name = step == XML_TEXT ? "" : xmlstream_name(x);
        if (step == XML_TEXT && inside) {
            buf_puts(&raw, xmlstream_text(x));
        } else if (strcmp(name, "t") == 0) {
            inside = step == XML_START && phonetic == 0;
        } else if (strcmp(name, "rPh") == 0) {
            phonetic += step == XML_START ? 1 : -1;
        } else if (strcmp(name, "si") == 0 && step == XML_END) {
            xlsx_unescape(&out->strings, raw.n ? raw.s : "", raw.n);
            buf_clear(&raw);
            vec_push(a, &ends, out->strings.n);
            fits = out->strings.n <= LIMIT_INPUT_BYTES;
        }
    }
    if (!fits)
        diag_file(diag, DIAG_ERROR, file,
                  "holds more than 256 MB of text; split it into smaller "
                  "files");
    bool ok = fits && xmlstream_ok(x);
    xmlstream_close(x);
    buf_free(&raw);
    out->ends = ends.v;
    out->nstrings = ends.n - 1;
    return ok;
}

/* ---- styles ---- */

typedef struct NumberFormat {
    int id;
    const char *code;
} NumberFormat;

static int id_of(XmlStream *x) {
    const char *s = xmlstream_attr(x, "numFmtId");
    long id = s ? strtol(s, NULL, 10) : 0;
    return id > 0 && id < 1000000 ? (int)id : 0;
}

/* Cells name the xf of cellXfs; cellStyleXfs has others of the same name. */
static bool read_styles(Arena *a, ZipFile *z, const char *file,
                        const char *part, Diag *diag, XlsxBook *out) {
    VEC(NumberFormat) codes = {0};
    VEC(SheetFormat) formats = {0};
    XmlStream *x = xmlstream_open(z, file, part, diag);
    bool cells = false;
    if (!x)
        return false;
    for (XmlStep step; (step = xmlstream_next(x)) != XML_STOP;) {
        if (step == XML_TEXT)
            continue;
        if (xmlstream_is(x, "cellXfs"))
            cells = step == XML_START;
        if (step != XML_START)
            continue;
        if (xmlstream_is(x, "numFmt") && codes.n < 10000) {
            const char *code = xmlstream_attr(x, "formatCode");
            code = arena_strdup(a, code ? code : "");
            vec_push(a, &codes, ((NumberFormat){id_of(x), code}));
        } else if (cells && xmlstream_is(x, "xf") && formats.n < 100000) {
            int id = id_of(x);
            const char *code = NULL;
            for (size_t i = 0; i < codes.n && !code; i++)
                if (codes.v[i].id == id)
                    code = codes.v[i].code;
            vec_push(a, &formats, sheetformat_find(id, code));
        }
    }
    bool ok = xmlstream_ok(x);
    xmlstream_close(x);
    out->formats = formats.v;
    out->nformats = formats.n;
    return ok;
}

bool xlsx_open_book(Arena *a, ZipFile *z, const char *file, const char *wanted,
                    Diag *diag, XlsxBook *out) {
    *out = (XlsxBook){0};
    const char *id = NULL;
    const char *workbook =
        related(a, z, file, "", NULL, "/officeDocument", diag);
    if (!workbook)
        workbook = "xl/workbook.xml";
    if (!choose_sheet(a, z, file, workbook, wanted, diag, out, &id))
        return false;
    out->part = related(a, z, file, workbook, id, NULL, diag);
    if (!out->part) {
        diag_file(diag, DIAG_ERROR, file,
                  "is damaged: the sheet \"%s\" is not in it; save it again",
                  out->name);
        return false;
    }
    const char *strings =
        related(a, z, file, workbook, NULL, "/sharedStrings", diag);
    const char *styles = related(a, z, file, workbook, NULL, "/styles", diag);
    bool ok = !strings || read_strings(a, z, file, strings, diag, out);
    return (!styles || read_styles(a, z, file, styles, diag, out)) && ok;
}

void xlsx_close_book(XlsxBook *b) {
    buf_free(&b->strings);
}
