#include "page/letterbody.h"

#include "page/letterwriter.h"

#include <string.h>

#define PEN_DATE LEN_OF_MM(50)
#define PEN_SIGNATURE LEN_OF_MM(60)
#define DEFAULT_DPI 150

const char *letter_lang(Arena *a, const Letter *letter) {
    Text t = letter->fields[LETTER_LANG].raw;
    return t.s ? arena_strndup(a, t.s, t.n) : "en";
}

const Image *letter_picture(const LetterInput *in, Text file) {
    for (size_t i = 0; i < in->npictures; i++)
        if (in->pictures[i].file.s == file.s)
            return &in->pictures[i].image;
    return NULL;
}

void letter_picture_size(const Image *image, Len width, Len height, Len max,
                         Len *w, Len *h) {
    int dpi = image->dpi > 0 ? image->dpi : DEFAULT_DPI;
    if (!width && !height)
        width = (Len)((int64_t)image->width * 72 * LEN_PT / dpi < max
                          ? (int64_t)image->width * 72 * LEN_PT / dpi
                          : max);
    if (!width)
        width = len_muldiv(height, image->width, image->height);
    if (!height)
        height = len_muldiv(width, image->height, image->width);
    if (width > max) {
        height = len_muldiv(height, max, width);
        width = max;
    }
    *w = width;
    *h = height;
}

/* "Paris, " before a date, or "Date: " where there is no place: whoever holds
 * the pen shall know what the line is for. Nothing in a language that lacks the
 * word. */
static Inlines before_blank_date(LetterWriter *w, const Inlines *place) {
    Text word = w->in->words->v[WORD_DATE];
    const char *sign = place->n ? letter_comma(w->lang) : letter_colon(w->lang);
    Inlines tail = lw_text(w, text_literal(sign));
    Inlines label = {0};
    if (place->n)
        return lw_join(w, place, "", &tail);
    if (!word.s)
        return label;
    label = lw_text(w, word);
    return lw_join(w, &label, "", &tail);
}

/* "Paris, ______": a line for the pen. */
static void push_blank_date(LetterWriter *w, const Inlines *place, bool end,
                            Len space) {
    FlowBox *b = lw_push_rule(w, PEN_DATE, end, lw_line(w));
    b->space = space;
    Inlines all = before_blank_date(w, place);
    if (all.n == 0)
        return;
    Len room = w->in->width - PEN_DATE;
    FlowCell *cell = ARENA_NEW(w->arena, FlowCell);
    lw_set(w, &all, lw_style(w), (ParaOptions){.width = room}, &cell->para);
    Len gap = w->look.size / 3, wide = cell->para.width + gap;
    /* The paragraph stands at its start side: right-to-left, at the right of
     * its room. */
    Len left = b->rules[0].x;
    if (w->rtl) {
        b->rules[0].x = left = end ? 0 : left - wide;
        cell->x = left + PEN_DATE + wide - room;
    } else {
        b->rules[0].x = end ? left : wide;
        cell->x = end ? left - wide : 0;
    }
    cell->tag = lw_tag(w, ROLE_P, w->document);
    b->cells = cell;
    b->ncells = 1;
}

/* "Paris, 22 November 2026". */
static void push_date(LetterWriter *w, const void *key) {
    (void)key;
    Text raw = w->in->letter->fields[LETTER_DATE].raw;
    const Inlines *place = lw_field(w, LETTER_PLACE);
    if (raw.s && text_equal(raw, "none"))
        raw.s = NULL;
    if (!raw.s && place->n == 0)
        return;
    bool end = w->in->date_right || w->look.signature_end;
    if (raw.s && text_equal(raw, "blank")) {
        push_blank_date(w, place, end, 0);
        return;
    }
    Inlines date = {0};
    const char *words;
    if (raw.s) {
        Text t = raw;
        if (letter_date(w->arena, raw.s, raw.n, w->lang, &words)) {
            t.s = words;
            t.n = strlen(words);
        }
        date = lw_text(w, t);
    }
    Inlines all = lw_join(w, place, letter_comma(w->lang), &date);
    lw_push_inlines(w, &all, ROLE_P, lw_style(w),
                    (ParaOptions){.width = w->in->width - w->look.end_inset,
                                  .align = end ? ALIGN_END : ALIGN_START},
                    0);
}

