#include "page/signsheets.h"

#include "model/languagename.h"
#include "page/appealleaf.h"

#define ROW LEN_OF_MM(11)
#define TALLY_ROW LEN_OF_MM(17)
#define TALLY_ROW_OF_MANY LEN_OF_MM(10)
#define TALLY_COLUMN LEN_OF_MM(24)
#define TALLY_COLUMN_LEAST LEN_OF_MM(17)
/* What a target's name must have. */
#define TARGET_COLUMN LEN_OF_MM(50)
#define QR_SIDE LEN_OF_MM(32)
/* Fewer rows than this below the demands are not worth the paper. */
#define ROWS_LEAST 5

static void put_title(Leaf *l, Icon icon, Word word, const Appeal *appeal) {
    LeafStyle title = {.size = LEAF_TITLE,
                       .bold = true,
                       .keep = true,
                       .role = ROLE_H1,
                       .lang = l->sheet->words->lang};
    leaf_marked(l, icon, leaf_word(l, word), title);
    appealleaf_names(l, appeal,
                     (LeafStyle){.size = LEAF_HEAD,
                                 .bold = true,
                                 .keep = true,
                                 .space = LEN_OF_MM(2)});
    appealleaf_title(l, appeal, (LeafStyle){.size = LEAF_TEXT, .keep = true});
}

/* A column for each language, or where so many have no room a row for each
 * target in each. */
typedef struct Tally {
    Leaf *leaf;
    const SignInput *in;
    const char **langs; /* in words */
    LeafColumn *columns;
    size_t ncolumns;
    Text *rows;
    size_t nrows;
    Len least; /* width of a column */
} Tally;

static void add_column(Tally *t, Text head, Len width) {
    t->columns[t->ncolumns++] = (LeafColumn){head, width};
}

/* As wide as the longest of its words. */
static Len column_of(const Tally *t, Text head) {
    Len need = leaf_head_width(t->leaf, head);
    return need > t->least ? need : t->least;
}

/* A column for each language beside the others leaves room for names. */
static bool has_columns(Tally *t, Text others, Text total) {
    for (t->least = TALLY_COLUMN; t->least >= TALLY_COLUMN_LEAST;
         t->least -= LEN_OF_MM(1)) {
        Len all = column_of(t, others) + column_of(t, total);
        for (size_t i = 0; i < t->in->nletter_langs; i++)
            all += column_of(t, text_literal(t->langs[i]));
        if (all + TARGET_COLUMN <= t->leaf->width)
            return true;
    }
    t->least = TALLY_COLUMN;
    return false;
}

static void add_rows(Tally *t, const AppealTarget *target, bool each) {
    Text whole = appealleaf_target(t->leaf, target, false);
    Text name = contact_get(target->contact, CONTACT_NAME, t->in->sheet.lang);
    if (!each) {
        t->rows[t->nrows++] = whole;
        return;
    }
    name = name.s ? name : whole;
    for (size_t i = 0; i < t->in->nletter_langs; i++)
        t->rows[t->nrows++] = text_literal(arena_printf(
            t->leaf->arena, "%.*s (%s)", (int)name.n, name.s, t->langs[i]));
}

/* A sign does for a word that the language lacks. */
static Text word_or(const Leaf *l, Word word, const char *sign) {
    Text t = leaf_word(l, word);
    return t.s ? t : text_literal(sign);
}

static void put_tally(Leaf *l, const SignInput *in) {
    size_t n = in->nletter_langs;
    Tally t = {.leaf = l,
               .in = in,
               .langs = ARENA_ARRAY(l->arena, const char *, n),
               .columns = ARENA_ARRAY(l->arena, LeafColumn, n + 3),
               .rows = ARENA_ARRAY(l->arena, Text, in->ntargets * (n + 1) + 1)};
    Text others = word_or(l, WORD_OTHER_WAYS, "@"),
         total = word_or(l, WORD_TOTAL, "\xCE\xA3"); /* sigma */
    language_names(l->arena, in->letter_langs, n, in->sheet.words->lang, true,
                   t.langs);
    bool each = !has_columns(&t, others, total);
    add_column(&t, leaf_word(l, WORD_WRITE_TO), 0);
    for (size_t i = 0; i < n && !each; i++)
        add_column(&t, text_literal(t.langs[i]),
                   column_of(&t, text_literal(t.langs[i])));
    if (each)
        add_column(&t, leaf_word(l, WORD_LETTERS),
                   column_of(&t, leaf_word(l, WORD_LETTERS)));
    add_column(&t, others, column_of(&t, others));
    add_column(&t, total, column_of(&t, total));
    for (size_t i = 0; i < in->ntargets; i++)
        add_rows(&t, in->targets[i], each);
    t.rows[t.nrows++] = total;
    leaf_rows(l, t.columns, t.ncolumns, each ? TALLY_ROW_OF_MANY : TALLY_ROW,
              t.nrows, t.rows);
}

