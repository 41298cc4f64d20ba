/* docdump.c - what the readers of documents make of one: a golden view.
 *
 *     docdump [--residue] FILE...
 */
#include "base/diag.h"
#include "input/document.h"

#include <stdio.h>
#include <string.h>

static void print_residue(const Document *d) {
    static const char *const kinds[] = {"mark", "tag", "entity", "escape",
                                        "character"};
    for (size_t i = 0; i < d->nresidue; i++) {
        size_t line, col;
        Span s = d->residue[i].span;
        source_place(s.src, s.off, &line, &col);
        printf("%zu:%zu: %s \"%.*s\"\n", line, col, kinds[d->residue[i].kind],
               (int)s.n, s.src->bytes + s.off);
    }
}

int main(int argc, char **argv) {
    bool residue = argc > 1 && strcmp(argv[1], "--residue") == 0;
    Diag *diag = diag_new();
    for (int i = 1 + residue; i < argc; i++) {
        Arena *a = arena_new();
        Document d;
        Buf buf = {0};
        if (document_load(a, argv[i], diag, &d)) {
            document_dump(&d, &buf);
            fwrite(buf.s, 1, buf.n, stdout);
            if (residue)
                print_residue(&d);
        }
        buf_free(&buf);
        arena_free(a);
    }
    diag_print(diag, stderr, false);
    int status = diag_exit_status(diag);
    diag_free(diag);
    return status;
}
