#include "text/font.h"

#include "base/arena.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_CID_H
#include <hb-ot.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Glyphs whose ink is remembered, by a hash of glyph and size. */
#define INKS 1024
typedef struct GlyphInk {
    Len em; /* 0: an empty place */
    uint32_t gid;
    bool known; /* the face can tell */
    hb_glyph_extents_t box;
} GlyphInk;

struct FontSizes {
    hb_font_t *design; /* scale = units per em */
    struct Sized {
        Len em;
        hb_font_t *font;
    } * v;
    size_t n, cap;
    GlyphInk *inks; /* NULL until one is asked for */
    FT_Library ft;  /* opened by the first font_cid */
    FT_Face ft_face;
    bool ft_tried;
};

/* Big-endian numbers of a table; 0 past its end. */
static unsigned u16_at(hb_blob_t *blob, size_t at) {
    unsigned n;
    const unsigned char *p = (const unsigned char *)hb_blob_get_data(blob, &n);
    return at + 2 <= n ? (unsigned)(p[at] << 8 | p[at + 1]) : 0;
}

static int s16_at(hb_blob_t *blob, size_t at) {
    return (int16_t)u16_at(blob, at);
}

static bool has_table(hb_face_t *face, hb_tag_t tag) {
    hb_blob_t *blob = hb_face_reference_table(face, tag);
    bool has = hb_blob_get_length(blob) > 0;
    hb_blob_destroy(blob);
    return has;
}

/* Offset behind an INDEX of a CFF table (Adobe TN 5176, 5); `first` gets
 * the offset and `size` the length of its first object. 0 if it is broken. */
static size_t cff_index(const unsigned char *p, size_t n, size_t at,
                        size_t *first, size_t *size) {
    *first = *size = 0;
    if (at + 2 > n)
        return 0;
    size_t count = (size_t)(p[at] << 8 | p[at + 1]);
    if (count == 0)
        return at + 2;
    if (at + 3 > n)
        return 0;
    size_t width = p[at + 2];
    size_t offsets = at + 3, data = offsets + (count + 1) * width - 1;
    if (width < 1 || width > 4 || data > n)
        return 0;
    size_t ends[3] = {0, 1, count};
    for (size_t k = 0; k < 3; k++) {
        const unsigned char *q = p + offsets + ends[k] * width;
        ends[k] = 0;
        for (size_t i = 0; i < width; i++)
            ends[k] = ends[k] << 8 | q[i];
        if (ends[k] < 1 || ends[k] > n - data)
            return 0;
    }
    *first = data + ends[0];
    *size = ends[1] > ends[0] ? ends[1] - ends[0] : 0;
    return data + ends[2];
}

/* A CIDFont's Top DICT starts with ROS, "12 30" behind three operands (Adobe
 * TN 5176, 18). Told from the table itself: FreeType would read all of it. */
static bool cff_is_cid(hb_face_t *face) {
    hb_blob_t *blob = hb_face_reference_table(face, HB_TAG('C', 'F', 'F', ' '));
    unsigned n;
    const unsigned char *p = (const unsigned char *)hb_blob_get_data(blob, &n);
    bool cid = false;
    size_t first, size;
    size_t at = n > 4 ? cff_index(p, n, p[2], &first, &size) : 0;
    if (at && cff_index(p, n, at, &first, &size)) {
        size_t i = first, end = first + size;
        /* Operands: 28 is a 16-bit number, 29 a 32-bit one, 247-254 two
         * bytes; a CIDFont's three are string numbers and an integer. */
        while (i < end && p[i] > 21)
            i += p[i] == 28 ? 3 : p[i] == 29 ? 5 : p[i] >= 247 ? 2 : 1;
        cid = i + 1 < end && p[i] == 12 && p[i + 1] == 30;
    }
    hb_blob_destroy(blob);
    return cid;
}

static char *copy(const char *s) {
    char *c = strdup(s);
    if (!c)
        oom();
    return c;
}

/* The PostScript name; characters a PDF name may not hold bare become "_".
 * The file's name stands in for a font that has none. */
static char *postscript_name(hb_face_t *face, const char *path) {
    char name[64];
    unsigned n = sizeof name;
    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME,
                        HB_LANGUAGE_INVALID, &n, name);
    if (n == 0) {
        const char *slash = strrchr(path, '/');
        snprintf(name, sizeof name, "%s", slash ? slash + 1 : path);
    }
    for (char *c = name; *c; c++)
        if (*c <= ' ' || *c > '~' || strchr("[](){}<>/%#", *c))
            *c = '_';
    return copy(name);
}

