#include "out/pdf_font_private.h"

#include <assert.h>
#include <hb-ot.h>
#include <stdlib.h>
#include <string.h>

PdfFonts *fonts_new(Objects *o) {
    PdfFonts *f = calloc(1, sizeof *f);
    if (!f)
        oom();
    f->o = o;
    f->maps = unicode_new();
    return f;
}

void fonts_free(PdfFonts *f) {
    if (!f)
        return;
    for (size_t i = 0; i < f->n; i++) {
        PdfFont *p = f->v[i];
        hb_font_destroy(p->metrics);
        free(p->first);
        free(p->slots);
        free(p->texts);
        free(p->numbers);
        free(p);
    }
    unicode_free(f->maps);
    free(f->v);
    free(f->objects);
    free(f->twins);
    free(f);
}

/* Room for `need` items in a list that doubles. */
static void *room(void *v, uint32_t need, uint32_t *cap, size_t size) {
    if (need <= *cap)
        return v;
    while (*cap < need)
        *cap = *cap ? *cap * 2 : 16;
    v = realloc(v, *cap * size);
    if (!v)
        oom();
    return v;
}

/* A glyph without outline and ink: the space, in every font for text. */
static uint32_t find_blank(PdfFont *p) {
    static const uint32_t empty[] = {0x20, 0xA0, 0x200B, 0x2009, 0x3000};
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
        hb_codepoint_t gid;
        hb_glyph_extents_t ink;
        if (hb_font_get_nominal_glyph(p->metrics, empty[i], &gid) && gid &&
            hb_font_get_glyph_extents(p->metrics, gid, &ink) &&
            ink.width == 0 && ink.height == 0)
            return gid;
    }
    return 0;
}

static bool may_embed(PdfFonts *f, const Font *font) {
    if (!font->embeddable) {
        objects_fail(f->o,
                     "the font %s (%s) may not be embedded: its licence bits "
                     "(OS/2 fsType) forbid it; use another face",
                     font->name, font->path);
        return false;
    }
    if (hb_ot_var_has_data(font->face)) {
        objects_fail(f->o,
                     "the font %s (%s) is a variable font, which cannot be "
                     "embedded; use a file with one fixed weight",
                     font->name, font->path);
        return false;
    }
    return true;
}

static PdfFont *add_font(PdfFonts *f, Font *font) {
    PdfFont *p = calloc(1, sizeof *p);
    if (!p || !(p->first = calloc(font->nglyphs, sizeof *p->first)))
        oom();
    p->font = font;
    p->all = f;
    p->metrics = hb_font_create(font->face);
    p->virtual = font->nglyphs > 0 ? font->nglyphs : 1;
    if (f->n == f->cap) {
        f->cap = f->cap ? f->cap * 2 : 8;
        f->v = realloc(f->v, f->cap * sizeof(PdfFont *));
        if (!f->v)
            oom();
    }
    f->v[f->n++] = p;
    return p;
}

PdfFont *fonts_find(PdfFonts *f, Font *font) {
    if (f->last && f->last->font == font)
        return f->last;
    f->last = NULL;
    for (size_t i = 0; i < f->n && !f->last; i++)
        if (f->v[i]->font == font)
            f->last = f->v[i];
    if (!f->last && may_embed(f, font))
        f->last = add_font(f, font);
    return f->last;
}

/* The resource number of a variant; its Type0 object gets its number now, and
 * is written at the end. */
static uint32_t number_of(PdfFont *p, uint32_t variant) {
    PdfFonts *f = p->all;
    while (p->nvariants <= variant) {
        uint32_t cap = p->nvariants;
        p->numbers =
            room(p->numbers, p->nvariants + 1, &cap, sizeof *p->numbers);
        f->objects = room(f->objects, f->nobjects + 1, &f->objects_cap,
                          sizeof(uint32_t));
        f->twins =
            room(f->twins, f->nobjects + 1, &f->twins_cap, sizeof(uint32_t));
        f->twins[f->nobjects] = 0;
        p->numbers[p->nvariants++] = f->nobjects;
        f->objects[f->nobjects++] = objects_reserve(f->o);
    }
    return p->numbers[variant];
}

/* CID and variant for slot number `nth` of its glyph. */
static void place(PdfFont *p, Slot *s, uint32_t nth) {
    if (p->font->outline != FONT_GLYF) {
        s->cid = (uint16_t)font_cid(p->font, s->gid);
        s->variant = (uint16_t)nth;
    } else if (nth == 0 && s->plain) {
        s->cid = (uint16_t)s->gid;
        s->variant = 0;
    } else {
        if ((p->virtual & 0xFFFF) == 0)
            p->virtual ++; /* CID 0 is .notdef in every variant */
        s->cid = (uint16_t)p->virtual;
        s->variant = (uint16_t)(p->virtual >> 16);
        p->virtual ++;
    }
}

