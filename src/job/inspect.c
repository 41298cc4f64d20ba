#include "job/inspect.h"

#include <string.h>

static void print_cluster(Arena *a, const UString *u, uint32_t from,
                          uint32_t to, const Font *font, Buf *out) {
    buf_printf(out, "%s\t", ustring_utf8(a, u, from, to));
    const char *gap = "";
    for (uint32_t i = from; i < to;) {
        uint32_t cp = u->s[i++];
        if ((cp & 0xFC00) == 0xD800 && i < to)
            cp = 0x10000 + ((cp - 0xD800) << 10) + (u->s[i++] - 0xDC00u);
        buf_printf(out, "%sU+%04X", gap, (unsigned)cp);
        gap = " ";
    }
    buf_printf(out, "\t%s\n", font ? font->name : "(no face)");
}

/* The clusters of a shaped run are those of the text: its glyphs name them. */
static void print_run(Arena *a, const GlyphRun *run, Buf *out) {
    VEC(uint32_t) starts = {0};
    for (uint32_t i = 0; i < run->n; i++) {
        uint32_t c = run->glyphs[i].cluster;
        size_t at = starts.n;
        vec_push(a, &starts, c);
        for (; at > 0 && starts.v[at - 1] > c; at--)
            starts.v[at] = starts.v[at - 1];
        starts.v[at] = c;
    }
    for (size_t i = 0; i < starts.n; i++) {
        uint32_t to = i + 1 < starts.n ? starts.v[i + 1] : run->end;
        if (to > starts.v[i])
            print_cluster(a, run->text, starts.v[i], to, run->font, out);
    }
}

bool inspect_text(Session *s, const char *text, const TextStyle *style,
                  Diag *diag, Buf *out) {
    Arena *a = arena_new();
    const Source *src = source_from(a, "text", text, strlen(text));
    bool ok = source_check(src, diag);
    if (ok) {
        UBuilder *b = ubuilder_new(a);
        ubuilder_add(b, text_of_span((Span){src, 0, src->n}), style, diag);
        UString u;
        Items items;
        bool rtl = itemize_is_rtl(DIR_AUTO, b, style->lang);
        ubuilder_finish(b, rtl, diag, &u);
        itemize(a, s->fonts, &u, rtl, false, NULL, 0, diag, &items);
        for (size_t i = 0; i < items.n; i++) {
            GlyphRun run;
            shape_range(a, &u, &items.v[i], items.v[i].start, items.v[i].end,
                        &run);
            print_run(a, &run, out);
        }
        ok = diag_exit_status(diag) == 0;
    }
    arena_free(a);
    return ok;
}
