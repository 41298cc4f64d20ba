#include "text/shapewords.h"

#include "text/lensum.h"

#include <stdlib.h>
#include <string.h>

/* Longest word, its spaces included, in UTF-16 units and in glyphs. */
#define WORD_MOST 24
/* Words of a face. Names and numbers that come once push out a few of those
 * that come again: one in a thousand at a time. */
#define WORDS 1024

/* Of a word, small, as the table is larger than a processor's nearest cache. */
typedef struct WordGlyph {
    Len advance;
    uint16_t id;     /* maxp counts them in 16 bits */
    uint8_t cluster; /* from the word's start */
    bool unsafe;
} WordGlyph;

/* A word that its neighbours do nothing to, wherever it stands; `open`: but
 * nothing stood behind it. No glyphs: they do, or it has glyphs that are moved,
 * which Latin letters hardly ever are. */
struct ShapedWord {
    hb_language_t lang;
    Len em;
    uint8_t n, nglyphs;
    bool open;
    UChar text[WORD_MOST];
    WordGlyph glyphs[WORD_MOST];
};

typedef struct Words {
    GlyphRun *run;
    const UChar *s;
    hb_language_t lang;
} Words;

/* Latin letters, figures and marks that stand for themselves: nothing joins or
 * is reordered, and nothing is ignored. The context outside of the run, which
 * HarfBuzz looks at for joining letters and lone marks only, is then nothing to
 * the glyphs. U+2044 makes fractions of the figures around it. */
static bool is_plain(UChar c) {
    return (c >= ' ' && c <= '~') || (c >= 0xA0 && c < 0x300 && c != 0xAD) ||
           c == 0x2002 || (c >= 0x2010 && c < 0x2028);
}

static bool is_plain_run(const GlyphRun *run) {
    if (run->item->script != HB_SCRIPT_LATIN || run->item->level & 1 ||
        run->item->orient != ORIENT_HORIZONTAL)
        return false;
    for (uint32_t i = run->start; i < run->end; i++)
        if (!is_plain(run->text->s[i]))
            return false;
    return true;
}

static bool is_space(UChar c) {
    return c == ' ' || c == 0x2002;
}

/* Behind the word at `at` and its spaces. */
static uint32_t word_end(const Words *w, uint32_t at) {
    uint32_t end = w->run->end;
    while (at < end && !is_space(w->s[at]))
        at++;
    while (at < end && is_space(w->s[at]))
        at++;
    return at;
}

/* The place of a word in the table; FNV-1a. */
static struct ShapedWord *place_of(const Words *w, uint32_t at, uint32_t end) {
    Font *font = w->run->font;
    uint32_t hash = 2166136261u ^ (uint32_t)w->run->em;
    for (; at < end; at++)
        hash = (hash ^ w->s[at]) * 16777619u;
    if (!font->words && !(font->words = calloc(WORDS, sizeof *font->words)))
        oom();
    return &font->words[(hash ^ hash >> 16) % WORDS];
}

static bool holds(const struct ShapedWord *word, const Words *w, uint32_t at,
                  uint32_t end) {
    return word->n == end - at && word->em == w->run->em &&
           word->lang == w->lang &&
           memcmp(word->text, w->s + at, word->n * sizeof *w->s) == 0;
}

static bool is_clear(const hb_glyph_info_t *info, uint32_t cluster) {
    return info->cluster == cluster && !(hb_glyph_info_get_glyph_flags(info) &
                                         HB_GLYPH_FLAG_UNSAFE_TO_CONCAT);
}

static bool is_moved(const hb_glyph_position_t *pos, uint32_t n) {
    for (uint32_t i = 0; i < n; i++)
        if (pos[i].x_offset || pos[i].y_offset)
            return true;
    return false;
}

/* Keep the word [at, end) whose glyphs are the first `n` of these; the one at
 * `n`, if there are that many (`all`), is of what stands behind it. */
static void keep(const Words *w, uint32_t at, uint32_t end,
                 const hb_glyph_info_t *info, const hb_glyph_position_t *pos,
                 uint32_t n, uint32_t all) {
    if (n == 0 || n > WORD_MOST || end - at > WORD_MOST)
        return;
    bool clear = is_clear(info, at) && (n == all || is_clear(info + n, end));
    struct ShapedWord *word = place_of(w, at, end);
    word->lang = w->lang;
    word->em = w->run->em;
    word->n = (uint8_t)(end - at);
    word->nglyphs = (uint8_t)(clear && !is_moved(pos, n) ? n : 0);
    word->open = n == all;
    memcpy(word->text, w->s + at, word->n * sizeof *w->s);
    for (uint32_t i = 0; i < word->nglyphs; i++) {
        Glyph g = shape_glyph(&info[i], &pos[i]);
        word->glyphs[i] = (WordGlyph){.advance = g.advance,
                                      .id = (uint16_t)g.id,
                                      .cluster = (uint8_t)(g.cluster - at),
                                      .unsafe = g.unsafe};
    }
}

