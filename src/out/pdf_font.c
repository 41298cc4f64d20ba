#include "out/pdf_font.h"

#include <assert.h>
#include <hb-ot.h>
#include <stdlib.h>
#include <string.h>

#include "out/pdf_subset.h"
#include "out/pdf_unicode.h"

/* One code: a glyph that stands for one text at one width. */
typedef struct Slot {
    uint32_t gid;
    uint32_t next;  /* the next slot of the same glyph, + 1 */
    uint32_t text;  /* offset into the font's texts */
    uint32_t width; /* 1/1,000,000 em */
    uint16_t ntext;
    uint16_t cid;
    uint16_t variant; /* which of the font's Type0 fonts */
    bool plain;       /* it has the font's own width */
} Slot;

struct PdfFont {
    Font *font;
    PdfFonts *all;
    hb_font_t *metrics; /* at 1 unit of scale per design unit */
    uint32_t *first;    /* by glyph: its first slot, + 1 */
    uint32_t virtual;   /* the next virtual CID; past 65,535 in a further
                           variant, whose number are the upper 16 bits */
    uint32_t blank_gid; /* 0: none */
    bool blank_sought;  /* late: few fonts need it, and it is dear for CFF */
    Slot *slots;
    uint32_t nslots, slots_cap;
    UChar *texts;
    uint32_t ntexts, texts_cap;
    uint32_t *numbers; /* resource number of each variant */
    uint32_t nvariants;
};

struct PdfFonts {
    Objects *o;
    UnicodeMaps *maps;
    PdfFont **v;
    size_t n, cap;
    PdfFont *last;     /* the last one found: runs come in rows */
    uint32_t *objects; /* Type0 object of each resource number */
    uint32_t *twins;   /* and that of its vertical twin, 0: none */
    uint32_t nobjects, objects_cap, twins_cap;
};

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

/* ---- writing ---- */

static int by_cid(const void *a, const void *b) {
    const Slot *x = *(const Slot *const *)a, *y = *(const Slot *const *)b;
    return (x->cid > y->cid) - (x->cid < y->cid);
}

/* The slots of a variant by CID. */
static size_t slots_of(const PdfFont *p, uint32_t variant, const Slot **out) {
    size_t n = 0;
    for (uint32_t i = 0; i < p->nslots; i++)
        if (p->slots[i].variant == variant)
            out[n++] = &p->slots[i];
    qsort(out, n, sizeof(const Slot *), by_cid);
    return n;
}

static uint32_t add_to_unicode(const PdfFont *p, const Slot *const *slots,
                               size_t n) {
    UnicodeCode *codes = calloc(n + 1, sizeof *codes);
    if (!codes)
        oom();
    for (size_t i = 0; i < n; i++)
        codes[i] = (UnicodeCode){.code = slots[i]->cid,
                                 .text = p->texts + slots[i]->text,
                                 .n = slots[i]->ntext};
    uint32_t id = unicode_add(p->all->maps, p->all->o, codes, n);
    free(codes);
    return id;
}

/* 9.7.4.3. Widths in 1/1000 em with the decimals they have, so that a line
 * needs no adjustments but the wanted ones. 1000 is the default, of Han. */
static void put_widths(const Slot *const *slots, size_t n, Buf *out) {
    buf_puts(out, "/DW 1000\n/W [");
    bool open = false;
    for (size_t i = 0; i < n; i++) {
        bool listed = slots[i]->width != 1000000;
        if (open && (!listed || slots[i]->cid != slots[i - 1]->cid + 1)) {
            buf_putc(out, ']');
            open = false;
        }
        if (!listed)
            continue;
        if (open)
            buf_putc(out, ' ');
        else
            buf_printf(out, "\n%u [", slots[i]->cid);
        buf_fixed(out, slots[i]->width, 3);
        open = true;
    }
    buf_puts(out, open ? "]]" : "]");
}

