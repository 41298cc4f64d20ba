#include "text/dump.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

DumpStage dump_stage(const char *name) {
    static const struct {
        const char *name;
        DumpStage stage;
    } STAGES[] = {{"items", DUMP_ITEMS},
                  {"glyphs", DUMP_GLYPHS},
                  {"lines", DUMP_LINES},
                  {"display", DUMP_DISPLAY}};
    for (size_t i = 0; i < sizeof STAGES / sizeof *STAGES; i++) {
        if (strcmp(name, STAGES[i].name) == 0)
            return STAGES[i].stage;
    }
    return DUMP_NONE;
}

/* Points with three decimals, exact: 1/65536 pt rounded half away from zero. */
static void add_len(Buf *out, Len l) {
    int64_t milli = (int64_t)l * 1000;
    milli = (milli + (milli < 0 ? -LEN_PT / 2 : LEN_PT / 2)) / LEN_PT;
    const char *sign = milli < 0 ? "-" : "";
    unsigned long long size = (unsigned long long)(milli < 0 ? -milli : milli);
    buf_printf(out, "%s%llu.%03llu", sign, size / 1000, size % 1000);
}

/* What an eye would not see, or would be misled by. */
static bool is_hidden(UChar32 c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA1) || c == 0xAD || c == 0x61C ||
           c == 0x34F || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202F) || (c >= 0x2060 && c <= 0x206F) ||
           c == 0xFEFF;
}

static void add_text(Buf *out, const UString *u, uint32_t from, uint32_t to) {
    buf_putc(out, '"');
    for (uint32_t i = from; i < to;) {
        UChar32 c = (UChar32)utf16_next(u->s, to, &i);
        char bytes[4];
        if (c == '"' || c == '\\')
            buf_printf(out, "\\%c", (char)c);
        else if (is_hidden(c))
            buf_printf(out, "\\u{%04X}", (unsigned)c);
        else
            buf_add(out, bytes, utf8_put(bytes, (uint32_t)c));
    }
    buf_putc(out, '"');
}

static const char *font_name(const Font *font) {
    return font ? font->name : "-";
}

static const char *orient_name(TextOrient orient) {
    switch (orient) {
    case ORIENT_HORIZONTAL:
        return "";
    case ORIENT_ROTATED:
        return "rotated ";
    case ORIENT_UPRIGHT:
        return "upright ";
    case ORIENT_ACROSS:
        return "across ";
    }
    return "";
}

static void dump_items(const Para *p, Buf *out) {
    for (size_t i = 0; i < p->items.n; i++) {
        const Item *it = &p->items.v[i];
        char script[5] = {0};
        hb_tag_to_string(hb_script_to_iso15924_tag(it->script), script);
        buf_printf(out, "[%u,%u) %u %s %s %s ", it->start, it->end, it->level,
                   script, it->lang[0] ? it->lang : "-", font_name(it->font));
        buf_puts(out, orient_name(it->orient));
        add_text(out, &p->text, it->start, it->end);
        buf_putc(out, '\n');
    }
}

/* Back to design units, as hb-shape prints them. */
static int64_t in_units(const GlyphRun *run, Len l) {
    return run->em ? len_muldiv(l, run->font->upem, run->em) : 0;
}

/* hb-shape's notation; its y grows upwards, top to bottom the advances go
 * down. */
static void add_upright_glyph(const GlyphRun *run, const Glyph *g, Buf *out) {
    buf_printf(out, "@%lld,%lld+0,%lld", (long long)in_units(run, -g->dy),
               (long long)in_units(run, -g->dx),
               (long long)in_units(run, -g->advance));
}

static void add_glyph(const GlyphRun *run, const Glyph *g, Buf *out) {
    char name[64];
    hb_font_glyph_to_string(font_at(run->font, run->em), g->id, name,
                            sizeof name);
    buf_printf(out, "%s=%u", name, g->cluster);
    if (shape_stands(run)) {
        add_upright_glyph(run, g, out);
        return;
    }
    int64_t dx = in_units(run, g->dx), dy = in_units(run, -g->dy);
    if (dx || dy)
        buf_printf(out, "@%lld,%lld", (long long)dx, (long long)dy);
    buf_printf(out, "+%lld", (long long)in_units(run, g->advance));
}

static void dump_glyphs(const Para *p, Buf *out) {
    for (size_t i = 0; i < p->n; i++) {
        for (size_t k = 0; k < p->lines[i].nruns; k++) {
            const LineRun *r = &p->lines[i].runs[k];
            buf_printf(out, "%s ", font_name(r->run->font));
            add_len(out, r->run->em);
            buf_puts(out, " [");
            for (uint32_t g = r->from; g < r->to; g++) {
                if (g > r->from)
                    buf_putc(out, '|');
                add_glyph(r->run, &r->run->glyphs[g], out);
            }
            buf_puts(out, "]\n");
        }
    }
}

static void dump_lines(const Para *p, Buf *out) {
    for (size_t i = 0; i < p->n; i++) {
        const Line *line = &p->lines[i];
        buf_printf(out, "[%u,%u) x ", line->start, line->end);
        add_len(out, line->x);
        buf_puts(out, " width ");
        add_len(out, line->width);
        buf_puts(out, " baseline ");
        add_len(out, line->baseline);
        buf_puts(out, line->overfull ? " overfull " : " ");
        add_text(out, &p->text, line->start, line->end);
        buf_putc(out, '\n');
        for (size_t k = 0; k < line->nruns; k++) {
            const GlyphRun *run = line->runs[k].run;
            buf_printf(out, "  [%u,%u) x ", run->start, run->end);
            add_len(out, line->runs[k].x);
            buf_puts(out, " width ");
            add_len(out, run->width);
            buf_printf(out, " %s ", font_name(run->font));
            add_len(out, run->em);
            buf_putc(out, '\n');
        }
    }
}

void dump_para(const Para *p, DumpStage stage, Buf *out) {
    switch (stage) {
    case DUMP_ITEMS:
        dump_items(p, out);
        break;
    case DUMP_GLYPHS:
        dump_glyphs(p, out);
        break;
    case DUMP_LINES:
        dump_lines(p, out);
        break;
    case DUMP_NONE:
    case DUMP_DISPLAY:
        break;
    }
}
