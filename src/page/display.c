#include "page/display.h"

#include <assert.h>
#include <string.h>

#include "base/utf8.h"

uint32_t display_tag(DisplayTags *t, DisplayRole role, uint32_t parent,
                     const char *lang) {
    assert(parent == DISPLAY_NO_TAG || parent < t->tags.n);
    assert(t->tags.n < DISPLAY_NO_TAG);
    DisplayTag tag = {.role = role,
                      .parent = parent,
                      .lang =
                          lang && *lang ? arena_strdup(t->arena, lang) : ""};
    vec_push(t->arena, &t->tags, tag);
    return (uint32_t)(t->tags.n - 1);
}

static void push(Arena *a, DisplayItems *to, DisplayItem item) {
    vec_push(a, to, item);
}

void display_run(Arena *a, DisplayItems *to, uint32_t tag, Len x, Len y,
                 const GlyphRun *run, uint32_t from, uint32_t end) {
    assert(from <= end && end <= run->n);
    if (from == end)
        return;
    push(a, to,
         (DisplayItem){.kind = DISPLAY_GLYPHS,
                       .tag = tag,
                       .x = x,
                       .y = y,
                       .u.glyphs = {run, from, end}});
}

static void push_rect(Arena *a, DisplayItems *to, uint32_t tag, Len x, Len y,
                      Len w, Len h, DisplayColour colour) {
    push(a, to,
         (DisplayItem){.kind = DISPLAY_RECT,
                       .tag = tag,
                       .x = x,
                       .y = y,
                       .u.rect = {w, h, colour}});
}

void display_rect(Arena *a, DisplayItems *to, uint32_t tag, Len x, Len y, Len w,
                  Len h, uint8_t gray) {
    push_rect(a, to, tag, x, y, w, h, (DisplayColour){gray, gray, gray});
}

void display_frame(Arena *a, DisplayItems *to, uint32_t tag, Len x, Len y,
                   Len w, Len h, Len line, DisplayColour colour) {
    push_rect(a, to, tag, x - line, y - line, w + 2 * line, line, colour);
    push_rect(a, to, tag, x - line, y + h, w + 2 * line, line, colour);
    push_rect(a, to, tag, x - line, y, line, h, colour);
    push_rect(a, to, tag, x + w, y, line, h, colour);
}

void display_line(Arena *a, DisplayItems *to, uint32_t tag, Len x, Len y,
                  Len x2, Len y2, Len width, Len dash, uint8_t gray) {
    push(a, to,
         (DisplayItem){.kind = DISPLAY_LINE,
                       .tag = tag,
                       .x = x,
                       .y = y,
                       .u.line = {x2, y2, width, dash, gray}});
}

void display_form(Arena *a, DisplayItems *to, uint32_t tag, Len x, Len y,
                  const DisplayForm *form) {
    push(a, to,
         (DisplayItem){
             .kind = DISPLAY_FORM, .tag = tag, .x = x, .y = y, .u.form = form});
}

void display_image(Arena *a, DisplayItems *to, uint32_t tag, Len x, Len y,
                   Len w, Len h, const Image *image) {
    push(a, to,
         (DisplayItem){.kind = DISPLAY_IMAGE,
                       .tag = tag,
                       .x = x,
                       .y = y,
                       .u.image = {image, w, h}});
}

void display_para(Arena *a, DisplayItems *to, uint32_t tag, Len x, Len y,
                  const Para *p, size_t from, size_t end) {
    assert(from <= end && end <= p->n);
    if (from == end)
        return;
    Len top = p->lines[from].baseline - p->lines[0].baseline;
    for (size_t i = from; i < end; i++) {
        const Line *line = &p->lines[i];
        for (size_t k = 0; k < line->nruns; k++) {
            const LineRun *r = &line->runs[k];
            Len across = line->x + r->x, down = line->baseline - top;
            size_t n = to->n;
            display_turn(p->vertical, &across, &down);
            display_run(a, to, tag, x + across, y + down, r->run, r->from,
                        r->to);
            if (to->n > n)
                to->v[n].turn = p->vertical;
        }
    }
}

void display_aid(DisplayItems *items, size_t first) {
    for (size_t i = first; i < items->n; i++)
        items->v[i].aid = true;
}