static uint32_t write_cid_to_gid(const PdfFont *p, const Subset *subset,
                                 const Slot *const *slots, size_t n) {
    size_t size = n ? ((size_t)slots[n - 1]->cid + 1) * 2 : 2;
    unsigned char *map = calloc(size, 1);
    if (!map)
        oom();
    for (size_t i = 0; i < n; i++) {
        uint32_t gid = subset_glyph(subset, slots[i]->gid);
        map[2 * slots[i]->cid] = (unsigned char)(gid >> 8);
        map[2 * slots[i]->cid + 1] = (unsigned char)gid;
    }
    Objects *o = p->all->o;
    uint32_t id = objects_reserve(o);
    objects_stream(o, id, NULL, map, size);
    free(map);
    return id;
}

/* A PostScript name that is short and plain enough for any reader. */
static void base_font(const PdfFont *p, const Subset *subset, char out[96]) {
    size_t n = strlen(subset->tag);
    memcpy(out, subset->tag, n);
    for (const char *s = p->font->name; *s && n < 80; s++)
        if ((*s >= '0' && *s <= '9') || (*s >= 'A' && *s <= 'Z') ||
            (*s >= 'a' && *s <= 'z') || *s == '-' || *s == '_')
            out[n++] = *s;
    out[n] = '\0';
}

static uint32_t write_program(const PdfFont *p, const Subset *subset) {
    Objects *o = p->all->o;
    unsigned n;
    const char *bytes = hb_blob_get_data(subset->program, &n);
    PdfDict *d = dict_new(o);
    if (p->font->outline == FONT_GLYF)
        dict_int(o, d, "Length1", (int32_t)n);
    else /* bare: in an OpenType wrapper some readers take CID for glyph id */
        dict_name(o, d, "Subtype", "CIDFontType0C");
    uint32_t id = objects_reserve(o);
    objects_stream(o, id, d, bytes, n);
    return id;
}

static uint32_t write_descriptor(const PdfFont *p, const Subset *subset,
                                 const char *name) {
    Objects *o = p->all->o;
    const Font *f = p->font;
    int upem = (int)f->upem;
    uint32_t program = write_program(p, subset);
    PdfDict *d = dict_new(o);
    dict_name(o, d, "Type", "FontDescriptor");
    dict_name(o, d, "FontName", name);
    /* 9.8.2: symbolic, as its glyphs are not from the Latin set; italic. */
    dict_int(o, d, "Flags", 4 | (f->italic_angle_deg ? 64 : 0));
    PdfArray *bbox = array_new(o);
    for (int i = 0; i < 4; i++)
        array_int(o, bbox, f->bbox[i] * 1000 / upem);
    dict_array(o, d, "FontBBox", bbox);
    dict_int(o, d, "ItalicAngle", f->italic_angle_deg);
    dict_int(o, d, "Ascent", f->ascent * 1000 / upem);
    dict_int(o, d, "Descent", f->descent * 1000 / upem);
    dict_int(o, d, "CapHeight", f->cap_height * 1000 / upem);
    dict_int(o, d, "StemV", 80); /* required; used only by substitution */
    dict_ref(o, d, f->outline == FONT_GLYF ? "FontFile2" : "FontFile3",
             program);
    uint32_t id = objects_reserve(o);
    objects_write(o, id, d);
    return id;
}

