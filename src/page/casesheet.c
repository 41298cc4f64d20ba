#include "page/casesheet.h"

#include "page/appealleaf.h"

#include <string.h>

#define LABEL_COLUMN LEN_OF_MM(45)
#define QR_SIDE LEN_OF_MM(26)

/* In every script: the reader's first. */
static void put_names(Leaf *l, const AppealPerson *p) {
    const AppealText *first = appeal_text(&p->names, l->sheet->lang);
    const AppealText *pronouns = appeal_text(&p->pronouns, l->sheet->lang);
    leaf_text(l, first->said.v[0],
              (LeafStyle){.size = LEN_OF_PT(24),
                          .bold = true,
                          .keep = true,
                          .role = ROLE_H1,
                          .lang = first->lang});
    for (size_t i = 0; i < p->names.n; i++)
        if (&p->names.v[i] != first)
            leaf_text(l, p->names.v[i].said.v[0],
                      (LeafStyle){.size = LEAF_TITLE,
                                  .keep = true,
                                  .lang = p->names.v[i].lang});
    if (pronouns)
        leaf_pair(l, leaf_word(l, WORD_PRONOUNS), LABEL_COLUMN,
                  pronouns->said.v[0],
                  (LeafStyle){.size = LEAF_TEXT,
                              .space = LEN_OF_MM(2),
                              .lang = pronouns->lang});
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

void casesheet_draw(Arena *a, Fontset *fs, const CaseInput *in,
                    DisplayTags *tags, Diag *diag, DisplayPages *out) {
    Leaf l;
    const Appeal *appeal = in->appeal;
    leaf_open(&l, a, fs, &in->sheet, tags, diag);
    for (size_t i = 0; i < appeal->npersons; i++)
        put_names(&l, &appeal->persons[i]);
    appealleaf_title(&l, appeal,
                     (LeafStyle){.size = LEAF_HEAD,
                                 .bold = true,
                                 .space = LEN_OF_MM(4),
                                 .keep = true,
                                 .role = ROLE_H2});
    appealleaf_summary(&l, appeal,
                       (LeafStyle){.size = LEAF_TEXT, .space = LEN_OF_MM(1)});
    if (in->text)
        put_text(&l, in);
    if (appeal->parts[APPEAL_DEMANDS].n) {
        leaf_heading(&l, ICON_HAND, leaf_word(&l, WORD_DEMANDS));
        appealleaf_demands(&l, appeal);
    }
    if (in->qr)
        leaf_link(&l, in->qr,
                  appeal_say(&appeal->parts[APPEAL_REPORT], in->sheet.lang),
                  WORD_REPORT, QR_SIDE);
    leaf_close(&l, out);
}