void display_mark(Arena *a, DisplayItems *to, size_t from,
                  const DisplayMarks *marks, size_t line) {
    if (!marks->wanted)
        return;
    DisplayMark *own = ARENA_NEW(a, DisplayMark);
    *own =
        (DisplayMark){marks->address, marks->number, marks->first_line + line};
    for (size_t i = from; i < to->n; i++)
        to->v[i].mark = own;
}

/* Where the point (x, y) of a sheet of w x h comes to lie when it is turned. */
static void turn_point(unsigned quarters, Len w, Len h, Len *x, Len *y) {
    display_turn(quarters, x, y);
    *x += quarters == 1 ? h : quarters == 2 ? w : 0;
    *y += quarters == 2 ? h : quarters == 3 ? w : 0;
}

void display_turned(Arena *a, const DisplayItems *from, DisplayItems *to,
                    int quarters, Len w, Len h, Len dx, Len dy) {
    assert(from != to);
    const unsigned q = (unsigned)quarters & 3;
    for (size_t k = 0; k < from->n; k++) {
        DisplayItem i = from->v[k];
        turn_point(q, w, h, &i.x, &i.y);
        i.x += dx;
        i.y += dy;
        switch (i.kind) {
        case DISPLAY_GLYPHS:
        case DISPLAY_FORM:
        case DISPLAY_IMAGE:
            i.turn = (i.turn + q) & 3;
            break;
        case DISPLAY_LINE:
            turn_point(q, w, h, &i.u.line.x2, &i.u.line.y2);
            i.u.line.x2 += dx;
            i.u.line.y2 += dy;
            break;
        case DISPLAY_RECT: {
            /* The corner at the top left is another one now. */
            Len across = i.u.rect.w, down = i.u.rect.h;
            display_turn(q, &across, &down);
            i.x += across < 0 ? across : 0;
            i.y += down < 0 ? down : 0;
            i.u.rect.w = across < 0 ? -across : across;
            i.u.rect.h = down < 0 ? -down : down;
            break;
        }
        }
        push(a, to, i);
    }
}

static const char *role_name(DisplayRole role) {
    switch (role) {
    case ROLE_ARTIFACT:
        return "artifact";
    case ROLE_DOCUMENT:
        return "document";
    case ROLE_PART:
        return "part";
    case ROLE_P:
        return "P";
    case ROLE_H1:
        return "H1";
    case ROLE_H2:
        return "H2";
    case ROLE_H3:
        return "H3";
    case ROLE_LIST:
        return "list";
    case ROLE_ITEM:
        return "item";
    case ROLE_ITEM_LABEL:
        return "item-label";
    case ROLE_ITEM_BODY:
        return "item-body";
    case ROLE_QUOTE:
        return "quote";
    case ROLE_FIGURE:
        return "figure";
    case ROLE_NOTE:
        return "note";
    case ROLE_TABLE:
        return "table";
    case ROLE_ROW:
        return "row";
    case ROLE_HEADER_CELL:
        return "header-cell";
    case ROLE_CELL:
        return "cell";
    case ROLE_LINK:
        return "link";
    }
    return "?";
}

/* Points with exactly three decimals, so that columns of a dump line up. */
static void put_len(Buf *out, Len len) {
    int64_t scaled = (int64_t)len * 1000;
    int64_t milli = (scaled + (scaled < 0 ? -32768 : 32768)) / 65536;
    int64_t size = milli < 0 ? -milli : milli;
    buf_printf(out, "%s%lld.%03lld", milli < 0 ? "-" : "",
               (long long)(size / 1000), (long long)(size % 1000));
}

static void put_lens(Buf *out, const Len *v, size_t n) {
    for (size_t i = 0; i < n; i++) {
        buf_putc(out, ' ');
        put_len(out, v[i]);
    }
}

static void put_tag(Buf *out, const DisplayTags *t, uint32_t tag) {
    if (tag == DISPLAY_NO_TAG) {
        buf_putc(out, '-');
    } else if (!t || tag >= t->tags.n) {
        buf_printf(out, "#%u", tag);
    } else {
        const DisplayTag *d = &t->tags.v[tag];
        buf_puts(out, role_name(d->role));
        if (d->lang && *d->lang)
            buf_printf(out, ":%s", d->lang);
    }
}

