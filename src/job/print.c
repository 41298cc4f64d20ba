#include "job/print.h"

#include "out/pdf.h"

static bool draw(PageSource *src, size_t i, Arena *scratch, DisplayTags *tags,
                 DisplayPages *out) {
    arena_reset(scratch);
    *out = (DisplayPages){0};
    return src->draw(src, i, scratch, tags, out);
}

static bool write_items(PageSource *src, Arena *scratch, DisplayTags *tags,
                        Pdf *pdf) {
    for (size_t i = 0; i < src->n; i++) {
        DisplayPages pages;
        if (!draw(src, i, scratch, tags, &pages))
            return false;
        for (size_t k = 0; k < pages.n; k++)
            if (!pdf_page(pdf, &pages.v[k]))
                return true; /* pdf_close tells why */
        pdf_tags_done(pdf);
        Arena *a = tags->arena;
        arena_reset(a);
        *tags = (DisplayTags){.arena = a};
    }
    return true;
}

static bool write_pdf(PageSource *src, const char *path, Arena *scratch,
                      DisplayTags *tags, Diag *diag) {
    PdfOptions opt = {.lang = src->lang ? src->lang : "",
                      .duplex = src->duplex,
                      .tags = tags};
    Pdf *pdf = pdf_open(path, &opt, diag);
    if (!pdf)
        return false;
    if (write_items(src, scratch, tags, pdf))
        return pdf_close(pdf, diag);
    pdf_abandon(pdf);
    return false;
}

static bool dump_items(PageSource *src, Arena *scratch, DisplayTags *tags,
                       Buf *out) {
    for (size_t i = 0; i < src->n; i++) {
        DisplayPages pages;
        if (!draw(src, i, scratch, tags, &pages))
            return false;
        for (size_t k = 0; k < pages.n; k++)
            display_dump(tags, &pages.v[k], out);
    }
    return true;
}

bool print_pages(PageSource *src, const JobOutput *out, Diag *diag) {
    Arena *scratch = arena_new(), *a = arena_new();
    DisplayTags tags = {.arena = a};
    bool ok = true;
    if (out->dump == DUMP_DISPLAY)
        ok = dump_items(src, scratch, &tags, out->text);
    else if (out->path)
        ok = write_pdf(src, out->path, scratch, &tags, diag);
    arena_free(scratch);
    arena_free(a);
    return ok;
}
