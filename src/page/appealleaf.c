#include "page/appealleaf.h"

#include "model/contactjoin.h"
#include "page/letterlook.h"

#include <string.h>

#define NUMBER_COLUMN LEN_OF_MM(8)

Text appealleaf_labelled(Leaf *l, Word word, Text value) {
    Text label = leaf_word(l, word);
    if (!label.s)
        return value;
    return text_made(arena_printf(l->arena, "%.*s%s%.*s", (int)label.n, label.s,
                                  letter_colon(l->sheet->words->lang),
                                  (int)value.n, value.s),
                     value.span);
}

static bool alike(Text x, Text y) {
    return x.n == y.n && memcmp(x.s, y.s, x.n) == 0;
}

FlowBox *appealleaf_names(Leaf *l, const Appeal *appeal, LeafStyle style) {
    size_t n = appeal->npersons;
    TextList list = {ARENA_ARRAY(l->arena, Text, n), n};
    for (size_t i = 0; i < n; i++) {
        const AppealTexts *names = &appeal->persons[i].names;
        Text name = appeal_say(names, l->sheet->lang);
        Text own = appeal_say(names, appeal->lang);
        list.v[i] =
            alike(name, own)
                ? name
                : text_made(arena_printf(l->arena, "%.*s / %.*s", (int)name.n,
                                         name.s, (int)own.n, own.s),
                            name.span);
    }
    const char *all = names_and(l->arena, &list, l->sheet->words->lang);
    return leaf_text(l, text_made(all, list.v[0].span), style);
}

FlowBox *appealleaf_title(Leaf *l, const Appeal *appeal, LeafStyle style) {
    const AppealText *title =
        appeal_text(&appeal->parts[APPEAL_TITLE], l->sheet->lang);
    style.lang = title->lang;
    return leaf_text(l, title->said.v[0], style);
}

void appealleaf_summary(Leaf *l, const Appeal *appeal, LeafStyle style) {
    const AppealText *t =
        appeal_text(&appeal->parts[APPEAL_SUMMARY], l->sheet->lang);
    if (!t)
        return;
    style.lang = t->lang;
    leaf_text(l, t->said.v[0], style);
}

static Text in_words(Leaf *l, const AppealDay *day) {
    const char *words;
    return letter_date(l->arena, day->text.s, day->text.n,
                       l->sheet->words->lang, &words)
               ? text_made(words, day->text.span)
               : day->text;
}

void appealleaf_day(Leaf *l, const AppealDay *day, Word word, Len size) {
    Icon icon = word == WORD_NOT_BEFORE ? ICON_FROM : ICON_UNTIL;
    if (day->day)
        leaf_marked(l, icon, appealleaf_labelled(l, word, in_words(l, day)),
                    (LeafStyle){.size = size,
                                .bold = true,
                                .space = LEN_OF_MM(2),
                                .lang = l->sheet->words->lang});
}

static Text ordinal(Leaf *l, size_t n) {
    return text_literal(arena_printf(l->arena, "%zu.", n));
}

void appealleaf_demands(Leaf *l, const Appeal *appeal) {
    const AppealText *t =
        appeal_text(&appeal->parts[APPEAL_DEMANDS], l->sheet->lang);
    if (!t)
        return;
    Len column = leaf_label_column(l, ordinal(l, t->said.n), LEAF_TEXT);
    if (column < NUMBER_COLUMN)
        column = NUMBER_COLUMN;
    for (size_t i = 0; i < t->said.n; i++)
        leaf_pair(l, ordinal(l, i + 1), column, t->said.v[i],
                  (LeafStyle){.size = LEAF_TEXT,
                              .space = LEN_OF_MM(1.2),
                              .lang = t->lang});
}

Text appealleaf_target(Leaf *l, const AppealTarget *t, bool organisation) {
    static const ContactField fields[] = {CONTACT_NAME, CONTACT_TITLE,
                                          CONTACT_ORGANISATION};
    const Contact *c = t->contact;
    const char *all = "";
    size_t n = sizeof fields / sizeof *fields;
    for (size_t i = 0; i < (organisation ? n : n - 1); i++) {
        Text said = contact_get(c, fields[i], l->sheet->lang);
        if (said.s)
            all = arena_printf(l->arena, "%s%s%.*s", all, all[0] ? ", " : "",
                               (int)said.n, said.s);
    }
    if (!all[0] && !organisation)
        return appealleaf_target(l, t, true);
    return text_made(all[0] ? all : t->id, c->span);
}
