/* docdump.c - what the readers of documents make of one: a golden view.
 *
 *     docdump [--residue | --text] FILE...
 *
 * --residue: also what was taken away; --text: only the text of each line, to
 * compare formats.
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

static void print_text(const Document *d) {
    for (size_t i = 0; i < d->n; i++) {
        const Text t = d->blocks[i].text;
        for (size_t k = 0; k < t.n; k++)
            putchar(t.s[k] == '\t' ? ' ' : t.s[k]);
        putchar('\n');
    }
}

static void print_document(const Document *d, const char *option) {
    Buf buf = {0};
    if (strcmp(option, "--text") == 0) {
        print_text(d);
        return;
    }
    document_dump(d, &buf);
    fwrite(buf.s ? buf.s : "", 1, buf.n, stdout);
    buf_free(&buf);
    if (d->encoding)
        printf("encoding: %s\n", d->encoding);
    if (strcmp(option, "--residue") == 0)
        print_residue(d);
}

int main(int argc, char **argv) {
    bool has_option = argc > 1 && argv[1][0] == '-' && argv[1][1];
    Diag *diag = diag_new();
    for (int i = 1 + has_option; i < argc; i++) {
        Arena *a = arena_new();
        Document d;
        if (document_load(a, argv[i], diag, &d))
            print_document(&d, has_option ? argv[1] : "");
        arena_free(a);
    }
    diag_print(diag, stderr, false);
    int status = diag_exit_status(diag);
    diag_free(diag);
    return status;
}
