#include "page/cover.h"

#include "model/contactjoin.h"
#include "model/languagename.h"
#include "page/appealleaf.h"
#include "page/qrdraw.h"

#include <string.h>

#define NUMBER_SIZE LEN_OF_PT(40)
#define NUMBER_LEAST LEN_OF_PT(24)
#define COUNT_ICON LEN_OF_MM(9)
#define COUNT_SIZE LEN_OF_PT(20)
#define COUNT_STEP LEN_OF_MM(25)
#define STEP_ICON LEN_OF_MM(15)
#define STEP_GAP LEN_OF_MM(1)
#define COUNT_GAP LEN_OF_MM(2)
#define QR_SIDE LEN_OF_MM(30)
/* Its quiet zone may reach into the margin. */
#define QR_ABOVE LEN_OF_MM(3)
#define INDENT LEN_OF_MM(9)

/* ---- the number, and how many of what ---- */

/* 0: there is none. */
static Len code_side(const CoverInput *in) {
    return in->qr ? qrdraw_side(in->qr, QR_SIDE) : 0;
}

/* What it takes of the lines beside it, with its icon. */
static Len code_room(const CoverInput *in) {
    return code_side(in) + LEN_OF_MM(10);
}

/* Nothing down to the end of the code. */
static void put_free(Leaf *l, Len *code) {
    if (*code > 0)
        leaf_drawing(l, ARENA_NEW(l->arena, DisplayItems), *code, 0)->keep =
            true;
    *code = 0;
}

/* Returns where the next one stands; *bottom is that of the lowest so far. */
static Len put_count(Leaf *l, Icon icon, Word word, size_t count, Len x,
                     Len *bottom, DisplayItems *to) {
    Para p, under;
    char *number = arena_printf(l->arena, "%zu", count);
    Text name = leaf_word(l, word);
    const char *lang = l->sheet->words->lang;
    Len left = l->rtl ? l->width - x - COUNT_STEP : x;
    if (!count)
        return x;
    icon_draw(l->arena, icon, l->rtl,
              l->rtl ? left + COUNT_STEP - COUNT_ICON : left, 0, COUNT_ICON,
              to);
    leaf_set(l, text_literal(number), leaf_style(l, COUNT_SIZE, true, lang),
             COUNT_STEP - COUNT_ICON - LEN_OF_MM(2), ALIGN_START, &p);
    uint32_t tag = display_tag(l->tags, ROLE_P, l->document, lang);
    display_para(l->arena, to, tag,
                 l->rtl ? left : left + COUNT_ICON + LEN_OF_MM(2), 0, &p, 0,
                 p.n);
    if (name.s) {
        leaf_set(l, name, leaf_style(l, LEAF_SMALL, false, lang),
                 COUNT_STEP - LEN_OF_MM(1), ALIGN_START, &under);
        display_para(l->arena, to,
                     display_tag(l->tags, ROLE_P, l->document, lang),
                     l->rtl ? left + LEN_OF_MM(1) : left,
                     COUNT_ICON + LEN_OF_MM(1), &under, 0, under.n);
        Len end = COUNT_ICON + LEN_OF_MM(1) + under.height;
        *bottom = end > *bottom ? end : *bottom;
    }
    return x + COUNT_STEP;
}

/* Beside the code that reaches `*code` further down, if there is room for it,
 * else below. */