void tally_draw(Arena *a, Fontset *fs, const SignInput *in, DisplayTags *tags,
                Diag *diag, DisplayPages *out) {
    Leaf l;
    leaf_open(&l, a, fs, &in->sheet, tags, diag);
    put_title(&l, ICON_COUNT, WORD_TALLY, in->appeal);
    put_tally(&l, in);
    if (in->qr)
        leaf_link(&l, in->qr,
                  appeal_say(&in->appeal->parts[APPEAL_REPORT], in->sheet.lang),
                  WORD_REPORT, QR_SIDE);
    leaf_close(&l, out);
}

/* As many rows as the page still holds, or a page of them. */
static void fill_rows(Leaf *l, const LeafColumn *columns, size_t n) {
    Len page = l->sheet->h - 2 * LEAF_MARGIN, heads = LEN_OF_MM(12);
    size_t rows = (size_t)((leaf_room(l) - heads) / ROW);
    if (leaf_room(l) < heads + ROWS_LEAST * ROW)
        rows = (size_t)((page - heads) / ROW);
    leaf_rows(l, columns, n, ROW, rows, NULL);
}

static void put_addressees(Leaf *l, const SignInput *in) {
    const char *all = "";
    for (size_t i = 0; i < in->ntargets; i++) {
        Text one = appealleaf_target(l, in->targets[i], false);
        all = arena_printf(l->arena, "%s%s%.*s", all, i ? "; " : "", (int)one.n,
                           one.s);
    }
    leaf_marked(
        l, ICON_PERSON, appealleaf_labelled(l, WORD_TO, text_literal(all)),
        (LeafStyle){.size = LEAF_TEXT, .keep = true, .space = LEN_OF_MM(3)});
}

void petition_draw(Arena *a, Fontset *fs, const SignInput *in,
                   DisplayTags *tags, Diag *diag, DisplayPages *out) {
    Leaf l;
    leaf_open(&l, a, fs, &in->sheet, tags, diag);
    put_title(&l, ICON_HAND, WORD_PETITION, in->appeal);
    put_addressees(&l, in);
    appealleaf_day(&l, &in->appeal->deadline, WORD_DEADLINE, LEAF_TEXT);
    Text asks = leaf_word(&l, WORD_UNDERSIGNED);
    if (asks.s)
        leaf_text(&l, asks,
                  (LeafStyle){.size = LEAF_TEXT,
                              .space = LEN_OF_MM(4),
                              .keep = true,
                              .lang = in->sheet.words->lang});
    appealleaf_demands(&l, in->appeal);
    LeafColumn columns[] = {{leaf_word(&l, WORD_NAME), 0},
                            {leaf_word(&l, WORD_COUNTRY), LEN_OF_MM(38)},
                            {leaf_word(&l, WORD_SIGNATURE), 0}};
    fill_rows(&l, columns, sizeof columns / sizeof *columns);
    leaf_close(&l, out);
}

void signup_draw(Arena *a, Fontset *fs, const SignInput *in, DisplayTags *tags,
                 Diag *diag, DisplayPages *out) {
    Leaf l;
    leaf_open(&l, a, fs, &in->sheet, tags, diag);
    put_title(&l, ICON_WRITE, WORD_SIGN_UP, in->appeal);
    LeafColumn columns[] = {{leaf_word(&l, WORD_NAME), 0},
                            {leaf_word(&l, WORD_EMAIL), 0},
                            {leaf_word(&l, WORD_PHONE), LEN_OF_MM(38)}};
    fill_rows(&l, columns, sizeof columns / sizeof *columns);
    leaf_close(&l, out);
}