static uint32_t write_cid_font(const PdfFont *p, const Subset *subset,
                               const char *name, uint32_t descriptor,
                               const Slot *const *slots, size_t n,
                               bool vertical) {
    Objects *o = p->all->o;
    bool glyf = p->font->outline == FONT_GLYF;
    PdfDict *d = dict_new(o), *info = dict_new(o);
    dict_name(o, d, "Type", "Font");
    dict_name(o, d, "Subtype", glyf ? "CIDFontType2" : "CIDFontType0");
    dict_name(o, d, "BaseFont", name);
    dict_string(o, info, "Registry", "Adobe");
    dict_string(o, info, "Ordering", "Identity");
    dict_int(o, info, "Supplement", 0);
    dict_dict(o, d, "CIDSystemInfo", info);
    dict_ref(o, d, "FontDescriptor", descriptor);
    if (glyf)
        dict_ref(o, d, "CIDToGIDMap", write_cid_to_gid(p, subset, slots, n));
    Buf widths = {0};
    put_widths(slots, n, &widths);
    if (vertical)
        buf_printf(&widths, "\n/DW2 [%d %d]\n/W2 [0 65535 %d 0 %d]",
                   PDF_VERTICAL_Y, -PDF_VERTICAL_ADVANCE, -PDF_VERTICAL_ADVANCE,
                   PDF_VERTICAL_Y);
    dict_raw(o, d, &widths);
    uint32_t id = objects_reserve(o);
    objects_write(o, id, d);
    return id;
}

/* The Type0 font `id` over a CIDFont. */
static void write_type0(const PdfFont *p, uint32_t id, const char *name,
                        const char *encoding, uint32_t cid_font,
                        uint32_t to_unicode) {
    Objects *o = p->all->o;
    /* 9.7.6.1: a Type0 font over CFF is named after its CMap too. */
    char full[128];
    bool glyf = p->font->outline == FONT_GLYF;
    snprintf(full, sizeof full, "%s%s%s", name, glyf ? "" : "-",
             glyf ? "" : encoding);
    PdfArray *descendants = array_new(o);
    array_ref(o, descendants, cid_font);
    PdfDict *d = dict_new(o);
    dict_name(o, d, "Type", "Font");
    dict_name(o, d, "Subtype", "Type0");
    dict_name(o, d, "BaseFont", full);
    dict_name(o, d, "Encoding", encoding);
    dict_array(o, d, "DescendantFonts", descendants);
    dict_ref(o, d, "ToUnicode", to_unicode);
    objects_write(o, id, d);
}

static void write_variant(const PdfFont *p, const Subset *subset,
                          const char *name, uint32_t descriptor,
                          uint32_t variant) {
    const PdfFonts *f = p->all;
    uint32_t number = p->numbers[variant];
    const Slot **slots = calloc(p->nslots + 1, sizeof *slots);
    if (!slots)
        oom();
    size_t n = slots_of(p, variant, slots);
    uint32_t cid_font = write_cid_font(p, subset, name, descriptor, slots, n,
                                       f->twins[number] != 0);
    uint32_t to_unicode = add_to_unicode(p, slots, n);
    write_type0(p, f->objects[number], name, "Identity-H", cid_font,
                to_unicode);
    if (f->twins[number])
        write_type0(p, f->twins[number], name, "Identity-V", cid_font,
                    to_unicode);
    free(slots);
}

static void write_font(PdfFont *p) {
    Subset subset = {0};
    hb_set_t *gids = hb_set_create();
    for (uint32_t i = 0; i < p->nslots; i++)
        hb_set_add(gids, p->slots[i].gid);
    if (subset_make(p->font, gids, &subset)) {
        char name[96];
        base_font(p, &subset, name);
        uint32_t descriptor = write_descriptor(p, &subset, name);
        for (uint32_t v = 0; v < p->nvariants; v++)
            write_variant(p, &subset, name, descriptor, v);
    } else {
        objects_fail(p->all->o, "cannot take the glyphs out of the font %s",
                     p->font->path);
    }
    subset_free(&subset);
    hb_set_destroy(gids);
}

void fonts_write(PdfFonts *f, Buf *resources) {
    for (size_t i = 0; i < f->n && !objects_failed(f->o); i++)
        write_font(f->v[i]);
    if (!objects_failed(f->o))
        unicode_write(f->maps, f->o);
    for (uint32_t i = 0; i < f->nobjects; i++)
        buf_printf(resources, "/F%u %u 0 R\n", i, f->objects[i]);
    for (uint32_t i = 0; i < f->nobjects; i++)
        if (f->twins[i])
            buf_printf(resources, "/V%u %u 0 R\n", i, f->twins[i]);
}