static uint32_t width_of(const PdfFont *p, uint32_t gid) {
    int64_t advance = hb_font_get_glyph_h_advance(p->metrics, gid);
    int64_t upem = p->font->upem;
    return (uint32_t)((advance * 1000000 + upem / 2) / upem);
}

static bool same(const PdfFont *p, const Slot *s, const UChar *text,
                 uint32_t n) {
    const UChar *have = p->texts + s->text;
    return s->ntext == n && have[0] == text[0] &&
           (n == 1 || memcmp(have, text, n * sizeof *text) == 0);
}

static uint32_t add_slot(PdfFont *p, uint32_t gid, const UChar *text,
                         uint32_t n, uint32_t width, uint32_t nth) {
    p->slots = room(p->slots, p->nslots + 1, &p->slots_cap, sizeof(Slot));
    p->texts = room(p->texts, p->ntexts + n, &p->texts_cap, sizeof(UChar));
    Slot *s = &p->slots[p->nslots];
    *s = (Slot){.gid = gid,
                .text = p->ntexts,
                .ntext = (uint16_t)n,
                .width = width,
                .plain = width == width_of(p, gid)};
    memcpy(p->texts + p->ntexts, text, n * sizeof *text);
    p->ntexts += n;
    place(p, s, nth);
    return p->nslots++;
}

static PdfCode code_of(PdfFont *p, uint32_t slot) {
    const Slot *s = &p->slots[slot];
    return (PdfCode){.font = number_of(p, s->variant),
                     .code = s->cid,
                     .width = s->width,
                     .owner = p,
                     .slot = slot};
}

static PdfCode find_code(PdfFont *p, uint32_t gid, const UChar *text,
                         uint32_t n, uint32_t width) {
    if (n > PDF_CODE_TEXT)
        n = PDF_CODE_TEXT - (text[PDF_CODE_TEXT - 1] >> 10 == 0xD800 >> 10);
    uint32_t nth = 0, slot = p->first[gid], last = 0;
    while (slot && (p->slots[slot - 1].width != width ||
                    !same(p, &p->slots[slot - 1], text, n))) {
        last = slot;
        slot = p->slots[slot - 1].next;
        nth++;
    }
    if (!slot) {
        slot = add_slot(p, gid, text, n, width, nth) + 1;
        if (last)
            p->slots[last - 1].next = slot;
        else
            p->first[gid] = slot;
    }
    return code_of(p, slot - 1);
}

/* A slot of the font's own width is known without asking for that. */
PdfCode font_code(PdfFont *p, uint32_t gid, const UChar *text, uint32_t n) {
    assert(gid != 0 && gid < p->font->nglyphs && n > 0);
    for (uint32_t slot = p->first[gid]; slot; slot = p->slots[slot - 1].next)
        if (p->slots[slot - 1].plain && same(p, &p->slots[slot - 1], text, n))
            return code_of(p, slot - 1);
    return find_code(p, gid, text, n, width_of(p, gid));
}

bool font_blank(PdfFont *p, const UChar *text, uint32_t n, PdfCode *out) {
    if (!p->blank_sought)
        p->blank_gid = find_blank(p);
    p->blank_sought = true;
    if (!p->blank_gid)
        return false;
    *out = find_code(p, p->blank_gid, text, n, 0);
    return true;
}

PdfCode font_widen(PdfCode code, uint32_t extra) {
    PdfFont *p = code.owner;
    Slot s = p->slots[code.slot];
    UChar text[PDF_CODE_TEXT]; /* `texts` may move */
    memcpy(text, p->texts + s.text, s.ntext * sizeof *text);
    return find_code(p, s.gid, text, s.ntext, s.width + extra);
}

PdfCode font_vertical(PdfCode code) {
    PdfFonts *f = code.owner->all;
    if (f->twins[code.font] == 0)
        f->twins[code.font] = objects_reserve(f->o);
    code.vertical = true;
    return code;
}

bool font_is_space(PdfCode code) {
    const Slot *s = &code.owner->slots[code.slot];
    UChar c = code.owner->texts[s->text];
    return s->ntext == 1 && (c == ' ' || c == 0xA0 || c == 0x3000);
}