/* "Label: value", the label in the letter's language. */
static Inlines labelled(LetterWriter *w, Word word, Span where,
                        const Inlines *value) {
    Inlines label = lw_text(w, words_get(w->in->words, word, where, w->diag));
    /* "P.S." has its sign already. */
    bool stop = word == WORD_POSTSCRIPT && label.n &&
                label.v[0].text.s[label.v[0].text.n - 1] == '.';
    return lw_join(w, &label, stop ? " " : letter_colon(w->lang), value);
}

static Inlines reference(LetterWriter *w, LetterField f, Word word) {
    if (!lw_has(w, f))
        return (Inlines){0};
    return labelled(w, word, w->in->letter->fields[f].raw.span, lw_field(w, f));
}

static void push_references(LetterWriter *w, const void *key) {
    (void)key;
    Inlines yours = reference(w, LETTER_YOUR_REFERENCE, WORD_YOUR_REFERENCE);
    Inlines ours = reference(w, LETTER_OUR_REFERENCE, WORD_OUR_REFERENCE);
    const char *gap = "\xE2\x80\x83\xE2\x80\x83"; /* two em spaces */
    Inlines line = lw_join(w, &yours, gap, &ours);
    line = lw_join(w, &line, gap, lw_field(w, LETTER_REFERENCE));
    if (line.n == 0)
        return;
    TextStyle small = lw_style(w);
    small.size -= LEN_PT;
    lw_push_inlines(w, &line, ROLE_P, small, (ParaOptions){0}, lw_line(w) / 2);
}

static void push_subject(LetterWriter *w, const void *key) {
    (void)key;
    if (!lw_has(w, LETTER_SUBJECT))
        return;
    TextStyle style = lw_style(w);
    style.bold = true;
    lw_push_inlines(w, lw_field(w, LETTER_SUBJECT), ROLE_H1, style,
                    (ParaOptions){0}, lw_line(w))
        ->keep = true;
}

static void push_salutation(LetterWriter *w, const void *key) {
    (void)key;
    const Inlines *said = lw_field(w, LETTER_SALUTATION);
    Inlines own;
    if (said->n == 0 && w->in->to) {
        w->uses |= LETTER_OF_TO;
        Text t = contact_get(w->in->to, CONTACT_SALUTATION, w->lang);
        if (t.s) {
            own = lw_text(w, t);
            said = &own;
        }
    }
    if (said->n)
        lw_push_inlines(w, said, ROLE_P, lw_style(w), (ParaOptions){0},
                        lw_line(w))
            ->keep = true;
}

/* The closing of a Chinese letter is two lines: the first indented as a
 * paragraph is, the second flush (facts 2.2). */
static void push_closing(LetterWriter *w, const void *key) {
    (void)key;
    if (!lw_has(w, LETTER_CLOSING))
        return;
    lw_push_inlines(w, lw_field(w, LETTER_CLOSING), ROLE_P, lw_style(w),
                    (ParaOptions){.first_indent = w->look.indent},
                    w->look.indent ? 0 : lw_line(w))
        ->keep = true;
}

/* What the picture of a signature shows, where the letter does not say. */
static Text signature_words(LetterWriter *w) {
    Text alt = w->in->letter->signature_image.alt;
    if (alt.s || !w->in->from)
        return alt;
    w->uses |= LETTER_OF_FROM;
    alt = contact_get(w->in->from, CONTACT_NAME, w->lang);
    return alt.s ? alt
                 : contact_get(w->in->from, CONTACT_ORGANISATION, w->lang);
}

/* The picture of a signature, or room for the pen: who signs by hand is not the
 * one whose name it shows. */
static void push_signed(LetterWriter *w) {
    const LetterImage *sig = &w->in->letter->signature_image;
    const Image *image = sig->file.s && !w->in->pen_sender
                             ? letter_picture(w->in, sig->file)
                             : NULL;
    if (!image) {
        lw_push(w, (FlowBox){.height = w->look.signature,
                             .keep = true,
                             .tag = DISPLAY_NO_TAG});
        return;
    }
    Len width, height;
    letter_picture_size(image, sig->width, sig->height, w->in->width / 2,
                        &width, &height);
    FlowBox *b = lw_push_image(w, image, width, height, w->look.signature_end,
                               signature_words(w), w->document);
    b->space = lw_line(w) / 2;
    b->keep = true;
}

