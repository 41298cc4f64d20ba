/* fuzz_import.c - any text as a document that is imported: what is written must
 * be read again by the readers that packs use. */
#include "base/jsonwrite.h"
#include "input/contacts.h"
#include "input/document.h"
#include "input/letterfile.h"
#include "input/yaml.h"
#include "job/importfolder.h"
#include "job/importoffice.h"
#include "job/importreport.h"

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void add_solid(Buf *out, Text t) {
    for (size_t i = 0; i < t.n; i++)
        if (t.s[i] != ' ' && t.s[i] != '\t' && t.s[i] != '\n')
            buf_putc(out, t.s[i]);
}

static void add_blocks(Buf *out, const Blocks *blocks) {
    for (size_t i = 0; i < blocks->n; i++) {
        const Block *b = &blocks->v[i];
        for (size_t k = 0; k < b->inlines.n; k++)
            if (b->inlines.v[k].kind == INLINE_TEXT)
                add_solid(out, b->inlines.v[k].text);
        add_blocks(out, &b->children);
    }
}

/* The letter as it is read says the document's characters, but for blanks. */
static void compare(const Letter *letter, const DocBlock *blocks, size_t n) {
    Buf read = {0}, said = {0};
    add_blocks(&read, &letter->body);
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < blocks[i].nruns; k++)
            if (!blocks[i].runs[k].note)
                add_solid(&said, blocks[i].runs[k].text);
    bool same = read.n == said.n &&
                (read.n == 0 || memcmp(read.s, said.s, read.n) == 0);
    if (!same)
        fprintf(stderr, "read: %s\nsaid: %s\n", read.n ? read.s : "",
                said.n ? said.s : "");
    assert(same);
    buf_free(&read);
    buf_free(&said);
}

/* No errors; `blocks`: what the body must say. */
static void read_letter(Arena *a, const ImportFile *f, const DocBlock *blocks,
                        size_t n) {
    Diag *diag = diag_new();
    Letter letter;
    const Source *src = source_from(a, f->path, f->text.s, f->text.n);
    bool ok = letterfile_parse(a, src, diag, &letter);
    if (!ok)
        diag_print(diag, stderr, false);
    assert(ok);
    if (n > 0)
        compare(&letter, blocks, n);
    diag_free(diag);
}

static void read_yaml(Arena *a, const ImportFile *f) {
    Diag *diag = diag_new();
    const Source *src = source_from(a, f->path, f->text.s, f->text.n);
    const YamlNode *root = yaml_parse(a, src, 0, src->n, diag);
    if (!root)
        diag_print(diag, stderr, false);
    assert(root);
    if (strstr(f->path, "targets") && root->kind == YAML_LIST) {
        Contacts all;
        contacts_parse_yaml(a, src, diag, &all);
    }
    diag_free(diag);
}

static void check_files(Arena *a, const ImportFiles *files, const Import *in) {
    for (size_t i = 0; i < files->n; i++) {
        const char *path = files->v[i].path;
        if (strstr(path, ".yaml"))
            read_yaml(a, &files->v[i]);
        else
            read_letter(a, &files->v[i],
                        strstr(path, "case") ? in->story : in->letter.blocks,
                        strstr(path, "case") ? in->nstory : in->letter.n);
    }
}

static void check_office(Arena *a, const Document *doc, const char *lang) {
    Diag *diag = diag_new();
    Buf report = {0}, text = {0};
    if (importoffice(a, doc, lang, diag, &report, &text)) {
        ImportFile file = {.path = "letter.md", .text = text};
        read_letter(a, &file, NULL, 0);
    }
    buf_free(&report);
    buf_free(&text);
    diag_free(diag);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
    if (memmem(data, n < 1024 ? n : 1024, "%PDF-", 5) || n > 20000)
        return 0;
    Arena *a = arena_new();
    Diag *diag = diag_new();
    Document doc;
    if (document_read(a, "fuzz", data, n, diag, &doc)) {
        Import in;
        const Import *one = &in;
        ImportFiles files = {0};
        Buf out = {0};
        JsonWriter w = {.out = &out};
        import_find(a, &doc, NULL, diag, &in);
        importreport_text(a, &in, &out);
        importreport_json(a, &in, &w);
        importfolder_files(a, &one, 1, "folder", &files);
        check_files(a, &files, &in);
        check_office(a, &doc, in.lang);
        importfiles_free(&files);
        buf_free(&out);
    }
    diag_free(diag);
    arena_free(a);
    return 0;
}