/* Keep the words of [at, end) from a buffer that begins with them. */
static void learn(const Words *w, uint32_t at, uint32_t end, hb_buffer_t *b) {
    uint32_t all, n;
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(b, &all);
    const hb_glyph_position_t *pos = hb_buffer_get_glyph_positions(b, NULL);
    for (uint32_t next; at < end; at = next, info += n, pos += n, all -= n) {
        next = word_end(w, at);
        for (n = 0; n < all && info[n].cluster < next;)
            n++;
        keep(w, at, next, info, pos, n, all);
    }
}

static void add_word(GlyphRun *run, const struct ShapedWord *word,
                     uint32_t at) {
    Glyph *to = run->glyphs + run->n;
    for (uint32_t i = 0; i < word->nglyphs; i++) {
        const WordGlyph *g = &word->glyphs[i];
        to[i] = (Glyph){.id = g->id,
                        .cluster = at + g->cluster,
                        .advance = g->advance,
                        .unsafe = g->unsafe};
        run->width = len_sum(run->width, g->advance);
    }
    run->n += word->nglyphs;
}

typedef enum Use {
    USE_NONE, /* the word is not known */
    USE_WELL,
    USE_NEVER /* it cannot be parted from what it stands beside */
} Use;

static Use use_of(const Words *w, const struct ShapedWord *word, uint32_t at,
                  uint32_t end) {
    if (!holds(word, w, at, end))
        return USE_NONE;
    if (word->nglyphs == 0)
        return USE_NEVER;
    return word->open && end < w->run->end ? USE_NONE : USE_WELL;
}

/* Shape the word [at, end) and the character behind it, which shows whether
 * the end is clear; keep it. */
static void shape_word(const Words *w, uint32_t at, uint32_t end) {
    uint32_t to = end < w->run->end ? end + 1 : end;
    hb_buffer_t *b =
        shape_buffer(w->run, at, to, HB_BUFFER_FLAG_PRODUCE_UNSAFE_TO_CONCAT);
    learn(w, at, end, b);
    hb_buffer_destroy(b);
}

/* The run out of its words. A word has as many glyphs as characters at most, or
 * there is no room. */
static bool join(Arena *a, const Words *w) {
    GlyphRun *run = w->run;
    uint32_t room = run->end - run->start;
    run->glyphs = ARENA_ARRAY(a, Glyph, room);
    for (uint32_t at = run->start, end; at < run->end; at = end) {
        end = word_end(w, at);
        const struct ShapedWord *word = place_of(w, at, end);
        if (use_of(w, word, at, end) == USE_NONE)
            shape_word(w, at, end);
        if (use_of(w, word, at, end) != USE_WELL ||
            word->nglyphs > room - run->n)
            return false;
        add_word(run, word, at);
    }
    return true;
}

/* The run as a whole, which is less work than many words one by one. */
static void shape_whole(Arena *a, const Words *w) {
    GlyphRun *run = w->run;
    hb_buffer_t *b = shape_buffer(run, run->start, run->end,
                                  HB_BUFFER_FLAG_PRODUCE_UNSAFE_TO_CONCAT);
    uint32_t n;
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(b, &n);
    const hb_glyph_position_t *pos = hb_buffer_get_glyph_positions(b, NULL);
    run->glyphs = ARENA_ARRAY(a, Glyph, n);
    for (uint32_t i = 0; i < n; i++) {
        run->glyphs[i] = shape_glyph(&info[i], &pos[i]);
        run->width = len_sum(run->width, run->glyphs[i].advance);
    }
    run->n = n;
    learn(w, run->start, run->end, b);
    hb_buffer_destroy(b);
}

bool shapewords_shape(Arena *a, GlyphRun *run) {
    Words w = {.run = run,
               .s = run->text->s,
               .lang = hb_language_from_string(run->item->lang, -1)};
    size_t words = 0, unknown = 0;
    if (!is_plain_run(run))
        return false;
    for (uint32_t at = run->start, end; at < run->end; at = end) {
        end = word_end(&w, at);
        Use use = end - at > WORD_MOST
                      ? USE_NEVER
                      : use_of(&w, place_of(&w, at, end), at, end);
        if (use == USE_NEVER)
            return false;
        words++;
        unknown += use == USE_NONE;
    }
    run->n = 0;
    run->width = 0;
    if (2 * unknown <= words)
        return join(a, &w);
    shape_whole(a, &w);
    return true;
}