static void push_signature(LetterWriter *w, const void *key) {
    (void)key;
    ParaOptions opt = {.width = w->in->width - w->look.end_inset,
                       .align =
                           w->look.signature_end ? ALIGN_END : ALIGN_START};
    const Inlines *typed = lw_field(w, LETTER_SIGNATURE);
    Inlines own;
    if (typed->n == 0 && w->in->from) {
        w->uses |= LETTER_OF_FROM;
        Text name = contact_get(w->in->from, CONTACT_NAME, w->lang);
        if (name.s) {
            own = lw_text(w, name);
            typed = &own;
        }
    }
    /* Who signs by hand is not the one whose name the file has. */
    if (w->in->pen_sender) {
        own = (Inlines){0};
        typed = &own;
    }
    push_signed(w);
    bool office = lw_has(w, LETTER_OFFICE);
    if (typed->n)
        lw_push_inlines(w, typed, ROLE_P, lw_style(w), opt, 0)->keep = office;
    else
        lw_push_rule(w, PEN_SIGNATURE, w->look.signature_end, LEN_PT);
    if (office)
        lw_push_inlines(w, lw_field(w, LETTER_OFFICE), ROLE_P, lw_style(w), opt,
                        0);
}

/* A list with its label: the first entry beside it, the others under that. */
static void push_labelled_list(LetterWriter *w, Word word,
                               const TextList *list) {
    if (list->n == 0)
        return;
    Inlines label =
        lw_text(w, words_get(w->in->words, word, list->v[0].span, w->diag));
    Inlines colon = lw_text(w, text_literal(letter_colon(w->lang)));
    label = lw_join(w, &label, "", &colon);
    Inlines all = {0};
    for (size_t i = 0; i < list->n; i++) {
        Inlines one = lw_text(w, list->v[i]);
        all = lw_join(w, &all, "\n", &one);
    }
    TextStyle small = lw_style(w);
    small.size -= LEN_PT;
    FlowCell *cell = ARENA_NEW(w->arena, FlowCell);
    Len half = w->in->width / 2;
    lw_set(w, &label, small, (ParaOptions){.width = half}, &cell->para);
    Len step = cell->para.width + small.size / 2;
    cell->x = w->rtl ? w->in->width - half : 0;
    cell->on_baseline = true;
    FlowBox box = {.x = w->rtl ? 0 : step,
                   .space = lw_line(w) * 3 / 4,
                   .tag = lw_tag(w, ROLE_P, w->document),
                   .cells = cell,
                   .ncells = 1};
    cell->tag = box.tag;
    lw_set_box(w, &all, small, (ParaOptions){.width = w->in->width - step},
               &box);
    lw_push(w, box);
}

static void push_postscript(LetterWriter *w, const void *key) {
    (void)key;
    if (!lw_has(w, LETTER_POSTSCRIPT))
        return;
    Inlines all = labelled(w, WORD_POSTSCRIPT,
                           w->in->letter->fields[LETTER_POSTSCRIPT].raw.span,
                           lw_field(w, LETTER_POSTSCRIPT));
    lw_push_inlines(w, &all, ROLE_P, lw_style(w), (ParaOptions){0}, lw_line(w));
}

/* The text of a footnote, its mark in front. */
static Inlines note_text(LetterWriter *w, size_t index) {
    const LetterNote *note = &w->noted.v[index];
    Inlines all = lw_text(w, text_literal(lw_note_mark(w->arena, index)));
    if (note->note < 0) {
        Inlines link = lw_text(w, note->link);
        return lw_join(w, &all, "\xE2\x80\x89", &link);
    }
    const Blocks *blocks = &w->in->letter->notes.v[note->note].children;
    const char *between = "\xE2\x80\x89";
    for (size_t k = 0; k < blocks->n; k++) {
        Inlines text = lw_resolved(w, &blocks->v[k]);
        all = lw_join(w, &all, between, &text);
        between = text.n ? "\n" : between;
    }
    return all;
}

/* Footnotes in the order of their marks, smaller than the text. */
static void set_notes(LetterWriter *w) {
    TextStyle style = lw_style(w);
    style.size -= LEN_OF_PT(2);
    w->in_notes = true;
    for (size_t i = 0; i < w->noted.n; i++) {
        w->uses = 0;
        Inlines all = note_text(w, i);
        FlowBox box = {.tag = lw_tag(w, ROLE_NOTE, w->document)};
        lw_set(w, &all, style,
               (ParaOptions){.width = w->in->width, .leading_permille = 1250},
               &box.para);
        box.varies = true; /* each letter sets its own: they are few */
        vec_push(w->arena, &w->out->notes, box);
    }
}

