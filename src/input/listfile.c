#include "input/listfile.h"

#include "base/filekind.h"
#include "base/fs.h"
#include "base/limits.h"
#include "input/encoding.h"
#include "input/ods.h"
#include "input/xlsx.h"
#include "input/zipfile.h"

#include <string.h>
#include <strings.h>

/* Files that hold no list, or none that can be got at. */
static bool refused(const char *path, const char *bytes, size_t n, Diag *diag) {
    static const FileKind kinds[] = {
        {"\xD0\xCF\x11\xE0", 4,
         "is an old Office file (.xls, .doc); open it there and save it as "
         ".xlsx, .ods or CSV"},
        {"%PDF-", 5, "is a PDF; give the list it was made from"},
        {"{\\rtf", 5, "is RTF; a list is a spreadsheet, CSV or YAML"},
        {"\x89PNG", 4, "is a picture; give the list it shows"},
        {"\xFF\xD8\xFF", 3, "is a picture; give the list it shows"},
        {"GIF8", 4, "is a picture; give the list it shows"},
        {"\x1F\x8B", 2, "is compressed; unpack it with gunzip first"}};
    if (filekind_refuse(kinds, sizeof kinds / sizeof *kinds, path, bytes, n,
                        diag))
        return true;
    if (fs_ends_in(path, ".md") && filekind_is(bytes, n, "---", 3)) {
        diag_file(diag, DIAG_ERROR, path,
                  "is a letter; give the list of those whom it goes to or "
                  "comes from");
        return true;
    }
    return false;
}

