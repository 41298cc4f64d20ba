#include "out/pdf_font_private.h"

#include <stdlib.h>
#include <string.h>

#include "out/pdf_subset.h"

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
