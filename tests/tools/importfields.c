/* importfields.c - what an import finds in a document, a field a line:
 *
 *     importfields FILE
 *
 * part, name, state, line of its place (0: none) and value ("-" of what is
 * missing), with tabs between.
 */
#include "base/diag.h"
#include "input/document.h"
#include "job/importreport.h"

#include <stdio.h>

static size_t line_of(const Document *doc, Span span) {
    size_t line = 0, col;
    if (span.src == doc->source)
        source_place(span.src, span.off, &line, &col);
    return line;
}

int main(int argc, char **argv) {
    static const char *const states[] = {"missing", "guessed", "found"};
    Diag *diag = diag_new();
    Arena *a = arena_new();
    Document doc;
    if (argc == 2 && document_load(a, argv[1], diag, &doc)) {
        Import in;
        ImportEntries entries;
        import_find(a, &doc, NULL, diag, &in);
        importreport_entries(a, &in, &entries);
        for (size_t i = 0; i < entries.n; i++) {
            const ImportEntry *e = &entries.v[i];
            bool missing = e->value.sure == IMPORT_MISSING;
            printf("%s\t%s\t%s\t%zu\t%.*s\n", e->part, e->name,
                   states[e->value.sure], line_of(&doc, e->value.text.span),
                   missing ? 1 : (int)e->value.text.n,
                   missing ? "-" : e->value.text.s);
        }
    }
    diag_print(diag, stderr, false);
    int status = argc == 2 ? diag_exit_status(diag) : 2;
    arena_free(a);
    diag_free(diag);
    return status;
}