static size_t skip_mark(const Source *src) {
    size_t at =
        src->n >= 3 && memcmp(src->bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    while (at < src->n && strchr(" \t\r\n", src->bytes[at]) && src->bytes[at])
        at++;
    return at;
}

/* A name that tells nothing: "- " begins a YAML list, "key: value" a YAML map,
 * "#" its comment; a header of columns has none of them. */
static bool looks_like_csv(const Source *src) {
    size_t at = skip_mark(src);
    if (at >= src->n)
        return false;
    if (strchr("-#%[{", src->bytes[at]))
        return false;
    size_t n = strcspn(src->bytes + at, "\r\n");
    const char *line = src->bytes + at;
    return !memmem(line, n, ": ", 2) && line[n - 1] != ':';
}

/* An object, or a list of them, with its first key in quotes. YAML can look the
 * same; then it says the same. */
static bool looks_like_json(const Source *src) {
    size_t at = skip_mark(src);
    const char *s = src->bytes;
    if (at < src->n && s[at] == '[')
        at += 1 + strspn(s + at + 1, " \t\r\n");
    if (at >= src->n || s[at] != '{')
        return false;
    at += 1 + strspn(s + at + 1, " \t\r\n");
    return at < src->n && s[at] == '"';
}

static bool looks_like_vcard(const Source *src) {
    size_t at = skip_mark(src);
    return src->n - at >= 11 &&
           strncasecmp(src->bytes + at, "BEGIN:VCARD", 11) == 0;
}

static ListFormat format_of(const char *path, const Source *src) {
    if (fs_ends_in(path, ".json") || fs_ends_in(path, ".jsonl") ||
        fs_ends_in(path, ".ndjson"))
        return LIST_JSON;
    if (fs_ends_in(path, ".vcf") || fs_ends_in(path, ".vcard") ||
        looks_like_vcard(src))
        return LIST_VCARD;
    if (fs_ends_in(path, ".csv") || fs_ends_in(path, ".tsv"))
        return LIST_CSV;
    if (fs_ends_in(path, ".yaml") || fs_ends_in(path, ".yml"))
        return LIST_YAML;
    if (looks_like_json(src))
        return LIST_JSON;
    return looks_like_csv(src) ? LIST_CSV : LIST_YAML;
}

static void read_text(Arena *a, const ListReading *how, const char *path,
                      const char *bytes, size_t n, Diag *diag, ListFile *out) {
    const char *given = how ? how->encoding : NULL;
    /* YAML is UTF-8, or UTF-16 with a mark (YAML 1.2.2, 5.2). */
    if ((fs_ends_in(path, ".yaml") || fs_ends_in(path, ".yml")) && !given &&
        !filekind_is(bytes, n, "\xFF\xFE", 2) &&
        !filekind_is(bytes, n, "\xFE\xFF", 2)) {
        out->src = source_from(a, path, bytes, n);
        source_check(out->src, diag);
        return;
    }
    Encoded text;
    encoding_decode(a, path, bytes, n, given, columns_know, out->columns, diag,
                    &text);
    out->faults = text.faults;
    out->src = text.src;
    out->as = text.as;
    if (text.src)
        out->format = format_of(path, text.src);
}

/* ---- spreadsheets ---- */

/* The types of [Content_Types].xml and of the part mimetype. */
static const struct {
    const char *type, *what; /* what NULL: it is a sheet */
} types[] = {
    {"spreadsheetml.sheet.main+xml", NULL},
    {"ms-excel.sheet.macroEnabled.main+xml", NULL},
    {"spreadsheetml.template.main+xml", NULL},
    {"ms-excel.sheet.binary", "is an Excel file in the binary form (.xlsb); "
                              "save it as .xlsx, .ods or CSV"},
    {"wordprocessingml", "is a text document; a list is a spreadsheet, CSV or "
                         "YAML"},
    {"opendocument.spreadsheet", NULL},
    {"opendocument.text", "is a text document; a list is a spreadsheet, CSV or "
                          "YAML"},
};
enum { TYPES = sizeof types / sizeof *types };

/* Which of them the part holds; TYPES if none. */
static size_t find_type(const char *s, size_t n) {
    size_t i = 0;
    while (i < TYPES && !memmem(s, n, types[i].type, strlen(types[i].type)))
        i++;
    return i;
}

static void read_sheet(Arena *a, ZipFile *z, const char *path,
                       const char *sheet, Diag *diag, ListFile *out) {
    char mime[128];
    const Source *content = NULL;
    bool ods = zipfile_has(z, "mimetype");
    size_t type = TYPES;
    if (ods)
        type = find_type(mime, zipfile_peek(z, "mimetype", mime, sizeof mime));
    else if (!zipfile_read(z, a, "[Content_Types].xml", &content))
        return;
    if (content)
        type = find_type(content->bytes, content->n);
    if (type == TYPES || types[type].what) {
        diag_file(diag, DIAG_ERROR, path, "%s",
                  type < TYPES ? types[type].what
                               : "is a zip, but no spreadsheet; unpack it, or "
                                 "save the list as .xlsx, .ods or CSV");
        return;
    }
    out->format = LIST_CSV;
    out->src = ods ? ods_read(a, z, path, sheet, diag, &out->faults)
                   : xlsx_read(a, z, path, sheet, diag, &out->faults);
    if (out->src)
        textfaults_find(a, &out->faults, out->src);
}

static void read_package(Arena *a, const char *path, const char *sheet,
                         const char *bytes, size_t n, Diag *diag,
                         ListFile *out) {
    const char *name = strcmp(path, "-") == 0 ? "<stdin>" : path;
    ZipFile *z = zipfile_open(name, bytes, n, diag);
    if (z && !zipfile_is_locked(z))
        read_sheet(a, z, name, sheet, diag, out);
    zipfile_close(z);
}

/* FILE of FILE.xlsx@SHEET; *sheet NULL if none is named. */
static const char *path_of(Arena *a, const char *spec, const char **sheet) {
    static const char *const suffixes[] = {".xlsx", ".xlsm", ".ods"};
    *sheet = NULL;
    for (const char *at = strchr(spec, '@'); at; at = strchr(at + 1, '@')) {
        const char *path = arena_strndup(a, spec, (size_t)(at - spec));
        for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
            if (!fs_ends_in(path, suffixes[i]) || fs_exists(spec))
                continue;
            *sheet = at + 1;
            return path;
        }
    }
    return spec;
}

const char *listfile_path(Arena *a, const char *spec) {
    const char *sheet;
    return path_of(a, spec, &sheet);
}

bool listfile_parse(Arena *a, const ListReading *how, const char *path,
                    const char *sheet, const char *bytes, size_t n, Diag *diag,
                    ListFile *out) {
    size_t errors = diag_count(diag, DIAG_ERROR);
    *out = (ListFile){0};
    out->columns = columns_new(a, how ? how->map : NULL, true, diag);
    if (zipfile_is(bytes, n))
        read_package(a, path, sheet, bytes, n, diag, out);
    else if (!refused(path, bytes, n, diag))
        read_text(a, how, path, bytes, n, diag, out);
    return out->src && diag_count(diag, DIAG_ERROR) == errors;
}

bool listfile_load(Arena *a, const ListReading *how, const char *spec,
                   Diag *diag, ListFile *out) {
    Buf b = {0};
    const char *sheet, *path = path_of(a, spec, &sheet);
    *out = (ListFile){0};
    bool ok =
        fs_read(path, LIMIT_INPUT_BYTES, &b, diag) &&
        listfile_parse(a, how, path, sheet, b.s ? b.s : "", b.n, diag, out);
    buf_free(&b);
    return ok;
}