/* The characters behind glyphs [from, to), in logical order. */
static void glyphs_range(const GlyphRun *run, uint32_t from, uint32_t to,
                         uint32_t *start, uint32_t *end) {
    uint32_t low = UINT32_MAX, high = 0;
    for (uint32_t i = from; i < to; i++) {
        uint32_t c = run->glyphs[i].cluster;
        low = c < low ? c : low;
        high = c > high ? c : high;
    }
    uint32_t next = run->end;
    for (uint32_t i = 0; i < run->n; i++) {
        uint32_t c = run->glyphs[i].cluster;
        next = c > high && c < next ? c : next;
    }
    *start = low;
    *end = next;
}

static void put_text(Buf *out, const GlyphRun *run, uint32_t from,
                     uint32_t to) {
    uint32_t at, end;
    glyphs_range(run, from, to, &at, &end);
    buf_putc(out, '"');
    while (at < end) {
        uint32_t cp = run->text->s[at++];
        if (cp >= 0xD800 && cp < 0xDC00 && at < end)
            cp = 0x10000 + ((cp - 0xD800) << 10) +
                 (run->text->s[at++] - 0xDC00u);
        char utf8[4];
        if (cp == '"' || cp == '\\')
            buf_putc(out, '\\');
        if (cp < ' ' || (cp >= 0xD800 && cp < 0xE000))
            buf_printf(out, "\\u%04X", cp);
        else
            buf_add(out, utf8, utf8_put(utf8, cp));
    }
    buf_putc(out, '"');
}

static void put_colour(Buf *out, DisplayColour c) {
    if (c.r == c.g && c.g == c.b)
        buf_printf(out, " gray %u\n", c.r);
    else
        buf_printf(out, " colour #%02X%02X%02X\n", c.r, c.g, c.b);
}

static void put_items(Buf *out, const DisplayTags *t, const DisplayItems *items,
                      int depth);

static void put_item(Buf *out, const DisplayTags *t, const DisplayItem *i,
                     int depth) {
    for (int k = 0; k < depth; k++)
        buf_puts(out, "  ");
    put_tag(out, t, i->tag);
    put_lens(out, (const Len[]){i->x, i->y}, 2);
    if (i->turn)
        buf_printf(out, " turn %u", i->turn);
    switch (i->kind) {
    case DISPLAY_GLYPHS:
        buf_printf(out, " glyphs %s", i->u.glyphs.run->font->name);
        put_lens(out, &i->u.glyphs.run->em, 1);
        buf_putc(out, ' ');
        put_text(out, i->u.glyphs.run, i->u.glyphs.from, i->u.glyphs.to);
        buf_putc(out, '\n');
        return;
    case DISPLAY_RECT:
        buf_puts(out, " rect");
        put_lens(out, (const Len[]){i->u.rect.w, i->u.rect.h}, 2);
        put_colour(out, i->u.rect.colour);
        return;
    case DISPLAY_LINE:
        buf_puts(out, " line");
        put_lens(out, (const Len[]){i->u.line.x2, i->u.line.y2}, 2);
        buf_puts(out, " width");
        put_lens(out, &i->u.line.width, 1);
        if (i->u.line.dash) {
            buf_puts(out, " dash");
            put_lens(out, &i->u.line.dash, 1);
        }
        buf_printf(out, " gray %u\n", i->u.line.gray);
        return;
    case DISPLAY_IMAGE:
        buf_puts(out, " image");
        put_lens(out, (const Len[]){i->u.image.w, i->u.image.h}, 2);
        buf_printf(out, " of %dx%d pixels\n", i->u.image.image->width,
                   i->u.image.image->height);
        return;
    case DISPLAY_FORM:
        buf_puts(out, " form");
        put_lens(out, (const Len[]){i->u.form->w, i->u.form->h}, 2);
        buf_putc(out, '\n');
        put_items(out, t, &i->u.form->items, depth + 1);
        return;
    }
}

static void put_items(Buf *out, const DisplayTags *t, const DisplayItems *items,
                      int depth) {
    for (size_t i = 0; i < items->n; i++)
        put_item(out, t, &items->v[i], depth);
}

void display_dump(const DisplayTags *t, const DisplayPage *page, Buf *out) {
    buf_puts(out, "page");
    put_lens(out, (const Len[]){page->w, page->h}, 2);
    buf_puts(out, page->front ? " front" : "");
    if (page->stretch_across || page->stretch_down) {
        buf_puts(out, " stretch ");
        buf_fixed(out, page->stretch_across, 6);
        buf_putc(out, ' ');
        buf_fixed(out, page->stretch_down, 6);
    }
    buf_putc(out, '\n');
    put_items(out, t, &page->items, 0);
}
