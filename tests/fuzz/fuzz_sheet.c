/* fuzz_sheet.c - any XML as the parts of a spreadsheet.
 *
 * A fuzzer seldom finds its way through a zip, so it is packed here. The input
 * is a part; "<!--next-->" begins another. A document-content is that of an
 * OpenDocument file; else they are sheet, shared strings and styles of Excel.
 */
#include "list.h"

#include <stdlib.h>
#include <zip.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

#define REL(id, type, target)                                                  \
    "<Relationship Id=\"" id "\" Type=\"x/" type "\" Target=\"" target "\"/>"

static const char types[] =
    "<Types><Override ContentType=\"spreadsheetml.sheet.main+xml\"/></Types>";
static const char rels[] = "<Relationships>" REL(
    "r", "officeDocument", "xl/workbook.xml") "</Relationships>";
static const char book[] = "<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\" "
                           "r:id=\"a\"/></sheets></workbook>";
static const char book_rels[] = "<Relationships>" REL("a", "worksheet", "s.xml")
    REL("b", "sharedStrings", "t.xml")
        REL("c", "styles", "y.xml") "</Relationships>";

static void add(zip_t *zip, const char *name, const void *s, size_t n) {
    zip_source_t *part = zip_source_buffer(zip, s, n, 0);
    zip_int64_t at = zip_file_add(zip, name, part, 0);
    if (at < 0)
        zip_source_free(part);
    else
        zip_set_file_compression(zip, (zip_uint64_t)at, ZIP_CM_STORE, 0);
}

static void add_parts(zip_t *zip, const char *s, size_t n) {
    static const char *const names[] = {"xl/s.xml", "xl/t.xml", "xl/y.xml"};
    static const char mime[] = "application/vnd.oasis.opendocument.spreadsheet";
    static const char next[] = "<!--next-->";
    if (memmem(s, n, "document-content", 16)) {
        add(zip, "mimetype", mime, sizeof mime - 1);
        add(zip, "content.xml", s, n);
        return;
    }
    add(zip, "[Content_Types].xml", types, sizeof types - 1);
    add(zip, "_rels/.rels", rels, sizeof rels - 1);
    add(zip, "xl/workbook.xml", book, sizeof book - 1);
    add(zip, "xl/_rels/workbook.xml.rels", book_rels, sizeof book_rels - 1);
    for (size_t i = 0; i < 3; i++) {
        const char *end = n ? memmem(s, n, next, sizeof next - 1) : NULL;
        size_t m = end ? (size_t)(end - s) : n;
        add(zip, names[i], s, m);
        size_t skip = end ? m + sizeof next - 1 : n;
        s += skip;
        n -= skip;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *to = zip_source_buffer_create(NULL, 0, 0, &error);
    zip_source_keep(to);
    zip_t *zip = zip_open_from_source(to, ZIP_CREATE | ZIP_TRUNCATE, &error);
    add_parts(zip, n ? (const char *)data : "", n);
    if (zip_close(zip) == 0 && zip_source_open(to) == 0) {
        zip_source_seek(to, 0, SEEK_END);
        size_t size = (size_t)zip_source_tell(to);
        uint8_t *bytes = malloc(size);
        zip_source_seek(to, 0, SEEK_SET);
        zip_source_read(to, bytes, size);
        zip_source_close(to);
        check_list("list", bytes, size);
        free(bytes);
    }
    zip_source_free(to);
    zip_error_fini(&error);
    return 0;
}
