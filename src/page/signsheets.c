#include "page/signsheets.h"

#include "page/casesheet.h"

#include <string.h>

#define ROW LEN_OF_MM(11)
#define TALLY_ROW LEN_OF_MM(17)
#define LANG_COLUMN LEN_OF_MM(24)
#define QR_SIDE LEN_OF_MM(32)
/* Fewer rows than this below the demands are not worth the paper. */
#define ROWS_LEAST 5

static Text text(const char *s) {
    return (Text){s, strlen(s), {0}};
}

static void put_title(Leaf *l, Icon icon, Word word, const Appeal *appeal) {
    LeafStyle title = {.size = LEAF_TITLE,
                       .bold = true,
                       .keep = true,
                       .role = ROLE_H1,
                       .lang = l->sheet->words->lang};
    const char *names = "";
    for (size_t i = 0; i < appeal->npersons; i++)
        names = arena_printf(l->arena, "%s%s%.*s", names, i ? ", " : "",
                             (int)appeal->persons[i].name.n,
                             appeal->persons[i].name.s);
    leaf_marked(l, icon, leaf_word(l, word), title);
    leaf_text(l, text(names),
              (LeafStyle){.size = LEAF_HEAD,
                          .bold = true,
                          .keep = true,
                          .space = LEN_OF_MM(2)});
    leaf_text(l, appeal->title, (LeafStyle){.size = LEAF_TEXT, .keep = true});
}

static Text target_name(Leaf *l, const AppealTarget *t) {
    Text name = contact_get(t->contact, CONTACT_NAME, "");
    Text title = contact_get(t->contact, CONTACT_TITLE, "");
    if (!name.s || !title.s)
        return name.s ? name : title.s ? title : text(t->id);
    char *all = arena_printf(l->arena, "%.*s, %.*s", (int)name.n, name.s,
                             (int)title.n, title.s);
    return (Text){all, strlen(all), name.span};
}

void tally_draw(Arena *a, Fontset *fs, const SignInput *in, DisplayTags *tags,
                Diag *diag, DisplayPages *out) {
    Leaf l;
    size_t langs = in->nletter_langs, columns = langs + 3;
    LeafColumn *heads = ARENA_ARRAY(a, LeafColumn, columns);
    Text *rows = ARENA_ARRAY(a, Text, in->ntargets + 1);
    leaf_open(&l, a, fs, &in->sheet, tags, diag);
    put_title(&l, ICON_COUNT, WORD_TALLY, in->appeal);
    heads[0].head = leaf_word(&l, WORD_WRITE_TO);
    for (size_t i = 0; i < langs; i++)
        heads[i + 1] = (LeafColumn){text(in->letter_langs[i]), LANG_COLUMN};
    heads[langs + 1] =
        (LeafColumn){leaf_word(&l, WORD_OTHER_WAYS), LANG_COLUMN};
    heads[langs + 2] = (LeafColumn){leaf_word(&l, WORD_TOTAL), LANG_COLUMN};
    for (size_t i = 0; i < in->ntargets; i++)
        rows[i] = target_name(&l, in->targets[i]);
    rows[in->ntargets] = leaf_word(&l, WORD_TOTAL);
    leaf_rows(&l, heads, columns, TALLY_ROW, in->ntargets + 1, rows);
    if (in->qr)
        leaf_link(&l, in->qr, in->appeal->report, WORD_REPORT, QR_SIDE);
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

void petition_draw(Arena *a, Fontset *fs, const SignInput *in,
                   DisplayTags *tags, Diag *diag, DisplayPages *out) {
    Leaf l;
    leaf_open(&l, a, fs, &in->sheet, tags, diag);
    put_title(&l, ICON_HAND, WORD_PETITION, in->appeal);
    Text asks = leaf_word(&l, WORD_UNDERSIGNED);
    if (asks.s)
        leaf_text(&l, asks,
                  (LeafStyle){.size = LEAF_TEXT,
                              .space = LEN_OF_MM(4),
                              .keep = true,
                              .lang = in->sheet.words->lang});
    casesheet_demands(&l, in->appeal);
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