static int metric(hb_font_t *font, hb_ot_metrics_tag_t tag) {
    hb_position_t value = 0;
    return hb_ot_metrics_get_position(font, tag, &value) ? (int)value : 0;
}

/* Height of the glyph of `cp`; some fonts (UKIJ) leave OS/2 empty. */
static int drawn_height(hb_font_t *font, uint32_t cp) {
    hb_codepoint_t glyph;
    hb_glyph_extents_t e;
    if (!hb_font_get_nominal_glyph(font, cp, &glyph) ||
        !hb_font_get_glyph_extents(font, glyph, &e))
        return 0;
    return (int)e.y_bearing;
}

static int first_positive(int a, int b, int c) {
    return a > 0 ? a : b > 0 ? b : c;
}

static void read_metrics(Font *f) {
    hb_font_t *font = f->sizes->design;
    int em = (int)f->upem;
    hb_blob_t *head =
        hb_face_reference_table(f->face, HB_TAG('h', 'e', 'a', 'd'));
    hb_blob_t *os2 =
        hb_face_reference_table(f->face, HB_TAG('O', 'S', '/', '2'));
    hb_blob_t *post =
        hb_face_reference_table(f->face, HB_TAG('p', 'o', 's', 't'));
    for (size_t i = 0; i < 4; i++)
        f->bbox[i] = s16_at(head, 36 + 2 * i);
    f->ascent = metric(font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER);
    f->descent = metric(font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER);
    if (f->ascent <= 0 || f->descent > 0) {
        f->ascent = f->bbox[3] > 0 ? f->bbox[3] : em;
        f->descent = f->bbox[1] < 0 ? f->bbox[1] : 0;
    }
    f->cap_height = first_positive(metric(font, HB_OT_METRICS_TAG_CAP_HEIGHT),
                                   drawn_height(font, 'H'), em * 7 / 10);
    f->x_height = first_positive(metric(font, HB_OT_METRICS_TAG_X_HEIGHT),
                                 drawn_height(font, 'x'), em / 2);
    f->italic_angle_deg = s16_at(post, 4); /* the whole part of a 16.16 */
    /* OS/2 fsType: 2 alone forbids embedding, 0x100 subsetting, 0x200 allows
     * bitmaps only. */
    unsigned fs_type = u16_at(os2, 8);
    f->embeddable = (fs_type & 0xF) != 2 && !(fs_type & 0x200);
    f->subsettable = !(fs_type & 0x100);
    hb_blob_destroy(head);
    hb_blob_destroy(os2);
    hb_blob_destroy(post);
}

/* Why the face cannot be used, or NULL. */
static const char *face_objection(hb_face_t *face) {
    if (!has_table(face, HB_TAG('h', 'e', 'a', 'd')) ||
        hb_face_get_glyph_count(face) == 0)
        return "is not a TrueType or OpenType font, or is cut short";
    if (!has_table(face, HB_TAG('c', 'm', 'a', 'p')) ||
        !has_table(face, HB_TAG('h', 'm', 't', 'x')))
        return "has no table of characters or of widths";
    if (!has_table(face, HB_TAG('g', 'l', 'y', 'f')) &&
        !has_table(face, HB_TAG('C', 'F', 'F', ' ')))
        return "has no outlines";
    if (hb_ot_var_has_data(face))
        return "is a variable font; install its static files";
    return NULL;
}

static hb_face_t *open_face(const char *path, unsigned index, Diag *diag) {
    const char *why = NULL;
    errno = 0;
    if (access(path, R_OK) != 0)
        why = strerror(errno);
    hb_blob_t *blob = why ? NULL : hb_blob_create_from_file_or_fail(path);
    if (!why && !blob)
        why = errno ? strerror(errno) : "cannot be read";
    hb_face_t *face = blob ? hb_face_create(blob, index) : NULL;
    if (face) {
        why = index >= hb_face_count(blob) ? "is not a font or has fewer faces"
                                           : face_objection(face);
    }
    if (why && diag)
        diag_file(diag, DIAG_SYSTEM, path,
                  "%s (face %u); reinstall the package it came from", why,
                  index);
    hb_blob_destroy(blob);
    if (why) {
        hb_face_destroy(face);
        return NULL;
    }
    hb_face_make_immutable(face);
    return face;
}

