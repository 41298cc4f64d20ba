#include "page/casesheet.h"

#include "page/letterlook.h"

#include <string.h>

#define NUMBER_COLUMN LEN_OF_MM(8)
#define LABEL_COLUMN LEN_OF_MM(45)
#define QR_SIDE LEN_OF_MM(26)

static void put_names(Leaf *l, const AppealPerson *p) {
    leaf_text(l, p->name,
              (LeafStyle){.size = LEN_OF_PT(24),
                          .bold = true,
                          .keep = true,
                          .role = ROLE_H1});
    for (size_t i = 0; i < p->n; i++)
        leaf_text(l, p->names[i].name,
                  (LeafStyle){.size = LEAF_TITLE,
                              .keep = true,
                              .lang = p->names[i].lang});
    if (p->pronouns.s)
        leaf_pair(l, leaf_word(l, WORD_PRONOUNS), LABEL_COLUMN, p->pronouns,
                  (LeafStyle){.size = LEAF_TEXT, .space = LEN_OF_MM(2)});
}

static void put_text(Leaf *l, const CaseInput *in) {
    LetterBoxes boxes = {{0}, {0}};
    LetterInput letter = {.letter = in->text,
                          .words = in->sheet.words,
                          .hyphenator = in->hyphenator,
                          .pictures = in->pictures,
                          .npictures = in->npictures,
                          .width = l->width};
    leaf_heading(l, ICON_PERSON, leaf_word(l, WORD_CASE));
    letter_text(l->arena, l->fonts, &letter, l->tags, l->document, l->diag,
                &boxes);
    leaf_append(l, &boxes.boxes, &boxes.notes);
}

void casesheet_demands(Leaf *l, const Appeal *appeal) {
    for (size_t i = 0; i < appeal->demands.n; i++) {
        const char *number = arena_printf(l->arena, "%zu.", i + 1);
        leaf_pair(l, (Text){number, strlen(number), {0}}, NUMBER_COLUMN,
                  appeal->demands.v[i],
                  (LeafStyle){.size = LEAF_TEXT, .space = LEN_OF_MM(1.2)});
    }
}

void casesheet_draw(Arena *a, Fontset *fs, const CaseInput *in,
                    DisplayTags *tags, Diag *diag, DisplayPages *out) {
    Leaf l;
    const Appeal *appeal = in->appeal;
    leaf_open(&l, a, fs, &in->sheet, tags, diag);
    for (size_t i = 0; i < appeal->npersons; i++)
        put_names(&l, &appeal->persons[i]);
    leaf_text(&l, appeal->title,
              (LeafStyle){.size = LEAF_HEAD,
                          .bold = true,
                          .space = LEN_OF_MM(4),
                          .keep = true,
                          .role = ROLE_H2});
    if (appeal->summary.s)
        leaf_text(&l, appeal->summary,
                  (LeafStyle){.size = LEAF_TEXT, .space = LEN_OF_MM(1)});
    if (in->text)
        put_text(&l, in);
    if (appeal->demands.n) {
        leaf_heading(&l, ICON_HAND, leaf_word(&l, WORD_DEMANDS));
        casesheet_demands(&l, appeal);
    }
    if (in->qr)
        leaf_link(&l, in->qr, appeal->report, WORD_REPORT, QR_SIDE);
    leaf_close(&l, out);
}
