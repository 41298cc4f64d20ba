#include "text/fontlist.h"

#include <string.h>

static bool is_collection(const char *file) {
    const char *dot = strrchr(file, '.');
    return dot && strcmp(dot, ".ttc") == 0;
}

static void print_face(FontFiles *files, const Face *face, Buf *out) {
    static const char *const variants[] = {"", "bold", "italic", "bold italic"};
    for (size_t v = 0; v < FACE_VARIANTS; v++) {
        const FaceFile *file = &face->files[v];
        if (!file->name)
            continue;
        const char *path = fontfiles_path(files, face, (FaceVariant)v);
        buf_printf(out, "  %-17s %-11s  ", v == 0 ? face->name : "",
                   variants[v]);
        if (!path)
            buf_printf(out, "missing: %s; install %s\n", file->name,
                       face->package);
        else if (is_collection(file->name))
            buf_printf(out, "%s, face %u\n", path, file->index);
        else
            buf_printf(out, "%s\n", path);
    }
}

/* "  NAME  WORDS", wrapped at 80 columns under the first word. */
static void print_words(const char *name, const char *words, Buf *out) {
    const size_t indent = 17;
    size_t column = indent;
    buf_printf(out, "  %-14s", name);
    while (*words) {
        size_t n = strcspn(words, " ");
        if (column + 1 + n > 80) {
            buf_printf(out, "\n%*s", (int)indent - 1, "");
            column = indent;
        }
        buf_putc(out, ' ');
        buf_add(out, words, n);
        column += n + 1;
        words += n + (words[n] == ' ');
    }
    buf_putc(out, '\n');
}

static void print_languages(const Stacks *stacks, FontFamily family, Buf *out) {
    for (size_t i = 0; i < stacks->languages.n; i++) {
        const Language *lang = stacks->languages.v[i];
        print_words(lang->name, lang->written[family], out);
    }
}

void fontlist_print(const Stacks *stacks, FontFiles *files, bool system_fonts,
                    Buf *out) {
    size_t missing = 0;
    buf_puts(out, "Faces; a variant that a face lacks is set in its plainer "
                  "one\n");
    for (size_t i = 0; i < stacks->faces.n; i++) {
        print_face(files, stacks->faces.v[i], out);
        missing +=
            fontfiles_path(files, stacks->faces.v[i], FACE_REGULAR) == NULL;
    }
    buf_puts(out, "\nSerif stacks: the first face that has a character sets "
                  "it; face/marks sets\nthose marks only; @group is below\n");
    print_languages(stacks, FONT_SERIF, out);
    buf_puts(out, "\nSans stacks\n");
    print_languages(stacks, FONT_SANS, out);
    buf_puts(out, "\nGroups\n");
    for (size_t i = 0; i < stacks->groups.n; i++)
        print_words(stacks->groups.v[i]->name, stacks->groups.v[i]->written,
                    out);
    buf_puts(out, "\nLanguage tags\n");
    for (size_t i = 0; i < stacks->languages.n; i++) {
        const Language *lang = stacks->languages.v[i];
        buf_printf(out, "  %-14s", lang->name);
        for (size_t k = 0; k < lang->n; k++)
            buf_printf(out, " %s", lang->tags[k]);
        buf_putc(out, '\n');
    }
    buf_printf(out, "\n%zu faces, %zu missing%s\n", stacks->faces.n, missing,
               system_fonts ? "; then the fonts of this system" : "");
}