Font *font_open(const char *path, unsigned index, unsigned number,
                int scale_permille, Diag *diag) {
    hb_face_t *face = open_face(path, index, diag);
    if (!face)
        return NULL;
    Font *f = calloc(1, sizeof *f);
    struct FontSizes *sizes = calloc(1, sizeof *sizes);
    if (!f || !sizes)
        oom();
    sizes->design = hb_font_create(face); /* its scale is units per em */
    *f = (Font){.name = postscript_name(face, path),
                .path = copy(path),
                .index = index,
                .number = number,
                .upem = hb_face_get_upem(face),
                .nglyphs = hb_face_get_glyph_count(face),
                .scale_permille = scale_permille,
                .face = face,
                .sizes = sizes};
    f->outline = has_table(face, HB_TAG('g', 'l', 'y', 'f')) ? FONT_GLYF
                 : cff_is_cid(face)                          ? FONT_CFF_CID
                                                             : FONT_CFF_NAMED;
    read_metrics(f);
    return f;
}

void font_free(Font *f) {
    if (!f)
        return;
    struct FontSizes *sizes = f->sizes;
    for (size_t i = 0; i < sizes->n; i++)
        hb_font_destroy(sizes->v[i].font);
    free(sizes->v);
    free(sizes->inks);
    hb_font_destroy(sizes->design);
    if (sizes->ft_face)
        FT_Done_Face(sizes->ft_face);
    if (sizes->ft)
        FT_Done_FreeType(sizes->ft);
    free(sizes);
    free(f->words);
    hb_face_destroy(f->face);
    free((char *)f->name);
    free((char *)f->path);
    free(f);
}

Len font_em(const Font *f, Len size) {
    return f->scale_permille == 1000
               ? size
               : len_muldiv(size, f->scale_permille, 1000);
}

hb_font_t *font_at(Font *f, Len em) {
    struct FontSizes *sizes = f->sizes;
    for (size_t i = 0; i < sizes->n; i++)
        if (sizes->v[i].em == em)
            return sizes->v[i].font;
    if (sizes->n == sizes->cap) {
        sizes->cap = sizes->cap ? 2 * sizes->cap : 4;
        sizes->v = realloc(sizes->v, sizes->cap * sizeof *sizes->v);
        if (!sizes->v)
            oom();
    }
    hb_font_t *font = hb_font_create(f->face);
    hb_font_set_scale(font, em, em);
    hb_font_make_immutable(font);
    sizes->v[sizes->n++] = (struct Sized){em, font};
    return font;
}

bool font_ink(Font *f, Len em, uint32_t gid, hb_glyph_extents_t *out) {
    struct FontSizes *sizes = f->sizes;
    if (!sizes->inks && !(sizes->inks = calloc(INKS, sizeof *sizes->inks)))
        oom();
    GlyphInk *ink = &sizes->inks[(gid + (uint32_t)em / 64 * 31) % INKS];
    if (ink->em != em || ink->gid != gid) {
        *ink = (GlyphInk){.em = em, .gid = gid};
        ink->known = hb_font_get_glyph_extents(font_at(f, em), gid, &ink->box);
    }
    *out = ink->box;
    return ink->known;
}

uint32_t font_glyph(const Font *f, uint32_t cp, uint32_t selector) {
    hb_codepoint_t glyph = 0;
    hb_font_t *font = f->sizes->design;
    bool has = selector
                   ? hb_font_get_variation_glyph(font, cp, selector, &glyph)
                   : hb_font_get_nominal_glyph(font, cp, &glyph);
    return has ? glyph : 0;
}

bool font_is_vertical(const Font *f) {
    return has_table(f->face, HB_TAG('v', 'h', 'e', 'a')) &&
           has_table(f->face, HB_TAG('v', 'm', 't', 'x'));
}

static FT_Face freetype_face(Font *f) {
    struct FontSizes *sizes = f->sizes;
    if (sizes->ft_tried)
        return sizes->ft_face;
    sizes->ft_tried = true;
    hb_blob_t *blob = hb_face_reference_blob(f->face);
    unsigned n;
    const char *bytes = hb_blob_get_data(blob, &n);
    if (FT_Init_FreeType(&sizes->ft) == 0)
        FT_New_Memory_Face(sizes->ft, (const FT_Byte *)bytes, (FT_Long)n,
                           (FT_Long)f->index, &sizes->ft_face);
    hb_blob_destroy(blob); /* the face keeps it as long as we live */
    return sizes->ft_face;
}

uint32_t font_cid(Font *f, uint32_t gid) {
    FT_UInt cid = gid;
    if (f->outline == FONT_CFF_CID && freetype_face(f) &&
        FT_Get_CID_From_Glyph_Index(freetype_face(f), gid, &cid) != 0)
        cid = gid;
    return cid;
}
