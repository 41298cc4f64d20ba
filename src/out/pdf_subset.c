#include "out/pdf_subset.h"

static const hb_tag_t glyf_tables[] = {
    HB_TAG('g', 'l', 'y', 'f'), HB_TAG('h', 'e', 'a', 'd'),
    HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'm', 't', 'x'),
    HB_TAG('l', 'o', 'c', 'a'), HB_TAG('m', 'a', 'x', 'p'),
    HB_TAG('c', 'v', 't', ' '), HB_TAG('f', 'p', 'g', 'm'),
    HB_TAG('p', 'r', 'e', 'p')};

/* hb-subset takes the metrics from the tables around CFF. */
static const hb_tag_t cff_tables[] = {
    HB_TAG('C', 'F', 'F', ' '), HB_TAG('h', 'e', 'a', 'd'),
    HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'm', 't', 'x'),
    HB_TAG('m', 'a', 'x', 'p')};

/* The face with nothing but the tables that are wanted. Left with the others
 * it would be no other subset, but the plan reads all of cmap, which of a Han
 * face takes longer than the rest; and with GSUB kept it adds every glyph that
 * a kept one could turn into. */
static hb_face_t *bare_face(const Font *font) {
    bool glyf = font->outline == FONT_GLYF;
    const hb_tag_t *keep = glyf ? glyf_tables : cff_tables;
    size_t n = glyf ? sizeof glyf_tables / sizeof *glyf_tables
                    : sizeof cff_tables / sizeof *cff_tables;
    hb_face_t *face = hb_face_builder_create();
    for (size_t i = 0; i < n; i++) {
        hb_blob_t *table = hb_face_reference_table(font->face, keep[i]);
        if (hb_blob_get_length(table))
            hb_face_builder_add_table(face, keep[i], table);
        hb_blob_destroy(table);
    }
    return face;
}

static unsigned flags_of(const Font *font) {
    switch (font->outline) {
    case FONT_GLYF:
        return HB_SUBSET_FLAGS_NO_HINTING;
    case FONT_CFF_CID:
        return HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE;
    case FONT_CFF_NAMED:
        return HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE |
               HB_SUBSET_FLAGS_RETAIN_GIDS;
    }
    return 0;
}

/* Six letters that tell two subsets of one font apart (9.6.4), from FNV-1a
 * over the program. */
static void make_tag(hb_blob_t *program, char tag[8]) {
    unsigned n;
    const unsigned char *s =
        (const unsigned char *)hb_blob_get_data(program, &n);
    uint64_t hash = 14695981039346656037u;
    for (unsigned i = 0; i < n; i++)
        hash = (hash ^ s[i]) * 1099511628211u;
    for (int i = 0; i < 6; i++) {
        tag[i] = (char)('A' + hash % 26);
        hash /= 26;
    }
    tag[6] = '+';
    tag[7] = '\0';
}

static hb_blob_t *program_of(const Font *font, hb_face_t *face) {
    hb_blob_t *blob =
        font->outline == FONT_GLYF
            ? hb_face_reference_blob(face)
            : hb_face_reference_table(face, HB_TAG('C', 'F', 'F', ' '));
    if (hb_blob_get_length(blob))
        return blob;
    hb_blob_destroy(blob);
    return NULL;
}

/* Table tags asked for at a time. */
enum { PER_CALL = 32 };

/* All tables of the face in a file of its own: the face may be one of a
 * collection. */
static hb_blob_t *whole_program(const Font *font) {
    if (font->outline != FONT_GLYF)
        return program_of(font, font->face);
    hb_face_t *builder = hb_face_builder_create();
    hb_tag_t tags[PER_CALL];
    unsigned total = PER_CALL;
    for (unsigned at = 0; at < total; at += PER_CALL) {
        unsigned n = PER_CALL;
        total = hb_face_get_table_tags(font->face, at, &n, tags);
        for (unsigned i = 0; i < n; i++) {
            hb_blob_t *table = hb_face_reference_table(font->face, tags[i]);
            hb_face_builder_add_table(builder, tags[i], table);
            hb_blob_destroy(table);
        }
    }
    hb_blob_t *blob = program_of(font, builder);
    hb_face_destroy(builder);
    return blob;
}

bool subset_make(const Font *font, const hb_set_t *gids, Subset *out) {
    *out = (Subset){0};
    if (!font->subsettable) {
        out->program = whole_program(font);
        return out->program != NULL;
    }
    hb_face_t *face = NULL, *bare = NULL;
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        goto out;
    hb_set_union(hb_subset_input_glyph_set(input), gids);
    hb_subset_input_set_flags(input, flags_of(font));
    bare = bare_face(font);
    out->plan = hb_subset_plan_create_or_fail(bare, input);
    face = out->plan ? hb_subset_plan_execute_or_fail(out->plan) : NULL;
    if (!face)
        goto out;
    out->program = program_of(font, face);
    if (out->program)
        make_tag(out->program, out->tag);
out:
    hb_face_destroy(face);
    hb_face_destroy(bare);
    hb_subset_input_destroy(input);
    return out->program != NULL;
}

void subset_free(Subset *s) {
    hb_blob_destroy(s->program);
    hb_subset_plan_destroy(s->plan);
    *s = (Subset){0};
}

uint32_t subset_glyph(const Subset *s, uint32_t gid) {
    if (!s->plan)
        return gid;
    return hb_map_get(hb_subset_plan_old_to_new_glyph_mapping(s->plan), gid);
}