static void put_counts(Leaf *l, const CoverInput *in, Len *code) {
    DisplayItems *items = ARENA_NEW(l->arena, DisplayItems);
    Len bottom = COUNT_ICON, x = 0;
    const struct {
        Icon icon;
        Word word;
        size_t count;
    } all[] = {{ICON_LETTER, WORD_LETTERS, in->letters},
               {ICON_ENVELOPE, WORD_ENVELOPES, in->envelopes},
               {ICON_SLIP, WORD_SLIPS, in->slips},
               {ICON_SLIP, WORD_LABELS, in->labels}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        x = put_count(l, all[i].icon, all[i].word, all[i].count, x, &bottom,
                      items);
    if (x > l->width - code_room(in))
        put_free(l, code);
    if (x)
        leaf_drawing(l, items, bottom, COUNT_GAP)->keep = true;
    if (x)
        *code -= COUNT_GAP + bottom;
}

/* As large as goes into a line. */
static Len number_size(Leaf *l, const char *number, Len width) {
    Len size = NUMBER_SIZE;
    for (Para p; size > NUMBER_LEAST; size -= 2 * LEN_PT) {
        leaf_set(l, text_literal(number),
                 leaf_style(l, size, true, l->sheet->words->lang), width,
                 ALIGN_START, &p);
        if (p.n == 1)
            break;
    }
    return size;
}

static Text report_link(const CoverInput *in) {
    return appeal_say(&in->appeal->parts[APPEAL_REPORT], in->sheet.lang);
}

/* The link's code at the end side of the number. Returns how much further down
 * than that it reaches. */
static Len put_number(Leaf *l, const CoverInput *in) {
    Len side = code_side(in);
    const char *number =
        words_pack_of(l->arena, l->sheet->words, in->number, in->packs);
    LeafStyle style = {.size = NUMBER_SIZE,
                       .bold = true,
                       .room = code_room(in),
                       .role = ROLE_H1,
                       .keep = true,
                       .lang = l->sheet->words->lang};
    style.size = number_size(l, number, l->width - style.room);
    FlowBox *box = leaf_text(l, text_literal(number), style);
    if (!in->qr)
        return 0;
    DisplayItems *items = ARENA_NEW(l->arena, DisplayItems);
    Len x = l->rtl ? 0 : l->width - side;
    Text link = report_link(in);
    uint32_t figure = display_tag(l->tags, ROLE_FIGURE, l->document, "");
    l->tags->tags.v[figure].alt = arena_strndup(l->arena, link.s, link.n);
    qrdraw(l->arena, in->qr, figure, x, -QR_ABOVE, side, items);
    icon_draw(l->arena, ICON_SCREEN, l->rtl,
              l->rtl ? side + LEN_OF_MM(1) : x - LEAF_ICON - LEN_OF_MM(1), 0,
              LEAF_ICON, items);
    box->drawing = items;
    return side - QR_ABOVE - box->para.height;
}

/* The lines below must not run into the code. */
static void put_top(Leaf *l, const CoverInput *in) {
    Len code = put_number(l, in);
    put_counts(l, in, &code);
    put_free(l, &code);
}

/* ---- until when, to whom ---- */

static void put_channel(Leaf *l, const Contact *c, ContactField field,
                        Icon icon, Len indent) {
    Text t = contact_get(c, field, "");
    if (t.s)
        leaf_marked(l, icon, t,
                    (LeafStyle){.size = LEAF_SMALL + LEN_PT,
                                .indent = indent,
                                .lang = "en"});
}

static void put_channels(Leaf *l, const Contact *c, Len indent) {
    put_channel(l, c, CONTACT_EMAIL, ICON_EMAIL, indent);
    put_channel(l, c, CONTACT_FAX, ICON_FAX, indent);
    put_channel(l, c, CONTACT_PHONE, ICON_PHONE, indent);
    put_channel(l, c, CONTACT_SOCIAL, ICON_SOCIAL, indent);
}

static bool has_channels(const Contact *c) {
    static const ContactField fields[] = {CONTACT_EMAIL, CONTACT_FAX,
                                          CONTACT_PHONE, CONTACT_SOCIAL};
    bool found = false;
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        found = found || contact_get(c, fields[i], "").s;
    return found;
}

/* In which languages there is a letter to each, where that is no matter of
 * course. */
static void put_languages(Leaf *l, const CoverInput *in, LeafStyle style) {
    size_t n = in->nletter_langs;
    const char *lang = l->sheet->words->lang;
    const char **names = ARENA_ARRAY(l->arena, const char *, n);
    TextList list = {ARENA_ARRAY(l->arena, Text, n), n};
    if (n == 0 ||
        (n == 1 && appeal_serves(in->letter_langs[0], l->sheet->lang)))
        return;
    language_names(l->arena, in->letter_langs, n, lang, false, names);
    for (size_t i = 0; i < n; i++)
        list.v[i] = text_literal(names[i]);
    style.lang = lang;
    leaf_marked(
        l, ICON_LETTER,
        appealleaf_labelled(l, WORD_LETTERS,
                            text_literal(names_and(l->arena, &list, lang))),
        style);
}

static void put_target(Leaf *l, const CoverInput *in, const CoverTarget *t) {
    leaf_marked(l, ICON_PERSON, appealleaf_target(l, t->target, true),
                (LeafStyle){.size = LEAF_TEXT,
                            .bold = true,
                            .keep = true,
                            .space = LEN_OF_MM(1.5)});
    LeafStyle small = {.size = LEAF_SMALL + LEN_PT, .indent = INDENT};
    if (in->letters)
        put_languages(l, in, small);
    if (t->no_return) {
        LeafStyle s = small;
        s.lang = l->sheet->words->lang;
        leaf_marked(l, ICON_NO_SENDER, leaf_word(l, WORD_NO_RETURN), s);
    }
    const AppealText *note = appeal_text(&t->target->note, l->sheet->lang);
    if (note) {
        small.lang = note->lang;
        leaf_text(l, note->said.v[0], small);
    }
}

static void put_ways(Leaf *l, const Contact *c, bool named) {
    if (!has_channels(c))
        return;
    Text name = contact_get(c, CONTACT_NAME, l->sheet->lang);
    if (named && name.s)
        leaf_text(l, name,
                  (LeafStyle){.size = LEAF_SMALL + LEN_PT,
                              .bold = true,
                              .keep = true,
                              .indent = INDENT,
                              .space = LEN_OF_MM(1.5)});
    put_channels(l, c, INDENT);
}

static void put_targets(Leaf *l, const CoverInput *in) {
    leaf_heading(l, ICON_ENVELOPE, leaf_word(l, WORD_WRITE_TO));
    bool ways = in->nothers > 0;
    for (size_t i = 0; i < in->ntargets; i++) {
        put_target(l, in, &in->targets[i]);
        ways = ways || has_channels(in->targets[i].target->contact);
    }
    if (!ways)
        return;
    bool named = in->ntargets + in->nothers > 1;
    leaf_heading(l, ICON_SOCIAL, leaf_word(l, WORD_OTHER_WAYS));
    for (size_t i = 0; i < in->ntargets; i++)
        put_ways(l, in->targets[i].target->contact, named);
    for (size_t i = 0; i < in->nothers; i++)
        put_ways(l, in->others[i]->contact, named);
}

/* ---- do and don't ---- */

static void put_advice(Leaf *l, Icon icon, Word word) {
    Text t = leaf_word(l, word);
    if (t.s)
        leaf_marked(l, icon, t,
                    (LeafStyle){.size = LEAF_TEXT,
                                .space = LEN_OF_MM(0.7),
                                .lang = l->sheet->words->lang});
}

static void put_avoided(Leaf *l, const Appeal *appeal) {
    const char *all = "";
    for (size_t i = 0; i < appeal->avoid.n; i++)
        all = arena_printf(l->arena, "%s%s%.*s", all, i ? ", " : "",
                           (int)appeal->avoid.v[i].n, appeal->avoid.v[i].s);
    if (!appeal->avoid.n)
        return;
    Text t = {all, strlen(all), appeal->avoid.v[0].span};
    leaf_marked(l, ICON_NO, appealleaf_labelled(l, WORD_DONT_WORDS, t),
                (LeafStyle){.size = LEAF_TEXT, .space = LEN_OF_MM(0.7)});
}

static void put_do(Leaf *l, const CoverInput *in) {
    const Appeal *appeal = in->appeal;
    leaf_drawing(l, NULL, 0, LEN_OF_MM(5));
    put_advice(l, ICON_YES, WORD_DO_OWN_WORDS);
    put_advice(l, ICON_YES, WORD_DO_POLITE);
    if (in->letters > in->ntargets && !in->folded)
        put_advice(l, ICON_YES, WORD_DO_TOGETHER);
    const AppealText *notes =
        appeal_text(&appeal->parts[APPEAL_NOTES], l->sheet->lang);
    for (size_t i = 0; notes && i < notes->said.n; i++)
        leaf_marked(l, ICON_YES, notes->said.v[i],
                    (LeafStyle){.size = LEAF_TEXT,
                                .space = LEN_OF_MM(0.7),
                                .lang = notes->lang});
    put_advice(l, ICON_NO, WORD_DONT_NUMBER);
    put_advice(l, ICON_NO, WORD_DONT_INSULT);
    put_avoided(l, appeal);
}

/* What is done with a letter. */
typedef struct Step {
    Icon icon;
    Word word;
} Step;

enum { STEPS_MOST = 8 };

static size_t find_steps(const CoverInput *in, Step out[STEPS_MOST]) {
    size_t n = 0;
    out[n++] = (Step){ICON_WRITE, WORD_STEP_WRITE};
    out[n++] = (Step){ICON_FOLD, WORD_STEP_FOLD};
    if (in->slips || in->cut)
        out[n++] = (Step){ICON_CUT, WORD_STEP_CUT};
    if (in->slips || in->cut || in->labels)
        out[n++] = (Step){ICON_STICK, WORD_STEP_STICK};
    out[n++] = (Step){ICON_STAMP, WORD_STEP_STAMP};
    out[n++] = (Step){ICON_POST, WORD_STEP_POST};
    out[n++] = (Step){ICON_COUNT, WORD_STEP_COUNT};
    return n;
}

/* The word under a picture that is centred on `middle`; how high it is. */
static Len put_step_word(Leaf *l, Word word, Len middle, Len width,
                         DisplayItems *to) {
    const char *lang = l->sheet->words->lang;
    Text t = leaf_word(l, word);
    Para p;
    if (!t.s)
        return 0;
    leaf_set(l, t, leaf_style(l, LEAF_SMALL, false, lang), width, ALIGN_CENTER,
             &p);
    display_para(l->arena, to, display_tag(l->tags, ROLE_P, l->document, lang),
                 middle - width / 2, STEP_ICON + STEP_GAP, &p, 0, p.n);
    return p.height + STEP_GAP;
}

/* From the pen to the letter box, in pictures. */
static void put_steps(Leaf *l, const CoverInput *in) {
    Step steps[STEPS_MOST];
    size_t n = find_steps(in, steps);
    DisplayItems *items = ARENA_NEW(l->arena, DisplayItems);
    Len pitch = (l->width - STEP_ICON) / (Len)(n - 1), under = 0;
    Len arrow = LEN_OF_MM(4);
    for (size_t i = 0; i < n; i++) {
        Len x = (Len)i * pitch;
        Len left = l->rtl ? l->width - x - STEP_ICON : x;
        icon_draw(l->arena, steps[i].icon, l->rtl, left, 0, STEP_ICON, items);
        Len high = put_step_word(l, steps[i].word, left + STEP_ICON / 2,
                                 pitch - STEP_GAP, items);
        under = high > under ? high : under;
        x += STEP_ICON + (pitch - STEP_ICON - arrow) / 2;
        if (i + 1 < n)
            icon_draw(l->arena, ICON_NEXT, l->rtl,
                      l->rtl ? l->width - x - arrow : x,
                      (STEP_ICON - arrow) / 2, arrow, items);
    }
    leaf_drawing(l, items, STEP_ICON + under, LEN_OF_MM(6));
}

static void put_case(Leaf *l, const CoverInput *in) {
    appealleaf_names(l, in->appeal,
                     (LeafStyle){.size = LEAF_TITLE,
                                 .bold = true,
                                 .space = LEN_OF_MM(4),
                                 .keep = true});
    appealleaf_title(l, in->appeal,
                     (LeafStyle){.size = LEAF_TEXT, .keep = true});
    if (in->sender)
        leaf_marked(l, ICON_WRITE, text_literal(in->sender),
                    (LeafStyle){.size = LEAF_HEAD, .space = LEN_OF_MM(2)});
}

void cover_draw(Arena *a, Fontset *fs, const CoverInput *in, DisplayTags *tags,
                Diag *diag, DisplayPages *out) {
    Leaf l;
    const Appeal *appeal = in->appeal;
    leaf_open(&l, a, fs, &in->sheet, tags, diag);
    put_top(&l, in);
    put_case(&l, in);
    appealleaf_day(&l, &appeal->deadline, WORD_DEADLINE, LEAF_HEAD);
    appealleaf_day(&l, &appeal->not_before, WORD_NOT_BEFORE,
                   in->early ? LEAF_HEAD : LEAF_TEXT);
    appealleaf_day(&l, &appeal->not_after, WORD_NOT_AFTER, LEAF_TEXT);
    put_steps(&l, in);
    put_targets(&l, in);
    put_do(&l, in);
    if (in->qr) {
        Text t = appealleaf_labelled(&l, WORD_REPORT, report_link(in));
        leaf_marked(&l, ICON_WEB, t,
                    (LeafStyle){.size = LEAF_TEXT,
                                .space = LEN_OF_MM(4),
                                .lang = l.sheet->words->lang});
    }
    leaf_close(&l, out);
}