static void find_langs(LetterWriter *w) {
    const TextList *list = &w->in->letter->langs;
    w->langs = ARENA_ARRAY(w->arena, const char *, list->n + 1);
    w->langs[w->nlangs++] = w->lang;
    for (size_t i = 0; i < list->n; i++)
        w->langs[w->nlangs++] =
            arena_strndup(w->arena, list->v[i].s, list->v[i].n);
}

/* The closing takes two lines of the body with it. */
static void keep_two_lines(FlowBoxes *boxes) {
    size_t lines = 0;
    for (size_t i = boxes->n; i > 0 && lines < 2; i--) {
        FlowBox *b = &boxes->v[i - 1];
        b->keep = true;
        lines += b->para.n ? b->para.n : 1;
    }
}

static void push_block(LetterWriter *w, const void *key) {
    Block block;
    Blocks one = {&block, 1};
    bool there = lw_resolve_block(w, key, &block);
    if (block.kind == BLOCK_OWN_WORDS)
        w->own_words_done = true; /* also where they are left out */
    if (there)
        lw_push_blocks(w, &one, w->document, 0, w->look.gap);
}

static void push_own_words(LetterWriter *w, const void *key) {
    (void)key;
    lw_push_own_words(w, w->in->letter->own_words, 0);
}

static void push_enclosures(LetterWriter *w, const void *key) {
    push_labelled_list(w, WORD_ENCLOSURES, key);
}

static void push_copies(LetterWriter *w, const void *key) {
    push_labelled_list(w, WORD_COPIES, key);
}

static void push_all(LetterWriter *w) {
    const Letter *letter = w->in->letter;
    FlowBoxes *boxes = &w->out->boxes;
    if (!w->look.date_last)
        lw_part(w, &letter->fields[LETTER_DATE], push_date);
    lw_part(w, &letter->fields[LETTER_REFERENCE], push_references);
    lw_part(w, &letter->fields[LETTER_SUBJECT], push_subject);
    lw_part(w, &letter->fields[LETTER_SALUTATION], push_salutation);
    for (size_t i = 0; i < letter->body.n; i++)
        lw_part(w, &letter->body.v[i], push_block);
    if (letter->own_words && !w->own_words_done)
        lw_part(w, &letter->own_words, push_own_words);
    keep_two_lines(boxes);
    lw_part(w, &letter->fields[LETTER_CLOSING], push_closing);
    lw_part(w, &letter->fields[LETTER_SIGNATURE], push_signature);
    if (w->look.date_last) {
        boxes->v[boxes->n - 1].keep = true;
        lw_part(w, &letter->fields[LETTER_DATE], push_date);
    }
    lw_part(w, &letter->fields[LETTER_POSTSCRIPT], push_postscript);
    lw_part(w, &letter->enclosures, push_enclosures);
    lw_part(w, &letter->copies, push_copies);
    set_notes(w);
}

static LetterWriter writer(Arena *a, Fontset *fs, const LetterInput *in,
                           DisplayTags *tags, uint32_t document, Diag *diag,
                           LetterBoxes *out) {
    LetterWriter w = {.arena = a,
                      .fonts = fs,
                      .in = in,
                      .tags = tags,
                      .document = document,
                      .diag = diag,
                      .out = out,
                      .lang = letter_lang(a, in->letter),
                      .ok = true};
    w.look =
        letter_look(w.lang, in->style, in->letter->large_print, in->tightness);
    w.rtl = itemize_is_rtl(DIR_AUTO, NULL, w.lang);
    find_langs(&w);
    return w;
}

bool letter_body(Arena *a, Fontset *fs, const LetterInput *in,
                 DisplayTags *tags, uint32_t document, Diag *diag,
                 LetterBoxes *out) {
    LetterWriter w = writer(a, fs, in, tags, document, diag, out);
    push_all(&w);
    return w.ok;
}

bool letter_text(Arena *a, Fontset *fs, const LetterInput *in,
                 DisplayTags *tags, uint32_t document, Diag *diag,
                 LetterBoxes *out) {
    LetterWriter w = writer(a, fs, in, tags, document, diag, out);
    lw_push_blocks(&w, &in->letter->body, document, 0, w.look.gap);
    set_notes(&w);
    return w.ok;
}
